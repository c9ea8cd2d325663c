import type { AliasGroup, AliasSet, NumberedSeries } from '@/core/alias';
import { compileDetection } from '@/core/detection/compile';
import type { TextBlock } from '@/core/detection/analyse-block';
import { createMentionFinder, type MentionedPage } from '@/core/detection/mention-finder';

/** Make an alias group: unique, in any case, for card `card`, unless the test says otherwise. */
export function makeGroup(
  group: Partial<AliasGroup> & { readonly forms: readonly string[] },
): AliasGroup {
  return {
    cardId: 'card',
    language: 'en',
    caseRule: 'any',
    certainty: 'unique',
    cues: [],
    counterCues: [],
    needsQuotes: false,
    onlyInLanguage: false,
    ...group,
  };
}

/** Make a numbered series for conventions 87 and 98, unless the test says otherwise. */
export function makeSeries(series: Partial<NumberedSeries>): NumberedSeries {
  return {
    language: 'en',
    caseRule: 'any',
    certainty: 'unique',
    cues: [],
    counterCues: [],
    needsQuotes: false,
    onlyInLanguage: false,
    heads: ['Convention', 'Conventions'],
    cards: { 87: 'convention-87', 98: 'convention-98' },
    ...series,
  };
}

/** Make an alias set; each list is empty unless given. */
export function makeAliases(aliases: Partial<AliasSet>): AliasSet {
  return { groups: [], series: [], cueGroups: [], ...aliases };
}

/** Make a block of running text. */
export function makeBlock(block: Partial<TextBlock> & { readonly text: string }): TextBlock {
  return { kind: 'text', language: null, ...block };
}

/** Open a page with the aliases given. */
export function openPage(
  aliases: Partial<AliasSet>,
  page: { readonly title?: string; readonly language?: string | null } = {},
): MentionedPage {
  const finder = createMentionFinder([compileDetection('pack', makeAliases(aliases))]);
  return finder.openPage({ title: page.title ?? '', language: page.language ?? null });
}

/** Find the mentions of one text, each written as "text → card". */
export function findMentionTexts(
  text: string,
  aliases: Partial<AliasSet>,
  page: { readonly title?: string; readonly language?: string | null } = {},
): string[] {
  return openPage(aliases, page)
    .addBlocks([makeBlock({ text })])
    .flatMap(({ mentions }) => mentions)
    .map(({ start, end, cardId }) => `${text.slice(start, end)} → ${cardId}`);
}
