import type { JSX } from 'preact';
import type { TextPosition } from '@/core/pack';

/** Show a text with the characters that matched a search set off; overlaps are merged. */
export function Highlighted(props: {
  readonly text: string;
  readonly matches: readonly TextPosition[];
}): JSX.Element {
  const { text } = props;
  const parts: (string | JSX.Element)[] = [];
  let position = 0;
  for (const { start, end } of props.matches.toSorted((a, b) => a.start - b.start)) {
    const from = Math.max(start, position);
    if (end <= from) continue;
    parts.push(text.slice(position, from), <mark key={from}>{text.slice(from, end)}</mark>);
    position = end;
  }
  parts.push(text.slice(position));
  return <>{parts}</>;
}
