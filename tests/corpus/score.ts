import type { Annotation } from '@/scripts/annotate/annotate-document';

/** A span an annotator judged; docs/annotate.md gives the rules. */
export type GoldSpan = {
  readonly start: number;
  readonly end: number;
  readonly surface: string;
  readonly entity: string;
  /** False for what looks like the card's subject and is not. */
  readonly show: boolean;
  /** Right and wrong alike. */
  readonly optional?: boolean;
  /** Cards that are as right here. */
  readonly accept?: readonly string[];
};

export type GoldDocument = {
  readonly id: string;
  readonly lang: string;
  readonly title: string;
  readonly text: string;
  readonly gold: readonly GoldSpan[];
};

export type Counts = { right: number; wrong: number; missed: number };
export type Score = {
  readonly total: Counts;
  readonly byLanguage: Map<string, Counts>;
  readonly byCard: Map<string, Counts>;
  readonly traps: { total: number; avoided: number };
  /** Each mistake, as "document: kind card text". */
  readonly mistakes: string[];
};

function overlaps(span: GoldSpan, annotation: Annotation): boolean {
  return span.start < annotation.end && annotation.start < span.end;
}

function isRight(span: GoldSpan, { entity }: Annotation): boolean {
  return span.entity === entity || (span.accept ?? []).includes(entity);
}

function createCounts(): Counts {
  return { right: 0, wrong: 0, missed: 0 };
}

/** Score what was found in `documents`: a mention counts when its card is right and it overlaps. */
export function scoreAnnotations(
  documents: readonly GoldDocument[],
  annotate: (document: GoldDocument) => readonly Annotation[],
): Score {
  const score: Score = {
    total: createCounts(),
    byLanguage: new Map(),
    byCard: new Map(),
    traps: { total: 0, avoided: 0 },
    mistakes: [],
  };
  const cards = new Set(documents.flatMap(({ gold }) => gold.map(({ entity }) => entity)));

  for (const document of documents) {
    const found = annotate(document).filter(({ entity }) => cards.has(entity));
    const count = (card: string, outcome: keyof Counts, surface: string) => {
      for (const [counts, key] of [
        [score.byLanguage, document.lang],
        [score.byCard, card],
      ] as const) {
        const entry = counts.get(key) ?? createCounts();
        entry[outcome] += 1;
        counts.set(key, entry);
      }
      score.total[outcome] += 1;
      if (outcome !== 'right')
        score.mistakes.push(`${document.id}: ${outcome} ${card} "${surface}"`);
    };
    const fits = (span: GoldSpan) =>
      found.some((annotation) => overlaps(span, annotation) && isRight(span, annotation));
    for (const span of document.gold) {
      if (span.optional) continue;
      if (span.show) count(span.entity, fits(span) ? 'right' : 'missed', span.surface);
      else {
        score.traps.total += 1;
        if (!fits(span)) score.traps.avoided += 1;
      }
    }
    for (const annotation of found) {
      const isFine = document.gold.some(
        (span) =>
          (span.show || span.optional) && overlaps(span, annotation) && isRight(span, annotation),
      );
      const surface = document.text.slice(annotation.start, annotation.end);
      if (!isFine) count(annotation.entity, 'wrong', surface);
    }
  }
  return score;
}

/** Get the share of what was found that is right; 1 when nothing was found. */
export function getPrecision({ right, wrong }: Counts): number {
  return right + wrong === 0 ? 1 : right / (right + wrong);
}

/** Get the share of what is there that was found; 1 when there is nothing. */
export function getRecall({ right, missed }: Counts): number {
  return right + missed === 0 ? 1 : right / (right + missed);
}

function formatPercent(share: number): string {
  return `${(100 * share).toFixed(1)} %`.padStart(8);
}

/** Write a table of precision and recall by row. */
export function formatTable(title: string, rows: ReadonlyMap<string, Counts>): string {
  const lines = [...rows].sort().map(([name, counts]) => {
    const { right, wrong, missed } = counts;
    const shares = `${formatPercent(getPrecision(counts))} ${formatPercent(getRecall(counts))}`;
    return `${name.padEnd(28)}${shares}   ${right} right, ${wrong} wrong, ${missed} missed`;
  });
  return [`${title.padEnd(28)}precision   recall`, ...lines].join('\n');
}
