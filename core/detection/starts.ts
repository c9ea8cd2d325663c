import { findSlot } from './hash-table';

/**
 * How the aliases of a pack start, as plain JSON and a fraction of its detection: with this alone,
 * pages without candidates are told from those with. Tables of hashes as texts that are looked up as
 * they stand: to build them on a page, before anything runs fast, took longer than to read the page.
 */
export type EncodedStarts = {
  /** First words, and by slot of that table what they are the start of. */
  readonly words: string;
  readonly flags: string;
  /** The sets of flags there are, as bits. */
  readonly flagSets: readonly number[];
  /**
   * The two words of aliases of two that need nothing else, mixed with the flag of the case of the
   * first if it matters; and the first three of those of more, or four where the third is as short
   * as "the".
   */
  readonly pairs: string;
  readonly triples: string;
  /** What must stand in the phrase of some aliases of one or two words. */
  readonly needs: PhraseNeeds;
  /** The numbers of numbered series, without leading zeros. */
  readonly numbers: readonly string[];
  /** How many letters the longest word of an alias has, folded. */
  readonly longestWord: number;
};

/** Aliases that are no mention unless their phrase has a cue; groups of cues by index. */
export type PhraseNeeds = {
  readonly groups: readonly number[];
  /** `hashPair` of the one or two words of an alias and a group it needs. */
  readonly aliases: string;
  /** `hashPair` of the first letters of a cue's first word and its group. */
  readonly stems: string;
};

/** Third words of so many letters say little of how an alias starts. */
export const shortWord = 3;

/** What a first word is the start of: bits. */
export const startFlags = {
  /** An alias of one word. */
  single: 1,
  /** An alias of one word that is written with a capital. */
  name: 2,
  /** An alias of one word that is written in capitals. */
  acronym: 4,
  /** A numbered series: a number must follow. */
  head: 8,
  /** A numbered series that is written with a capital. */
  nameHead: 16,
  /** An alias of one word that needs quotation marks. */
  quoted: 32,
  /** An alias of one word that needs a cue in its phrase. */
  inPhrase: 64,
  /** An alias of two words. */
  pair: 128,
  /** An alias of two words that needs a cue in its phrase. */
  pairInPhrase: 256,
  /** Aliases of more words. */
  longer: 512,
  /** An alias of two words, the first written with a capital. */
  namePair: 1024,
  /** An alias of two words, the first written in capitals. */
  acronymPair: 2048,
} as const;

/** Sets of flags are written as letters from here on; a blank is none. */
export const firstSet = 48;

/** The starts of the aliases of all packs in use. */
export type StartIndex = readonly EncodedStarts[];

/** Get the start flags of a word by its hash; 0 when no alias starts with it. */
export function getStartFlags(index: StartIndex, hash: number): number {
  let found = 0;
  // Asked of every word; an iterator would take a tenth of the whole pass.
  for (let at = 0; at < index.length; at += 1) {
    const starts = index[at];
    if (starts === undefined) break;
    const slot = findSlot(starts.words, hash);
    if (slot >= 0) found |= starts.flagSets[starts.flags.charCodeAt(slot) - firstSet] ?? 0;
  }
  return found;
}

/** Say whether `pairs` of a pack has the hash of two words. */
export function hasPair(index: StartIndex, hash: number): boolean {
  for (const { pairs } of index) if (findSlot(pairs, hash) >= 0) return true;
  return false;
}

/** Say whether aliases start with the three or four words of which `hashPair` gives the hash. */
export function hasTriple(index: StartIndex, hash: number): boolean {
  for (const { triples } of index) if (findSlot(triples, hash) >= 0) return true;
  return false;
}
