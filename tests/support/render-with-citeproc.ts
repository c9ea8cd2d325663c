import CSL from 'citeproc';
import type { CslItem } from '@/core/pack';
import { readLocale, readStyle } from '@/scripts/compile/citations/style-files';

type Request = {
  readonly item: CslItem;
  readonly csl: string;
  readonly locale: string;
  readonly accessed: string;
  readonly format: 'text' | 'html';
};

/** Render a source with citeproc itself, without slots: what the product's strings must equal. */
export function renderWithCiteproc(request: Request): { entry: string | null; cite: string } {
  const { item, csl, locale, accessed, format } = request;
  const read = { ...item, accessed: { 'date-parts': [accessed.split('-').map(Number)] } };
  const system = { retrieveLocale: readLocale, retrieveItem: () => read };
  const engine = new CSL.Engine(system, readStyle(csl), locale, true);
  engine.setOutputFormat(format);
  engine.updateItems([item.id]);
  const bibliography = engine.makeBibliography();
  const entry = bibliography === false ? null : (bibliography[1][0] ?? null);
  const cite = engine.makeCitationCluster([{ id: item.id }]);
  return { entry: entry && tidy(entry), cite: tidy(cite) };
}

/** Take away what surrounds a reference: blocks, margins with a number, numeric entities. */
function tidy(rendered: string): string {
  return rendered
    .replaceAll(/<div class="csl-left-margin">.*?<\/div>|<\/?div[^>]*>/g, '')
    .replaceAll('&#38;', '&amp;')
    .replaceAll('&#60;', '&lt;')
    .replaceAll('&#62;', '&gt;')
    .trim();
}
