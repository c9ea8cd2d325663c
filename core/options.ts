/** How many mentions of one card are marked. */
export const densities = ['every', 'first-per-section', 'first-per-page', 'none'] as const;
export type Density = (typeof densities)[number];

/** A form of a name the reader rejected for one card ("not this one"); `card` is "packId/cardId". */
export type RejectedMention = { readonly card: string; readonly text: string };

/** What the reader has chosen; every key has a default, only what differs is stored. */
export type Options = {
  readonly density: Density;
  /** No marks and nothing in the page: mentions are listed in popup and side panel only. */
  readonly isQuiet: boolean;
  /** Origins ("https://example.org") on which the extension stays off. */
  readonly sitesOff: readonly string[];
  /** Cards never marked again, as "packId/cardId". */
  readonly mutedCards: readonly string[];
  /** Single aliases the reader rejected for a card ("not this one"). */
  readonly rejectedMentions: readonly RejectedMention[];
  /** Epoch milliseconds until which nothing is marked; null when not paused. */
  readonly pausedUntil: number | null;
  /** Mark mentions inside code, pre, kbd and samp. */
  readonly marksCode: boolean;
  /** Allow the reading list in quiet mode and private windows too. */
  readonly keepsListAlways: boolean;
  /** Style of citation copied last, offered first; null before the first. */
  readonly lastStyleId: string | null;
};
export type OptionKey = keyof Options;

export const defaultOptions: Options = {
  density: 'first-per-section',
  isQuiet: false,
  sitesOff: [],
  mutedCards: [],
  rejectedMentions: [],
  pausedUntil: null,
  marksCode: false,
  keepsListAlways: false,
  lastStyleId: null,
};
export const optionKeys = Object.keys(defaultOptions) as readonly OptionKey[];

/** A part of what was stored that does not fit and is therefore not used. */
export type UnusableOption = { readonly key: string; readonly value: unknown };

/** What is left of a stored value: `usable` is undefined when nothing is. */
type Checked = { readonly usable: unknown; readonly unusable: readonly unknown[] };

const maxListLength = 10_000;
const maxTextLength = 2000;

const isText = (value: unknown): value is string =>
  typeof value === 'string' && value.length > 0 && value.length <= maxTextLength;

const isRejectedMention = (value: unknown): value is RejectedMention =>
  typeof value === 'object' &&
  value !== null &&
  'card' in value &&
  'text' in value &&
  isText(value.card) &&
  isText(value.text);

/** Check a whole value; a wrong one is unusable as a whole. */
function checkValue(isFit: (value: unknown) => boolean): (value: unknown) => Checked {
  return (value) =>
    isFit(value) ? { usable: value, unusable: [] } : { usable: undefined, unusable: [value] };
}

/** Check entry by entry, so that one bad entry costs no other. */
function checkList(isFit: (entry: unknown) => boolean): (value: unknown) => Checked {
  return (value) => {
    if (!Array.isArray(value)) return { usable: undefined, unusable: [value] };
    const fit = value.filter(isFit);
    const kept = fit.slice(0, maxListLength);
    const unusable = [...value.filter((entry) => !isFit(entry)), ...fit.slice(maxListLength)];
    return { usable: kept, unusable };
  };
}

const checks: { readonly [Key in OptionKey]: (value: unknown) => Checked } = {
  density: checkValue((value) => densities.some((density) => density === value)),
  isQuiet: checkValue((value) => typeof value === 'boolean'),
  sitesOff: checkList(isText),
  mutedCards: checkList(isText),
  rejectedMentions: checkList(isRejectedMention),
  pausedUntil: checkValue((value) => value === null || Number.isFinite(value)),
  marksCode: checkValue((value) => typeof value === 'boolean'),
  keepsListAlways: checkValue((value) => typeof value === 'boolean'),
  lastStyleId: checkValue((value) => value === null || isText(value)),
};

/** Read stored values, key by key; what does not fit is handed back and its default used. */
export function readOptions(stored: Readonly<Record<string, unknown>>): {
  readonly options: Options;
  readonly unusable: readonly UnusableOption[];
} {
  const options: Record<string, unknown> = { ...defaultOptions };
  const unusable: UnusableOption[] = [];
  for (const key of optionKeys) {
    if (!Object.hasOwn(stored, key) || stored[key] === undefined) continue;
    const checked = checks[key](stored[key]);
    if (checked.usable !== undefined) options[key] = checked.usable;
    unusable.push(...checked.unusable.map((value) => ({ key, value })));
  }
  return { options: options as Options, unusable };
}

/** Tell whether a value says the same as the default, so that it need not be stored. */
export function isDefaultOption(key: OptionKey, value: unknown): boolean {
  return JSON.stringify(value) === JSON.stringify(defaultOptions[key]);
}

/** How long a pause lasts, in milliseconds. */
export const pauseMs = 3_600_000;

/** Tell whether marks rest at `now`, in epoch milliseconds. */
export function isPaused({ pausedUntil }: Options, now: number): boolean {
  // A pause that ends later than one begun now was begun while the clock was wrong.
  return pausedUntil !== null && now < pausedUntil && pausedUntil <= now + pauseMs;
}

/** Name a card across packs, as options store it. */
export function toCardKey(packId: string, cardId: string): string {
  return `${packId}/${cardId}`;
}
