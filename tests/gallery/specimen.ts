import type { JSX } from 'preact';

/** One component in one state. */
export type Specimen = {
  readonly name: string;
  readonly element: JSX.Element;
  /** Shown in a frame of its own size, as a popup or side panel is. */
  readonly isPanel?: boolean;
  /** Buttons to press by their text, or Enter in the search box, in this order. */
  readonly pressed?: readonly string[];
};
