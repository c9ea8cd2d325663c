import CSL from 'citeproc';
import type { CslNode } from 'citeproc';
import type { CslItem } from '@/core/pack';
import { readLocale } from './style-files';

type RenderedItem = { readonly entry: string | null; readonly cite: string };

/** Render the source as if it was read on `accessed`, a calendar date: `2026-11-23`. */
type RenderItem = (accessed: string) => RenderedItem;

type Rendering = {
  readonly item: CslItem;
  readonly style: CslNode;
  /** Language and country of the style, such as `en-GB`. */
  readonly locale: string;
};

/** Create a renderer for one source in one style, giving citeproc's HTML without the wrapping blocks. */
export function createRenderer({ item, style, locale }: Rendering): RenderItem {
  const rendered = new Map<string, RenderedItem>();
  let current: object = {};
  const system = { retrieveLocale: readLocale, retrieveItem: () => current };
  const engine = new CSL.Engine(system, style, locale, true);
  let count = 0;
  return (accessed) => {
    const known = rendered.get(accessed);
    if (known) return known;
    // The engine remembers items by id.
    count += 1;
    const id = `item-${count}`;
    current = { ...item, id, accessed: { 'date-parts': [accessed.split('-').map(Number)] } };
    engine.updateItems([id]);
    const bibliography = engine.makeBibliography();
    const entry = bibliography === false ? undefined : bibliography[1][0];
    const result = {
      entry: entry === undefined ? null : unwrapEntry(entry),
      cite: engine.makeCitationCluster([{ id }]).trim(),
    };
    rendered.set(accessed, result);
    return result;
  };
}

/** Take the reference out of its blocks, and leave out the number in the margin. */
function unwrapEntry(html: string): string {
  const block = /^\s*<div class="csl-entry">([\s\S]*)<\/div>\s*$/.exec(html)?.[1]?.trim();
  if (block === undefined) throw new Error(`Unknown shape of a bibliography entry: ${html}`);
  const inner =
    /^(?:<div class="csl-left-margin">.*?<\/div>)?<div class="csl-(?:right-inline|block)">([\s\S]*)<\/div>$/;
  return (inner.exec(block)?.[1] ?? block).trim();
}
