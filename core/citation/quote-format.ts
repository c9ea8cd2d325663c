import { formatPartialDate } from '@/core/partial-date';
import type { Citation, CitationContext, CitedFact } from './citation-context';
import { escapeHtml } from './rich-text';

/** Format the quote, who says it, its source and a link to the sentence; without a fact, the source line. */
export function formatQuote(context: CitationContext): Citation {
  const { cited, source } = context;
  if (cited === null) return formatSourceLine(context);
  const { attribution } = cited.fact;
  const publication = describePublication(context);
  const asOf = describeAsOf(context, cited);
  const lead =
    attribution.type === 'source'
      ? `“${cited.quote}”${asOf} — ${source.issuers}, `
      : `“${cited.quote}” — ${attribution.label}${asOf}. Source: ${source.issuers}, `;
  return {
    text: `${lead}${publication}. ${cited.url}`,
    html: `${escapeHtml(lead)}<a href="${escapeHtml(cited.url)}">${escapeHtml(publication)}</a>.`,
  };
}

/** Format the line that names the source under a text or picture. */
export function formatSourceLine(context: CitationContext): Citation {
  const lead = `Source: ${context.source.issuers}, `;
  const publication = describePublication(context);
  const url = context.cited?.url ?? context.source.url;
  return {
    text: `${lead}${publication}. ${url}`,
    html: `${escapeHtml(lead)}<a href="${escapeHtml(url)}">${escapeHtml(publication)}</a>.`,
  };
}

/** Put the quote in quotation marks as a sentence of its own, with its as-of date. */
export function writeQuoteSentence(context: CitationContext, cited: CitedFact): string {
  const asOf = describeAsOf(context, cited);
  const stop = asOf === '' && /[.!?…]$/.test(cited.quote) ? '' : '.';
  return `“${cited.quote}”${asOf}${stop}`;
}

/** Say in parentheses up to when the source vouches for the fact; empty if the source's date says it. */
export function describeAsOf(context: CitationContext, cited: CitedFact): string {
  const asOf = writeAsOf(context, cited);
  return asOf === null ? '' : ` (${asOf})`;
}

/** Say up to when the source vouches for the fact; null if the date of the source says it already. */
export function writeAsOf({ source }: CitationContext, { fact }: CitedFact): string | null {
  return fact.asOf === source.issued ? null : `as of ${formatPartialDate(fact.asOf, 'en-GB')}`;
}

function describePublication({ source, item }: CitationContext): string {
  return `${item.genre ?? source.title}, ${formatPartialDate(source.issued, 'en-GB')}`;
}
