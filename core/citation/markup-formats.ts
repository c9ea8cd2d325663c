import { formatPartialDate } from '@/core/partial-date';
import type { Citation, CitationContext } from './citation-context';
import { describeAsOf } from './quote-format';
import { escapeHtml } from './rich-text';
import { writeAuthors } from './source-names';

/** Format a Markdown link with what is known of the source; a fact comes as a block quote. */
export function formatMarkdown(context: CitationContext): Citation {
  const { item, source, cited } = context;
  const details = [writeAuthors(item), item.genre, formatPartialDate(source.issued, 'en-GB')]
    .filter((detail) => detail !== undefined && detail !== '')
    .map((detail) => escapeMarkdown(detail ?? ''));
  const link = `[${escapeMarkdown(item.title)}](${escapeAddress(cited?.url ?? source.url)})`;
  const reference = [link, ...details].join(', ');
  if (cited === null) return { text: reference, html: null };
  const said = `${cited.fact.attribution.label}${describeAsOf(context, cited)}`;
  return {
    text: `> ${escapeMarkdown(cited.quote)}\n>\n> — ${escapeMarkdown(said)}. ${reference}`,
    html: null,
  };
}

/** Format the source of a web page: `cite` with a link or, for a fact, a quotation with its source. */
export function formatHtml(context: CitationContext): Citation {
  const { item, source, cited } = context;
  const url = escapeHtml(cited?.url ?? source.url);
  const language = escapeHtml(source.language);
  const link = `<cite><a href="${url}" hreflang="${language}">${escapeHtml(item.title)}</a></cite>`;
  const date = escapeHtml(formatPartialDate(source.issued, 'en-GB'));
  const reference = [
    link,
    ...[writeAuthors(item), item.genre ?? ''].filter(Boolean).map(escapeHtml),
    `<time datetime="${escapeHtml(source.issued)}">${date}</time>`,
  ].join(', ');
  const html = cited === null ? reference : formatQuotation({ context, reference, url });
  return { text: html, html };
}

type Quotation = {
  readonly context: CitationContext;
  readonly reference: string;
  readonly url: string;
};

function formatQuotation({ context, reference, url }: Quotation): string {
  const { cited, source } = context;
  if (cited === null) return reference;
  const said = escapeHtml(`${cited.fact.attribution.label}${describeAsOf(context, cited)}`);
  const quote = `<p lang="${escapeHtml(source.language)}">${escapeHtml(cited.quote)}</p>`;
  return `<figure><blockquote cite="${url}">${quote}</blockquote><figcaption>${said}. ${reference}</figcaption></figure>`;
}

/** Escape what CommonMark or its common extensions could take for markup, anywhere in a line. */
export function escapeMarkdown(text: string): string {
  return text
    .replaceAll(/\s+/gu, ' ')
    .trim()
    .replaceAll(/[\\`*_{}[\]<>&|~#$^=]|!(?=\[)|^(?:[-+](?= )|\d+[.)](?= ))/gu, (markup) =>
      // A number keeps its digits; the dot behind it is what makes a list of it.
      /^\d/.test(markup) ? `${markup.slice(0, -1)}\\${markup.slice(-1)}` : `\\${markup}`,
    );
}

/** Addresses with brackets or blanks would end a Markdown link. */
function escapeAddress(url: string): string {
  return url.replaceAll(
    /[\s()<>\\]/gu,
    (character) => `%${character.charCodeAt(0).toString(16).toUpperCase().padStart(2, '0')}`,
  );
}
