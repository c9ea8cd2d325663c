/** A list of which each item is read when it is first asked for. */
export type LazyList<Item> = {
  readonly length: number;
  /** Get an item; undefined beyond the end. */
  readonly get: (index: number) => Item | undefined;
};

/** Goes between the items of a list that is written as one text. */
const separator = ' ';

/** Write `items`, none of which has a space, as one text. */
export function writeList(items: readonly string[]): string {
  return items.map((item) => item + separator).join('');
}

/** Split what `writeList` wrote. Native code, which counts on a page's first milliseconds. */
export function splitList(text: string): string[] {
  return text.split(separator).slice(0, -1);
}

/** Create a list of `length` items that `read` reads, each once. */
export function createLazyList<Item>(
  length: number,
  read: (index: number) => Item,
): LazyList<Item> {
  const known = new Map<number, Item>();
  return {
    length,
    get(index) {
      if (index >= length || index < 0) return undefined;
      const item = known.get(index) ?? read(index);
      known.set(index, item);
      return item;
    },
  };
}

/** Create the list of the items `writeList` wrote, each read by `decode`. */
export function readList<Item>(text: string, decode: (item: string) => Item): LazyList<Item> {
  const items = splitList(text);
  return createLazyList(items.length, (index) => decode(items[index] ?? ''));
}

/** List all items. */
export function listItems<Item>({ length, get }: LazyList<Item>): Item[] {
  return Array.from({ length }, (_, index) => get(index) as Item);
}
