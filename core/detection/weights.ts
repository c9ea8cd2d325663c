/** Where evidence stands, seen from the mention it is for or against; nearest first. */
export const zones = ['phrase', 'sentence', 'block', 'nearby', 'heading', 'title', 'page'] as const;
export type Zone = (typeof zones)[number];

/**
 * What evidence counts. A candidate becomes a mention when its sum is zero or more.
 *
 * Only evidence in the mention's own phrase outweighs all the rest ("Article 33 of the GDPR" on a
 * page about the ILO, and the other way round), so that a page using both senses gets each right.
 */
export const weights = {
  /** Where the sum starts: an unambiguous name carries itself unless its own sentence objects … */
  unique: 2.5,
  /** … an ambiguous one needs its sentence, or two weaker signs that agree. */
  context: -2.5,
  /** … and a full name that others bear too needs one sign of its bearer, however far off. */
  likely: -1,
  /** A cue for the card. Two paragraphs of one article share a topic, two of one page may not. */
  cue: { phrase: 9, sentence: 3, block: 2, nearby: 1.5, heading: 2, title: 2, page: 1 },
  /** A cue against it. From afar it says little: pages quote, list and link other things. */
  counterCue: { phrase: 9, sentence: 3, block: 1.5, nearby: 1, heading: 1.5, title: 2, page: 0.5 },
  /** The card's unambiguous name elsewhere: who was introduced in full is then called by surname. */
  sureMention: { block: 3, nearby: 2.5, page: 2.5 },
  /**
   * The same words settled elsewhere by their own phrase, for or against the card: a text keeps one
   * sense of a word (Gale, Church and Yarowsky, "One sense per discourse", 1992), a page less so.
   */
  sameSense: { block: 3, nearby: 2, page: 0.5 },
  otherSense: { block: 3, nearby: 1.5, page: 0.5 },
  /** "International Labour Conference (ILC)" settles what ILC means here. */
  defined: 6,
  /** "International Law Commission (ILC)" settles it the other way, whatever stands around it. */
  definedOtherwise: 25,
  /** In a line of capitals OIL may be the word; elsewhere it is the acronym. */
  capitalsLine: 2.5,
  /** Further signs of one kind add less and less: the second half, the third a quarter. */
  fading: 0.5,
} as const;

/** Add up signs of one kind, strongest first, each counting `weights.fading` of the one before. */
export function sumFading(signs: readonly number[]): number {
  return signs
    .toSorted((left, right) => right - left)
    .reduce((sum, sign, index) => sum + sign * weights.fading ** index, 0);
}
