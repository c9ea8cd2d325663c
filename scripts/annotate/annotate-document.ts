import type { TextBlock } from '@/core/detection/analyse-block';
import type { Explanation, MentionFinder } from '@/core/detection/mention-finder';
import type { TextDocument } from './documents';

/** A mention in a document; offsets are UTF-16 code units of its text. */
export type Annotation = { readonly start: number; readonly end: number; readonly entity: string };

type PlacedBlock = TextBlock & { readonly offset: number };

const longestHeading = 120;

/** Split plain text where a page would have paragraphs: at blank lines. */
function splitBlocks({ text }: TextDocument): PlacedBlock[] {
  const blocks: PlacedBlock[] = [];
  const paragraph = /(?:(?!\n[^\S\n]*\n)[\s\S])+/gu;
  for (const match of text.matchAll(paragraph)) {
    const line = match[0].trim();
    if (line === '') continue;
    const isHeading =
      line.length <= longestHeading && !line.includes('\n') && !/[.!?…,;]["»”’]?$/u.test(line);
    blocks.push({
      text: match[0],
      kind: isHeading ? 'heading' : 'text',
      language: null,
      offset: match.index,
    });
  }
  return blocks;
}

function openDocument(document: TextDocument, finder: MentionFinder) {
  const blocks = splitBlocks(document);
  const page = finder.openPage({ title: document.title ?? '', language: document.lang ?? null });
  return { blocks, page, changes: page.addBlocks(blocks) };
}

/** Find the mentions of `document` with the code of the page script, in order of start. */
export function annotateDocument(document: TextDocument, finder: MentionFinder): Annotation[] {
  const { blocks, changes } = openDocument(document, finder);
  return changes
    .flatMap(({ blockIndex, mentions }) => {
      const offset = blocks[blockIndex]?.offset ?? 0;
      return mentions.map(({ start, end, cardId }) => ({
        start: offset + start,
        end: offset + end,
        entity: cardId,
      }));
    })
    .sort((left, right) => left.start - right.start);
}

/** An explanation with the offset at which its block stands in the document. */
export type PlacedExplanation = { readonly offset: number; readonly explanation: Explanation };

/** Explain every candidate of `document`, in reading order. */
export function explainDocument(
  document: TextDocument,
  finder: MentionFinder,
): PlacedExplanation[] {
  const { blocks, page } = openDocument(document, finder);
  return page.explain().map((explanation) => ({
    offset: blocks[explanation.blockIndex]?.offset ?? 0,
    explanation,
  }));
}
