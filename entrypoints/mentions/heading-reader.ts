import { createHeadingFinder } from './reading-order';
import { createFlowReader } from './text-flows';

/**
 * Create a look-up of what the heading above a node says; empty without any. It holds as long as
 * the page does not change, and looks at nothing before it is asked.
 */
export function createHeadingReader(options: {
  readonly marksCode: boolean;
}): (node: Node) => string {
  const texts = new Map<Element, string>();
  let findHeading: ReturnType<typeof createHeadingFinder> | null = null;

  function readText(heading: Element): string {
    const known = texts.get(heading);
    if (known !== undefined) return known;
    const reader = createFlowReader(heading, options);
    let text = '';
    for (let flow = reader.next(); flow; flow = reader.next()) ({ text } = flow);
    texts.set(heading, text);
    return text;
  }

  return (node) => {
    findHeading ??= createHeadingFinder((heading) => readText(heading) !== '');
    const heading = findHeading(node);
    return heading ? readText(heading) : '';
  };
}
