import { isPaused, type Options } from '@/core/options';

/** How things stand between the extension and a page, as readers are told. */
export type PageStatus =
  /** No answer from the page yet. */
  | 'asking'
  /** Nothing looked at the page so far. */
  | 'unread'
  /** The browser did not let the extension look: access was neither granted nor lent by a click. */
  | 'refused'
  | 'site-off'
  | 'page-off'
  | 'paused'
  /** Looked at, nothing found. */
  | 'empty'
  | 'mentions'
  /** More found than can be marked. */
  | 'capped'
  /** Shown by the browser's PDF viewer, which extensions cannot read. */
  | 'pdf'
  /** A file, which the browser opens to extensions by a switch of its own. */
  | 'local'
  /** Closed to every extension by the browser. */
  | 'closed';

type PageFacts = {
  readonly kind: 'readable' | 'local' | 'pdf' | 'store' | 'browser';
  /** The page's origin, null when the browser withholds it. */
  readonly origin: string | null;
  /** What the page script told; null when none runs there, undefined before it could answer. */
  readonly report:
    | {
        readonly mentions: readonly unknown[];
        readonly isPageOff: boolean;
        readonly isCapped: boolean;
      }
    | null
    | undefined;
  readonly options: Options;
  /** The last attempt to look at the page failed. */
  readonly isRefused: boolean;
  /** Epoch milliseconds. */
  readonly now: number;
};

/** Tell how things stand with a page; what the reader chose goes before what the page script says. */
export function findPageStatus(page: PageFacts): PageStatus {
  const { kind, origin, report, options, now } = page;
  if (kind === 'store' || kind === 'browser') return 'closed';
  if (origin !== null && options.sitesOff.includes(origin)) return 'site-off';
  if (isPaused(options, now)) return 'paused';
  if (report === undefined) return 'asking';
  if (report === null && kind !== 'readable') return kind;
  if (report === null) return page.isRefused ? 'refused' : 'unread';
  if (report.isPageOff) return 'page-off';
  if (report.isCapped) return 'capped';
  return report.mentions.length === 0 ? 'empty' : 'mentions';
}
