import type { Fact, TextPosition } from '@/core/pack';
import { locateQuote } from './locate-quote';
import type { FactEntry, PackFile, Placed } from './pack-files';
import type { Report } from './read-yaml';

export type FactContext = {
  readonly packFile: PackFile;
  readonly sourceText: string;
  readonly cardIds: ReadonlySet<string>;
  /** Takes paths within facts.yaml. */
  readonly report: Report;
};

function locateContext({ entry, index }: Placed<FactEntry>, input: FactContext): TextPosition[] {
  return entry.context.flatMap((passage, at) => {
    const wanted = typeof passage === 'string' ? { text: passage } : passage;
    const located = locateQuote(wanted, input.sourceText);
    if (located.ok) return [located.position];
    input.report([index, 'context', at], `a context of fact "${entry.id}" ${located.reason}`);
    return [];
  });
}

/** Build the fact of one entry of facts.yaml; null when its quote or who asserts it is unknown. */
export function buildFact(placed: Placed<FactEntry>, input: FactContext): Fact | null {
  const { entry, index } = placed;
  const { packFile, sourceText, cardIds, report } = input;
  const quote = locateQuote({ text: entry.quote, after: entry.after }, sourceText);
  if (!quote.ok) report([index, 'quote'], `the quote of fact "${entry.id}" ${quote.reason}`);
  const context = locateContext(placed, input);
  const name = entry['asserted-by'];
  const assertion = packFile.attributions[name];
  if (!assertion) {
    const known = Object.keys(packFile.attributions).join(', ');
    report([index, 'asserted-by'], `"${name}" is not an attribution of pack.yaml (${known})`);
  }
  entry.cards.forEach((cardId, at) => {
    if (!cardIds.has(cardId)) report([index, 'cards', at], `there is no card "${cardId}"`);
  });
  if (!quote.ok || !assertion) return null;
  return {
    id: entry.id,
    kind: entry.kind,
    statement: entry.statement,
    quote: quote.position,
    context,
    attribution: { type: assertion.type, label: assertion.label, cardIds: assertion.cards },
    asOf: entry['as-of'] ?? packFile.source.issued,
    ...(entry.event && { event: entry.event }),
    staleness: entry['ages-as'],
    cardIds: entry.cards,
    ...(entry.note !== undefined && { note: entry.note }),
  };
}
