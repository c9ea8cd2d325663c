/**
 * What the extension's contexts say to each other. Every value that arrives is checked here; what
 * does not fit is ignored. Requests travel over a port opened with `tabs.connect`, because only a
 * port carries an answer from every frame of a tab.
 */

/** A mention as lists show it. */
export type PageMention = {
  /** Unique within the tab, over all frames, for as long as the document lives. */
  readonly id: string;
  readonly packId: string;
  readonly cardId: string;
  /** The words as the page writes them. */
  readonly text: string;
  /** Text of the nearest heading above; null when there is none. */
  readonly heading: string | null;
};

/** What one frame, or a whole tab, tells about itself. */
export type PageReport = {
  /** Mentions in reading order. */
  readonly mentions: readonly PageMention[];
  /** The mention whose card is open or that was visited last; null before the first. */
  readonly currentId: string | null;
  /** The first mention in or below the visible part of the page; null when there is none. */
  readonly inViewId: string | null;
  /** The reader turned marks off on this page. */
  readonly isPageOff: boolean;
  /** More mentions were found than are kept. */
  readonly isCapped: boolean;
};

/** What an extension page or the background may ask of the page script. */
export type PageRequests = {
  /** Report what was found. */
  readonly listMentions: { request: object; response: PageReport };
  /** Count the mentions only; cheaper than a report. */
  readonly countMentions: { request: object; response: number };
  /** Scroll to a mention, open its card, move focus in; false when it is in another frame or gone. */
  readonly revealMention: { request: { readonly mentionId: string }; response: boolean };
  /** Turn marks off, or on again, until the document goes. */
  readonly setPageOff: { request: { readonly isOff: boolean }; response: boolean };
  /** Copy a citation for the mention last right-clicked or, if none was, the open card. */
  readonly copyCitation: { request: object; response: boolean };
};
export type PageRequestType = keyof PageRequests;
export type PageRequest<Type extends PageRequestType = PageRequestType> = {
  readonly [Key in Type]: { readonly type: Key } & PageRequests[Key]['request'];
}[Type];

/** What the page script tells the background without being asked. */
export type PageEvents = {
  /** The number of mentions in the sending frame changed. */
  readonly mentionsCounted: { readonly count: number };
};

/** One frame's answer and its place in the tab: child indexes from the top frame down. */
export type FrameAnswer<Response> = {
  readonly framePath: readonly number[];
  /** How many frames lie directly in this one; they are expected to answer too. */
  readonly childCount: number;
  readonly response: Response;
};

/** Name of a port that carries one request and one answer from each frame. */
export const requestPortName = 'request';
/** Name of a port over which each frame posts its report now and after every change. */
export const watchPortName = 'watch';

type Guard<Value> = (value: unknown) => value is Value;

function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

const isBoolean: Guard<boolean> = (value) => typeof value === 'boolean';
const isText = (value: unknown): value is string =>
  typeof value === 'string' && value.length <= 10_000;
const isTextOrNull: Guard<string | null> = (value) => value === null || isText(value);
const isCount = (value: unknown): value is number =>
  typeof value === 'number' && Number.isSafeInteger(value) && value >= 0;

function isPageMention(value: unknown): value is PageMention {
  return (
    isRecord(value) &&
    isText(value['id']) &&
    isText(value['packId']) &&
    isText(value['cardId']) &&
    isText(value['text']) &&
    isTextOrNull(value['heading'])
  );
}

function isPageReport(value: unknown): value is PageReport {
  return (
    isRecord(value) &&
    Array.isArray(value['mentions']) &&
    value['mentions'].every(isPageMention) &&
    isTextOrNull(value['currentId']) &&
    isTextOrNull(value['inViewId']) &&
    isBoolean(value['isPageOff']) &&
    isBoolean(value['isCapped'])
  );
}

