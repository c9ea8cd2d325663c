type Offer = {
  /** BCP 47 tag of the language that could be had instead. */
  readonly offered: string;
  /** BCP 47 tag of the language shown otherwise. */
  readonly shown: string;
  /** The reader's languages, best first. */
  readonly wanted: readonly string[];
};

/** Say whether a reader would rather read `offered` than `shown`; regions make no difference. */
export function isPreferred({ offered, shown, wanted }: Offer): boolean {
  const choices = [offered, shown].map(toLanguage);
  const first = wanted.map(toLanguage).find((language) => choices.includes(language));
  return first === choices[0] && first !== choices[1];
}

function toLanguage(tag: string): string {
  return tag.toLowerCase().split('-')[0] ?? '';
}
