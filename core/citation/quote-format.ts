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

/** Say up to when the source vouches for the fact, unless the date of the source says it already. */
export function describeAsOf(context: CitationContext, cited: CitedFact): string {
  if (cited.fact.asOf === context.source.issued) return '';
  return ` (as of ${formatPartialDate(cited.fact.asOf, 'en-GB')})`;
}

function describePublication({ source, item }: CitationContext): string {
  return `${item.genre ?? source.title}, ${formatPartialDate(source.issued, 'en-GB')}`;
}
