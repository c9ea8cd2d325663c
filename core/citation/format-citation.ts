import { formatAttribution } from './attribution-format';
import {
  type Citation,
  type CitationContext,
  type CitationSource,
  createContext,
} from './citation-context';
import type { CitationStyleId } from './citation-styles';
import { isCitationStyleId } from './citation-styles';
import type { CopyRequest } from './copy-request';
import type { PackCitations } from './pack-citations';
import { formatNgoFootnote } from './footnote-format';
import { formatBiblatex, formatBibtex } from './latex-formats';
import { formatCslJson, formatRis } from './library-formats';
import { formatSchemaQuotation, formatWebAnnotation } from './linked-data-formats';
import { formatHtml, formatMarkdown } from './markup-formats';
import { formatQuote, formatSourceLine } from './quote-format';
import type { CitationForm } from './reference-format';
import { formatReference } from './reference-format';
import { formatWikipedia } from './wikipedia-format';

type CitationRequest = CopyRequest &
  CitationSource & {
    /** One form of a style of references; without it, the form that suits what is cited. */
    readonly form?: CitationForm;
  };

type Format = (context: CitationContext) => Citation;

/** Formats made here; every other style is rendered when the pack is compiled. */
const formats: Partial<Record<CitationStyleId, Format>> = {
  quote: formatQuote,
  source: formatSourceLine,
  wikipedia: formatWikipedia,
  'ngo-footnote': formatNgoFootnote,
  markdown: formatMarkdown,
  html: formatHtml,
  ris: formatRis,
  biblatex: formatBiblatex,
  bibtex: formatBibtex,
  'csl-json': formatCslJson,
  'attribution-ap': formatAttribution,
  'web-annotation': formatWebAnnotation,
  'schema-quotation': formatSchemaQuotation,
};

/** Tell whether a pack can be cited in a style; of those citeproc renders, an imported pack has what its file has. */
export function canFormat(styleId: string, { styles }: PackCitations): boolean {
  return Object.hasOwn(formats, styleId) || Object.hasOwn(styles, styleId);
}

/**
 * Format a fact or its source for pasting elsewhere.
 * Throws if the style, the form or the fact does not exist.
 */
export function formatCitation(request: CitationRequest): Citation {
  const { styleId, form } = request;
  if (!isCitationStyleId(styleId)) throw new Error(`No citation style "${styleId}"`);
  const context = createContext(request);
  const format = formats[styleId];
  if (format === undefined) return formatReference(context, { styleId, form: form ?? null });
  if (form !== undefined) throw new Error(`Style "${styleId}" has one form only`);
  return format(context);
}
