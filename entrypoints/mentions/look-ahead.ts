import type { PackDetection } from './detections';
import { createTextSweep } from './text-sweep';

/** Between two looks, in milliseconds; a page that loads longer is looked at no more. */
const restsMs = [100, 300, 900];

/**
 * Look at the beginning of a document that still loads, and have the finder loaded if an alias may
 * start there: that takes longer than all else there is to do once the document is parsed.
 */
export async function lookAhead(
  { findStarts, loadFinder }: Pick<PackDetection, 'findStarts' | 'loadFinder'>,
  { marksCode, signal }: { readonly marksCode: boolean; readonly signal: AbortSignal },
): Promise<void> {
  for (const restMs of restsMs) {
    // Nothing is drawn before there is something to see, nor while the page is hidden.
    await new Promise(requestAnimationFrame);
    if (document.readyState !== 'loading' || signal.aborted) return;
    const starts = createTextSweep(document, { marksCode, findStarts }).next() ?? [];
    if (starts.length > 0) {
      await loadFinder();
      return;
    }
    await new Promise((resolve) => {
      setTimeout(resolve, restMs);
    });
  }
}
