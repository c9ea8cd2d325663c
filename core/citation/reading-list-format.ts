import type { Pack } from '@/core/pack';
import { type Citation, type CitationContext, createContext } from './citation-context';
import { formatBiblatex } from './latex-formats';
import { formatRis, toCslItem } from './library-formats';
import { escapeMarkdown } from './markup-formats';
import type { PackCitations } from './pack-citations';
import { formatQuote } from './quote-format';
import { formatReference } from './reference-format';
import { escapeHtml } from './rich-text';

/** `document` is for word processors and web pages, the others for what their names say. */
export const listFormats = ['document', 'markdown', 'ris', 'biblatex', 'csl-json'] as const;
export type ListFormat = (typeof listFormats)[number];

/** A fact on the list with the pack it comes from. */
export type ListedSource = {
  readonly pack: Pack;
  readonly citations: PackCitations;
  readonly factId: string;
};

type ListRequest = {
  readonly format: ListFormat;
  /** Style of the references in `document` and `markdown`; one that packs are rendered in. */
  readonly styleId: string;
  readonly accessed: string;
  /** What to write above the references, in the reader's language. */
  readonly sourcesHeading: string;
};

/**
 * Format a reading list in one piece: quotes in the order of the list and each source once.
 * Throws if a pack lacks a fact or the style.
 */
export function formatReadingList(list: readonly ListedSource[], request: ListRequest): Citation {
  const { accessed } = request;
  const facts = list.map(({ pack, citations, factId }) =>
    createContext({ pack, citations, factId, accessed }),
  );
  const sources = groupBySource(facts);
  switch (request.format) {
    case 'ris':
      return toPlain(sources.map(({ context, cited }) => formatRis(context, cited).text).join(''));
    case 'biblatex':
      return toPlain(
        sources.map(({ context, cited }) => formatBiblatex(context, cited).text).join('\n'),
      );
    case 'csl-json': {
      const items = sources.map(({ context, cited }) => toCslItem(context, cited));
      return toPlain(`${JSON.stringify(items, null, 2)}\n`);
    }
    case 'markdown':
      return toPlain(toMarkdown(facts, { sources, request }));
    case 'document':
      return toDocument(facts, { sources, request });
  }
}

type CitedSource = {
  readonly context: CitationContext;
  readonly cited: NonNullable<CitationContext['cited']>[];
};
type Parts = { readonly sources: readonly CitedSource[]; readonly request: ListRequest };

function groupBySource(facts: readonly CitationContext[]): CitedSource[] {
  const sources = new Map<string, CitedSource>();
  for (const context of facts) {
    const source = sources.get(context.pack.id) ?? {
      context: { ...context, cited: null },
      cited: [],
    };
    if (context.cited !== null) source.cited.push(context.cited);
    sources.set(context.pack.id, source);
  }
  return [...sources.values()];
}

function listReferences({ sources, request: { styleId } }: Parts): Citation[] {
  return sources.map(({ context }) => formatReference(context, { styleId, form: null }));
}

function toMarkdown(facts: readonly CitationContext[], parts: Parts): string {
  const quotes = facts.map(
    (fact, index) => `${index + 1}. ${escapeMarkdown(formatQuote(fact).text)}`,
  );
  const references = listReferences(parts).map(({ text }) => `- ${escapeMarkdown(text)}`);
  const heading = `## ${escapeMarkdown(parts.request.sourcesHeading)}`;
  return `${[...quotes, '', heading, '', ...references].join('\n')}\n`;
}

function toDocument(facts: readonly CitationContext[], parts: Parts): Citation {
  const quotes = facts.map(formatQuote);
  const references = listReferences(parts);
  const heading = parts.request.sourcesHeading;
  return {
    text: [
      ...quotes.map(({ text }, index) => `${index + 1}. ${text}`),
      '',
      heading,
      ...references.map(({ text }) => text),
      '',
    ].join('\n'),
    html: [
      `<ol>${quotes.map(({ html }) => `<li>${html}</li>`).join('')}</ol>`,
      `<h2>${escapeHtml(heading)}</h2>`,
      ...references.map(({ html }) => `<p>${html}</p>`),
    ].join(''),
  };
}

function toPlain(text: string): Citation {
  return { text, html: null };
}
