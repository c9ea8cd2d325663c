const latinRow = "qwertyuiop[]asdfghjkl;'zxcvbnm,.`";
/** Russian, Belarusian, Ukrainian. */
const cyrillicRows = [
  'йцукенгшщзхъфывапролджэячсмитьбюё',
  "йцукенгшўзх'фывапролджэячсмітьбюё",
  "йцукенгшщзхїфівапролджєячсмитьбю'",
];

function createSwap(from: string, to: string): (text: string) => string {
  const pairs = new Map([...from].map((letter, at) => [letter, to[at] ?? letter]));
  return (text) => [...text.toLowerCase()].map((letter) => pairs.get(letter) ?? letter).join('');
}

const swaps = cyrillicRows.flatMap((row) => [createSwap(latinRow, row), createSwap(row, latinRow)]);

/** List what `query` would read, had it been typed in the other keyboard layout ("ашвр": "fidh"). */
export function listLayoutSlips(query: string): string[] {
  const slips = swaps.map((swap) => swap(query)).filter((slip) => slip !== query.toLowerCase());
  return [...new Set(slips)];
}
