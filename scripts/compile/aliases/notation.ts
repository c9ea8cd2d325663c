/** More forms than this from one line mean a product nobody has looked through. */
export const formLimit = 400;

type FormNode =
  | { readonly type: 'text'; readonly text: string }
  | { readonly type: 'choice'; readonly options: readonly FormNode[][] }
  | { readonly type: 'aligned'; readonly entries: readonly FormNode[][] }
  | { readonly type: 'part'; readonly name: string };

/** Named pieces of notation a form may refer to as `<name>`, each already expanded. */
export type Parts = ReadonlyMap<string, readonly string[]>;
export type Expansion =
  | { readonly ok: true; readonly forms: readonly string[] }
  | { readonly ok: false; readonly error: string };

/** Tell what is wrong with a form; caught by `expandForm`, which hands the message on. */
class NotationError extends Error {}

const closers: Readonly<Record<string, string>> = { '(': ')', '[': ']', '{': '}', '<': '>' };

function parseForm(text: string): FormNode[] {
  let position = 0;

  function parseSequence(end: string | null): FormNode[] {
    const nodes: FormNode[] = [];
    let literal = '';
    const closeLiteral = () => {
      if (literal !== '') nodes.push({ type: 'text', text: literal });
      literal = '';
    };
    while (position < text.length) {
      const character = text.charAt(position);
      if (end !== null && (character === end || character === '|')) break;
      position += 1;
      if (character === '\\') {
        literal += text.charAt(position);
        position += 1;
      } else if (character in closers) {
        closeLiteral();
        nodes.push(parseGroup(character));
      } else if (')]}>|'.includes(character)) {
        throw new NotationError(`unexpected ${character}; write \\${character} if the form has it`);
      } else {
        literal += character;
      }
    }
    closeLiteral();
    return nodes;
  }

  function parseGroup(opener: string): FormNode {
    const end = closers[opener] ?? '';
    const entries = [parseSequence(end)];
    while (text.charAt(position) === '|') {
      position += 1;
      entries.push(parseSequence(end));
    }
    if (text.charAt(position) !== end) throw new NotationError(`${opener} is never closed`);
    position += 1;
    return toGroupNode(opener, entries);
  }

  return parseSequence(null);
}

function toGroupNode(opener: string, entries: readonly FormNode[][]): FormNode {
  switch (opener) {
    case '[':
      return { type: 'choice', options: [...entries, []] };
    case '{':
      return { type: 'aligned', entries };
    case '<': {
      const [first] = entries;
      const [node] = first ?? [];
      if (entries.length > 1 || first?.length !== 1 || node?.type !== 'text')
        throw new NotationError('< > must hold the name of one part');
      return { type: 'part', name: node.text };
    }
    default:
      if (entries.length < 2)
        throw new NotationError(
          '( ) holds one alternative; write \\( and \\) if the form has them',
        );
      return { type: 'choice', options: entries };
  }
}

function listAlignedGroups(nodes: readonly FormNode[]): number[] {
  return nodes.flatMap((node) => {
    if (node.type === 'choice') return node.options.flatMap(listAlignedGroups);
    if (node.type === 'aligned')
      return [node.entries.length, ...node.entries.flatMap(listAlignedGroups)];
    return [];
  });
}

/** Get the number of cases of the paradigm, 1 when the form has none. */
function countCases(nodes: readonly FormNode[]): number {
  const counts = [...new Set(listAlignedGroups(nodes).filter((count) => count > 1))];
  if (counts.length > 1)
    throw new NotationError(`unequal paradigms: { } groups with ${counts.join(' and ')} endings`);
  return counts[0] ?? 1;
}

function expandNodes(
  nodes: readonly FormNode[],
  context: { readonly parts: Parts; readonly caseIndex: number; readonly limit: number },
): string[] {
  let forms = [''];
  for (const node of nodes) {
    const endings = expandNode(node);
    forms = forms.flatMap((form) => endings.map((ending) => form + ending));
    if (forms.length > context.limit)
      throw new NotationError(
        `expands to more than ${context.limit} forms; split it or be precise`,
      );
  }
  return forms;

  function expandNode(node: FormNode): readonly string[] {
    switch (node.type) {
      case 'text':
        return [node.text];
      case 'choice':
        return node.options.flatMap((option) => expandNodes(option, context));
      case 'aligned':
        return expandNodes(node.entries[context.caseIndex] ?? node.entries[0] ?? [], context);
      case 'part': {
        const forms = context.parts.get(node.name);
        if (!forms) throw new NotationError(`there is no part <${node.name}>`);
        return forms;
      }
    }
  }
}

/**
 * Expand one line of compact notation to all its forms, in order, without repetition.
 *
 * `(a|b)` is a or b, `[a]` is a or nothing, `<name>` is any form of that part, `\(` is a literal
 * bracket. `{a|b|c}` are endings by case: all such groups of a line take their first entry
 * together, then their second, and so on; a group with one entry is the same in every case.
 */
export function expandForm(
  notation: string,
  { parts, limit }: { readonly parts: Parts; readonly limit: number },
): Expansion {
  try {
    const nodes = parseForm(notation);
    const forms = new Set<string>();
    for (let caseIndex = 0; caseIndex < countCases(nodes); caseIndex += 1) {
      for (const form of expandNodes(nodes, { parts, caseIndex, limit })) {
        forms.add(form.replaceAll(/\s+/gu, ' ').trim());
      }
    }
    if (forms.size > limit)
      throw new NotationError(`expands to more than ${limit} forms; split it or be precise`);
    if (forms.has('')) throw new NotationError('can expand to an empty form');
    return { ok: true, forms: [...forms] };
  } catch (error) {
    if (error instanceof NotationError) return { ok: false, error: error.message };
    throw error;
  }
}