const requestGuards: {
  readonly [Type in PageRequestType]: (fields: Readonly<Record<string, unknown>>) => boolean;
} = {
  listMentions: () => true,
  countMentions: () => true,
  revealMention: ({ mentionId }) => isText(mentionId),
  setPageOff: ({ isOff }) => isBoolean(isOff),
  copyCitation: () => true,
};

const responseGuards: {
  readonly [Type in PageRequestType]: Guard<PageRequests[Type]['response']>;
} = {
  listMentions: isPageReport,
  countMentions: isCount,
  revealMention: isBoolean,
  setPageOff: isBoolean,
  copyCitation: isBoolean,
};

/** Check a request that arrived in a page; null when it is none of ours or malformed. */
export function toPageRequest(value: unknown): PageRequest | null {
  if (!isRecord(value) || typeof value['type'] !== 'string') return null;
  if (!Object.hasOwn(requestGuards, value['type'])) return null;
  const guard = requestGuards[value['type'] as PageRequestType];
  return guard(value) ? (value as PageRequest) : null;
}

/** Check one frame's answer to a request of `type`; null when it is malformed. */
export function toFrameAnswer<Type extends PageRequestType>(
  type: Type,
  value: unknown,
): FrameAnswer<PageRequests[Type]['response']> | null {
  if (!isRecord(value)) return null;
  const { framePath, childCount, response } = value;
  if (!Array.isArray(framePath) || !framePath.every(isCount) || !isCount(childCount)) return null;
  const isResponse: Guard<PageRequests[Type]['response']> = responseGuards[type];
  return isResponse(response) ? { framePath, childCount, response } : null;
}

/** Check a count event sent to the background; null when it is something else. */
export function toMentionsCounted(value: unknown): PageEvents['mentionsCounted'] | null {
  if (!isRecord(value) || value['type'] !== 'mentionsCounted') return null;
  return isCount(value['count']) ? { count: value['count'] } : null;
}

/** Order frames as a reader meets them: parents before children, siblings by index. */
export function compareFramePaths(left: readonly number[], right: readonly number[]): number {
  const length = Math.min(left.length, right.length);
  for (let depth = 0; depth < length; depth += 1) {
    const difference = (left[depth] ?? 0) - (right[depth] ?? 0);
    if (difference !== 0) return difference;
  }
  return left.length - right.length;
}

/** Tell whether every frame known of has answered; a frame we may not enter never does. */
export function isComplete(answers: readonly FrameAnswer<unknown>[]): boolean {
  const answered = new Set(answers.map(({ framePath }) => framePath.join('.')));
  return answers.every(({ framePath, childCount }) =>
    Array.from({ length: childCount }, (_, index) => [...framePath, index].join('.')).every(
      (child) => answered.has(child),
    ),
  );
}

/** Join the reports of a tab's frames into one, in frame order; null when no frame answered. */
export function mergeReports(answers: readonly FrameAnswer<PageReport>[]): PageReport | null {
  if (answers.length === 0) return null;
  const reports = answers
    .toSorted((left, right) => compareFramePaths(left.framePath, right.framePath))
    .map(({ response }) => response);
  return {
    mentions: reports.flatMap(({ mentions }) => mentions),
    currentId: reports.find(({ currentId }) => currentId !== null)?.currentId ?? null,
    inViewId: reports.find(({ inViewId }) => inViewId !== null)?.inViewId ?? null,
    isPageOff: reports.some(({ isPageOff }) => isPageOff),
    isCapped: reports.some(({ isCapped }) => isCapped),
  };
}

/** Find the mention to go to from where the reader is, wrapping at both ends; null if there is none. */
export function findNextMention(report: PageReport, direction: 1 | -1): PageMention | null {
  const { mentions, currentId, inViewId } = report;
  const indexOf = (id: string | null) => mentions.findIndex((mention) => mention.id === id);
  const current = indexOf(currentId);
  if (current !== -1) return mentions.at((current + direction) % mentions.length) ?? null;
  const inView = Math.max(indexOf(inViewId), 0);
  return mentions.at(direction === 1 ? inView : (inView - 1) % mentions.length) ?? null;
}
