import { controlSelector, isElement, isMatch, findParentElement } from '@/platform/dom-properties';
import type { Sight } from './sight';

/**
 * Keep presses from what is in `root` when the reader cannot have meant it: it was covered, faded or
 * moved under the pointer, or it came between the pointer and a control of the page just now. Keys
 * press what has the focus, wherever it is seen.
 */
export function guardPresses(root: ShadowRoot, sights: ReadonlyMap<Element, Sight>): void {
  let isPressMeant = false;

  function isMeant(event: MouseEvent): boolean {
    for (const [frame, sight] of sights) {
      if (!(event.target instanceof Node) || !frame.contains(event.target)) continue;
      const verdict = sight.judge(event.timeStamp);
      return verdict === 'fresh' ? !isOverControl(root, event) : verdict === 'seen';
    }
    return false;
  }

  root.addEventListener(
    'pointerdown',
    (event) => {
      isPressMeant = event instanceof MouseEvent && isMeant(event);
    },
    { capture: true },
  );
  for (const type of ['click', 'auxclick'])
    root.addEventListener(
      type,
      (event) => {
        const isByKey = event instanceof MouseEvent && event.detail === 0;
        if (isByKey || (isPressMeant && event instanceof MouseEvent && isMeant(event))) return;
        event.preventDefault();
        event.stopImmediatePropagation();
      },
      { capture: true },
    );
}

/** Say whether the page has something to press under the card at the point of `event`. */
function isOverControl({ host }: ShadowRoot, { clientX, clientY }: MouseEvent): boolean {
  const stack = document.elementsFromPoint(clientX, clientY);
  const below = stack[stack.indexOf(host) + 1] ?? null;
  for (let step: Element | null = below; step; step = findParentElement(step))
    if (isElement(step) && isMatch(step, controlSelector)) return true;
  return below !== null && getComputedStyle(below).cursor === 'pointer';
}
