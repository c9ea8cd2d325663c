import type { Frame, Page } from 'puppeteer-core';
import { evaluateInClosedRoot } from './closed-root';

/** A box in the viewport, in CSS pixels. */
export type Box = {
  readonly left: number;
  readonly top: number;
  readonly right: number;
  readonly bottom: number;
};

/** Where the open card stands and what is wrong about it. */
export type CardPlace = {
  readonly card: Box;
  /** Sides on which the card reaches out of the viewport. */
  readonly clipped: readonly string[];
  /** How many of nine points spread over the card something else of the page covers. */
  readonly coveredPoints: number;
};

/** Find out where the card of a page or frame stands; throws when none is open. */
export async function readCardPlace(place: Page | Frame): Promise<CardPlace> {
  const found = await evaluateInClosedRoot(
    place,
    (root) => {
      const dialog = root.querySelector('[role="dialog"]');
      if (dialog === null || dialog.getClientRects().length === 0) return null;
      const { left, top, right, bottom } = dialog.getBoundingClientRect();
      const { clientWidth, clientHeight } = document.documentElement;
      const isQuirky = document.compatMode === 'BackCompat';
      const height = isQuirky ? innerHeight : clientHeight;
      const points = [0.05, 0.5, 0.95].flatMap((across) =>
        [0.05, 0.5, 0.95].map((down) => [
          left + (right - left) * across,
          top + (bottom - top) * down,
        ]),
      );
      return {
        card: { left, top, right, bottom },
        clipped: [
          ...(left < 0 ? ['left'] : []),
          ...(top < 0 ? ['top'] : []),
          ...(right > clientWidth + 0.5 ? ['right'] : []),
          ...(bottom > height + 0.5 ? ['bottom'] : []),
        ],
        coveredPoints: points.filter(
          ([x = 0, y = 0]) => document.elementFromPoint(x, y) !== root.host,
        ).length,
      };
    },
    null,
  );
  if (found === null) throw new Error('no card is open');
  return found;
}

/** Measure the lines a page sets `text` on, as boxes in the viewport; line breaks count as spaces. */
export async function measureLines(place: Page | Frame, text: string): Promise<Box[]> {
  return place.evaluate((wanted) => {
    const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
    for (let node = walker.nextNode(); node !== null; node = walker.nextNode()) {
      const start = (node.nodeValue ?? '').indexOf(wanted);
      if (start < 0) continue;
      const range = document.createRange();
      range.setStart(node, start);
      range.setEnd(node, start + wanted.length);
      return [...range.getClientRects()].map(({ left, top, right, bottom }) => ({
        left,
        top,
        right,
        bottom,
      }));
    }
    return [];
  }, text);
}
