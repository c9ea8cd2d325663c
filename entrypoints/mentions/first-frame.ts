/** As long as style sheets may keep a page from being drawn before its marks no longer wait for it. */
const longestWaitMs = 500;

/** A page is still where it began so soon after it was parsed. */
const unscrolledMs = 500;

/**
 * Resolve when the browser has laid the page out by itself. To ask for a layout earlier has it made
 * in a task of ours, and often made again. Frames that are out of view are not drawn, nor waited for.
 */
export async function whenDrawn(): Promise<void> {
  await new Promise<void>((resolve) => {
    setTimeout(resolve, longestWaitMs);
    try {
      // What is asked for in a frame comes after its layout.
      requestAnimationFrame(() => setTimeout(resolve, 0));
    } catch {
      // The page removed the frame this runs in; Firefox draws no more for it.
    }
  });
}

/** Say whether the document is seen from its top, as far as that can be told without a layout. */
export function isAtTop(): boolean {
  const [navigation] = performance.getEntriesByType('navigation');
  return (
    navigation instanceof PerformanceNavigationTiming &&
    // The others are shown where they were left.
    navigation.type === 'navigate' &&
    location.hash === '' &&
    performance.now() - navigation.domContentLoadedEventStart < unscrolledMs
  );
}
