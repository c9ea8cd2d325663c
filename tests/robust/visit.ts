import type { Frame, Page } from 'puppeteer-core';
import { type ScrolledPoint, scrollingMs, sleep } from '@/tests/support/browser/page-reading';

/** List the marked words of all frames of `page`, sorted. */
export async function listAllMarks(page: Page): Promise<readonly string[]> {
  const found = await Promise.all(page.frames().map(listFrameMarks));
  return found.flat().toSorted();
}

function listFrameMarks(frame: Frame): Promise<string[]> {
  return askFrame(
    frame,
    () =>
      [...CSS.highlights.values()].flatMap((highlight) =>
        [...highlight].map(({ startContainer: node, startOffset, endContainer, endOffset }) => {
          const range = new Range();
          range.setStart(node, startOffset);
          range.setEnd(endContainer, endOffset);
          // To say what stands in a range takes Firefox longer, the longer the text around it is.
          const isWithin = node === endContainer && node instanceof Text;
          const text = isWithin
            ? node.substringData(startOffset, endOffset - startOffset)
            : range.toString();
          return text.replaceAll('\u00AD', '').replace(/\s+/g, ' ');
        }),
      ),
    [],
  );
}

/**
 * Give the documents of all frames of `page` and all open shadow trees in them, as text; of very long
 * ones length and hash, which are sooner told.
 */
export async function readDom(page: Page): Promise<readonly string[]> {
  const found = await Promise.all(
    page.frames().map((frame) =>
      askFrame(frame, () => {
        const trees: string[] = [];
        // The viewer of PDFs is the browser's own, and writes numbers of its own into its pages.
        const isViewer = location.protocol === 'chrome-extension:';
        if (isViewer || document.querySelector('embed[original-url]') !== null) return trees;
        const read = (root: Document | ShadowRoot): void => {
          const text = new XMLSerializer().serializeToString(root);
          let hash = 0;
          for (let at = 0; text.length > 1_000_000 && at < text.length; at += 1)
            hash = Math.imul(hash ^ text.charCodeAt(at), 0x01000193);
          trees.push(text.length > 1_000_000 ? `${text.length} letters, ${hash}` : text);
          for (const { shadowRoot } of root.querySelectorAll('*')) if (shadowRoot) read(shadowRoot);
        };
        read(document);
        return trees;
      }, []),
    ),
  );
  return found.flat();
}

/** Frames come and go while a page changes; browsers' own viewers answer nobody. */
async function askFrame<Answer>(
  frame: Frame,
  inFrame: () => Answer,
  otherwise: Answer,
): Promise<Answer> {
  try {
    return await frame.evaluate(inFrame);
  } catch {
    return otherwise;
  }
}

/** Rest the pointer on the first mark that reads `text`, coming from a little off; gives its frame. */
export async function hoverMark(page: Page, text: string): Promise<Frame> {
  for (const frame of page.frames()) {
    let inFrame = await frame.evaluate(locateMark, text).catch(() => null);
    if (inFrame === null) continue;
    // A frame cannot tell whether the page around it has scrolled.
    if (inFrame.hasScrolled || frame !== page.mainFrame()) {
      await sleep(scrollingMs);
      inFrame = await frame.evaluate(locateMark, text);
    }
    const box = await (await frame.frameElement())?.boundingBox();
    const x = (inFrame?.x ?? 0) + (box?.x ?? 0);
    const y = (inFrame?.y ?? 0) + (box?.y ?? 0);
    await page.mouse.move(x - 3, y + 2);
    await page.mouse.move(x, y, { steps: 3 });
    return frame;
  }
  throw new Error(`no mark that can be seen reads “${text}”`);
}

function locateMark(text: string): ScrolledPoint | null {
  for (const highlight of CSS.highlights.values()) {
    for (const mark of highlight) {
      const range = new Range();
      range.setStart(mark.startContainer, mark.startOffset);
      range.setEnd(mark.endContainer, mark.endOffset);
      if (range.toString().replaceAll('\u00AD', '').replace(/\s+/g, ' ') !== text) continue;
      const { x, y } = range.getBoundingClientRect();
      mark.startContainer.parentElement?.scrollIntoView({ block: 'center', behavior: 'instant' });
      const after = range.getBoundingClientRect();
      const hasScrolled = after.x !== x || after.y !== y;
      const rect = [...range.getClientRects()].find(({ width, height }) => width * height > 0);
      if (rect) return { x: rect.x + rect.width / 2, y: rect.y + rect.height / 2, hasScrolled };
    }
  }
  return null;
}

/** Say whether a card is open in `frame`. */
export function isCardOpen(frame: Frame): Promise<boolean> {
  return frame.evaluate(
    () => document.querySelector('div[popover="manual"]:popover-open:empty') !== null,
  );
}
