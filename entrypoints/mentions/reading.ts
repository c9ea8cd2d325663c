import { toCardKey, type Options } from '@/core/options';
import type { PackDetection } from './detections';
import { createChangeWatcher } from './page-changes';
import { createHighlighter } from './highlighter';
import { createLateRootWatch } from './late-roots';
import { lookAhead } from './look-ahead';
import { whenDrawn } from './first-frame';
import { isOfLostWindow } from './lost-window';
import { createMarker } from './marker';
import { createMentionMap, type PlacedMention } from './mention-map';
import type { Region } from './region-reader';
import { createScanner, listDocumentRegions } from './scanner';
import { followingBudget, readingBudget } from './slices';

/** Choosing marks, whose cost grows with their number, takes a tenth of the time at most. */
const restPerRefresh = 10;
const shortestRestMs = 50;

/** Reads the page and keeps its marks, as long as it is to be read. */
export type PageReading = ReturnType<typeof createPageReading>;

/** Create the reading of this document; nothing happens before `start`. */
export function createPageReading({
  name,
  getDetection,
  isOwn,
  onChanged,
  onMentionLost,
  onDocumentReplaced,
}: {
  readonly name: string;
  /** Gets the detection to read with from now on; asked anew at each start. */
  readonly getDetection: () => PackDetection;
  /** Says whether a node is the card's host. */
  readonly isOwn: (node: Node) => boolean;
  readonly onChanged: () => void;
  readonly onMentionLost: (mentionId: string) => void;
  readonly onDocumentReplaced: () => void;
}) {
  let options: Options | null = null;
  let quietIds: PackDetection['quietIds'] = new Set();
  const mentions = createMentionMap({
    idPrefix: crypto.getRandomValues(new Uint32Array(1))[0]?.toString(36) ?? '',
    onRemoved(mention) {
      marker.unmark(mention);
      onMentionLost(mention.id);
    },
  });
  const marker = createMarker(mentions, createHighlighter(name));

  function listWanted(): readonly PlacedMention[] {
    return options ? filterMentions(mentions.list(), options) : [];
  }

  let refreshTimer: ReturnType<typeof setTimeout> | undefined;
  let refreshAt = 0;

  /** While a long page is read, marks are chosen anew now and then, not after each batch. */
  function refreshSoon(): void {
    refreshTimer ??= setTimeout(refresh, Math.max(refreshAt - performance.now(), 0));
  }

  /** What is hidden is not marked, and only a page that was drawn tells cheaply what is. */
  let isDrawn = false;
  /** Until all is read once, nobody shall take the page for one without mentions. */
  let isRead = false;

  function refresh(): void {
    clearTimeout(refreshTimer);
    refreshTimer = undefined;
    if (!options || !isDrawn || (!isRead && mentions.size === 0)) return;
    // The whole document is the reader's to write in; no event tells when it became so.
    if (document.designMode === 'on') mentions.clear();
    const start = performance.now();
    const marked = listWanted().filter(({ packId }) => !quietIds.has(packId));
    marker.refresh(marked, options.isQuiet ? 'none' : options.density);
    const end = performance.now();
    refreshAt = end + Math.max((end - start) * restPerRefresh, shortestRestMs);
    onChanged();
  }

  return {
    mentions,
    marker,
    /** List what the reader has not turned off, in reading order. */
    listWanted,
    /** See, while the document still loads, what will be needed to read it. */
    lookAhead({ marksCode }: Options, signal: AbortSignal): void {
      lookAhead(getDetection(), { marksCode, signal }).catch(logFailure);
    },
    /** Read the document and follow its changes until `signal` aborts, then forget all. */
    start(startOptions: Options, signal: AbortSignal): void {
      options = startOptions;
      const detection = getDetection();
      quietIds = detection.quietIds;
      const scanner = createScanner({
        detection,
        page: { title: document.title, language: document.documentElement.lang || null },
        mentions,
        marksCode: startOptions.marksCode || isPlainText(document.contentType),
        signal,
        onShadowRoot: (root) => watcher.observe(root),
        onCustomElement: (element) => lateRoots.wait(element),
        onProgress: refreshSoon,
      });
      const rescan = (regions: readonly Region[]): Promise<void> =>
        scanner.scan(regions, followingBudget).then(refresh, logFailure);
      const watcher = createChangeWatcher({ mentions, isOwn, rescan, onDocumentReplaced, signal });
      const lateRoots = createLateRootWatch({
        onFound: (hosts) => void rescan(hosts.map((root) => ({ root }))),
        signal,
      });
      watcher.observe(document);
      const onDrawn = (): void => {
        isDrawn = true;
        refresh();
      };
      whenDrawn().then(onDrawn, logFailure);
      // Style sheets and images are there by then, so that it is known what is hidden.
      if (document.readyState !== 'complete')
        window.addEventListener('load', refresh, { once: true, signal });
      const finish = (): void => {
        isRead ||= !signal.aborted;
        refresh();
      };
      scanner.scan(listDocumentRegions(), readingBudget).then(finish, logFailure);
      signal.addEventListener('abort', () => {
        clearTimeout(refreshTimer);
        refreshTimer = undefined;
        options = null;
        isRead = false;
        mentions.clear();
        marker.clear();
        onChanged();
      });
    },
    /** Show marks as `newOptions` has them, without reading again. */
    setOptions(newOptions: Options): void {
      if (options) options = newOptions;
      refresh();
    },
  };
}

/** Browsers show texts of their own, and notes in JSON, in one `pre`; that makes them no code. */
function isPlainText(contentType: string): boolean {
  return !/html|script|css/.test(contentType);
}

/** The page must not notice; whoever looks into the console shall. */
function logFailure(error: unknown): void {
  // A frame its page removed cannot be read on, which is nobody's fault.
  if (document.defaultView === null || isOfLostWindow(error)) return;
  // oxlint-disable-next-line no-console -- the one thing a reader can send with a bug report
  console.error('Fact Cards could not read this page', error);
}

function filterMentions(mentions: readonly PlacedMention[], options: Options): PlacedMention[] {
  const muted = new Set(options.mutedCards);
  const rejected = new Set(
    options.rejectedMentions.map(({ card, text }) => `${card} ${toComparable(text)}`),
  );
  return mentions.filter(({ packId, cardId, text }) => {
    const key = toCardKey(packId, cardId);
    return !muted.has(key) && !rejected.has(`${key} ${toComparable(text)}`);
  });
}

/** Make two ways of writing the same rejected words equal. */
function toComparable(text: string): string {
  return text.toLowerCase().replace(/\s+/g, ' ');
}
