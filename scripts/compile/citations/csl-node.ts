import type { CslNode } from 'citeproc';

type Attributes = CslNode['attrs'];
type Nodes = CslNode['children'];

export function element(name: string, attrs: Attributes, children: Nodes = []): CslNode {
  return { name, attrs, children };
}

/** Print what a macro of the style prints. */
export function macro(name: string): CslNode {
  return element('text', { macro: name });
}

/** Print parts with a delimiter between those that are not empty. */
export function group(delimiter: string, children: Nodes, attrs: Attributes = {}): CslNode {
  return element('group', { ...attrs, delimiter }, children);
}

/** Print `nodes` for web pages, `otherwise` for all other sources. */
export function forWebPages(nodes: Nodes, otherwise: Nodes = []): CslNode {
  return choose({ type: 'webpage', match: 'any' }, nodes, otherwise);
}

/** Print `nodes` where the source has no `variable`, `otherwise` where it has. */
export function unless(variable: string, nodes: Nodes, otherwise: Nodes = []): CslNode {
  return choose({ variable, match: 'none' }, nodes, otherwise);
}

function choose(condition: Attributes, nodes: Nodes, otherwise: Nodes): CslNode {
  return element('choose', {}, [element('if', condition, nodes), element('else', {}, otherwise)]);
}

/** Replace what a macro prints. Throws if the style has no such macro. */
export function amendMacro(style: CslNode, name: string, amend: (old: Nodes) => Nodes): CslNode {
  return amendChild(
    style,
    (child) => child.name === 'macro' && child.attrs['name'] === name,
    amend,
  );
}

/** Replace the layout of citation or bibliography. Throws if the style has none. */
export function amendLayout(
  style: CslNode,
  part: 'citation' | 'bibliography',
  amend: (old: Nodes) => Nodes,
): CslNode {
  return amendChild(
    style,
    (child) => child.name === part,
    (children) =>
      amendChild(element(part, {}, children), ({ name }) => name === 'layout', amend).children,
  );
}

function amendChild(
  parent: CslNode,
  isMeant: (child: CslNode) => boolean,
  amend: (old: Nodes) => Nodes,
): CslNode {
  let isFound = false;
  const children = parent.children.map((child) => {
    if (typeof child === 'string' || !isMeant(child)) return child;
    isFound = true;
    return { ...child, children: amend(child.children) };
  });
  if (!isFound) throw new Error(`Nothing to amend in <${parent.name}>`);
  return { ...parent, children };
}
