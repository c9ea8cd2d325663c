import type { JSX } from 'preact';

/** Strokes on a 16 by 16 grid. */
const paths = {
  back: 'M10 3 5 8l5 5',
  bookmark: 'M4.5 2.5h7v11L8 10.8l-3.5 2.7z',
  check: 'M3 8.5 6.5 12 13 4.5',
  chevron: 'm4 6 4 4 4-4',
  close: 'm4 4 8 8M12 4l-8 8',
  copy: 'M6 6h7.5v7.5H6zM3.5 10h-1V2.5H10v1',
  external: 'M9 2.5h4.5V7M13 3 7.5 8.5M6.5 3.5h-4v10h10v-4',
  more: 'M3 8h.01M8 8h.01M13 8h.01',
  pin: 'M8 10v4M5.5 2.5h5M6 2.5v3.2L4 8.5V10h8V8.5l-2-2.8V2.5',
  quote: 'M3 10.5c2 0 3-1.2 3-3.5V4H3v3h3M10 10.5c2 0 3-1.2 3-3.5V4h-3v3h3',
  search: 'M7 11.5a4.5 4.5 0 1 0 0-9 4.5 4.5 0 0 0 0 9ZM10.5 10.5l3 3',
} as const;

export type IconName = keyof typeof paths;

/** Draw an icon in the colour of the text; always decoration, so its button carries the label. */
export function Icon({ name }: { name: IconName }): JSX.Element {
  return (
    <svg class={`icon icon-${name}`} viewBox="0 0 16 16" aria-hidden="true" focusable="false">
      <path d={paths[name]} />
    </svg>
  );
}
