import type { Annotation, PlacedExplanation } from './annotate-document';
import type { TextDocument } from './documents';

/** Characters of text before and after a quote that place it again when offsets have moved. */
const contextLength = 32;

/** What the annotations of one document are written as. */
export type Format = 'plain' | 'w3c';

/**
 * Write annotations as an annotation page of the W3C Web Annotation Data Model 1.0. A position
 * selector counts UTF-16 code units, as browsers do.
 */
function toAnnotationPage({ id, url, text }: TextDocument, annotations: readonly Annotation[]) {
  const source = url ?? id;
  return {
    '@context': 'http://www.w3.org/ns/anno.jsonld',
    type: 'AnnotationPage',
    id: `urn:fact-cards:${encodeURIComponent(id)}`,
    items: annotations.map(({ start, end, entity }, index) => ({
      id: `urn:fact-cards:${encodeURIComponent(id)}#${index + 1}`,
      type: 'Annotation',
      motivation: 'identifying',
      body: {
        type: 'SpecificResource',
        source: `urn:fact-cards:card:${entity}`,
        purpose: 'identifying',
      },
      target: {
        source,
        selector: [
          {
            type: 'TextQuoteSelector',
            exact: text.slice(start, end),
            prefix: text.slice(Math.max(0, start - contextLength), start),
            suffix: text.slice(end, end + contextLength),
          },
          { type: 'TextPositionSelector', start, end },
        ],
      },
    })),
  };
}

/** Write the annotations of `document` as a line of NDJSON, without the line break. */
export function formatLine(
  document: TextDocument,
  annotations: readonly Annotation[],
  format: Format,
): string {
  return JSON.stringify(
    format === 'w3c'
      ? toAnnotationPage(document, annotations)
      : { id: document.id, mentions: annotations },
  );
}

/** Write the member of one document in the object that files are annotated to. */
export function formatMember(
  document: TextDocument,
  annotations: readonly Annotation[],
  format: Format,
): string {
  const value = format === 'w3c' ? toAnnotationPage(document, annotations) : annotations;
  return `${JSON.stringify(document.id)}:${JSON.stringify(value)}`;
}

/** Write one explanation for reading: outcome, text, card, score, then a line per sign. */
export function formatExplanation(
  { offset, explanation }: PlacedExplanation,
  { text }: TextDocument,
): string {
  const { cardId, score, outcome, signs } = explanation;
  const start = offset + explanation.start;
  const end = offset + explanation.end;
  const show = (from: number, to: number) => text.slice(from, to).replaceAll(/\s+/gu, ' ');
  const around = show(Math.max(0, start - 40), end + 40);
  const lines = signs.map(({ reason, zone, detail, weight }) => {
    const sign = weight > 0 ? '+' : '';
    const reasons = [reason, zone, detail].filter(Boolean).join(' · ');
    return `    ${`${sign}${weight}`.padEnd(9)} ${reasons}`;
  });
  return [
    `${outcome} ${score.toFixed(2)} "${show(start, end)}" → ${cardId} [${start}, ${end})`,
    `    … ${around} …`,
    ...lines,
  ].join('\n');
}
