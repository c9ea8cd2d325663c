import { formatPartialDate } from '@/core/partial-date';
import type { Citation, CitationContext } from './citation-context';
import { writeQuoteSentence } from './quote-format';
import { escapeHtml } from './rich-text';
import { joinNames, writeNameWithAbbreviation } from './source-names';

/**
 * Format the footnote human-rights organisations and UN bodies use; a fact adds its quote behind it,
 * as such footnotes do.
 */
export function formatNgoFootnote(context: CitationContext): Citation {
  const { pack, source, item, cited, accessed } = context;
  const authors = joinNames(
    (item.author ?? []).map((name) => writeNameWithAbbreviation(pack, name)),
  );
  const parts = [authors, `“${item.title}”`, item.genre, formatPartialDate(source.issued, 'en-GB')];
  const lead = `${parts.filter(Boolean).join(', ')}, available at: `;
  const quote = cited === null ? '' : ` ${writeQuoteSentence(context, cited)}`;
  const tail = ` (accessed ${formatPartialDate(accessed, 'en-GB')}).${quote}`;
  const url = cited?.url ?? source.url;
  return {
    text: `${lead}${source.url}${tail}`,
    html: `${escapeHtml(lead)}<a href="${escapeHtml(url)}">${escapeHtml(source.url)}</a>${escapeHtml(tail)}`,
  };
}
