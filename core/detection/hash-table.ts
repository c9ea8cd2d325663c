/**
 * Open-addressed tables of hashes as text, looked up as they stand. A slot is two letters, blank when
 * it is empty, else twelve bits of a hash that begins to look for its place by others: of 266,707
 * words of 130 pages, six were met by chance in a table of 3,000. All is ASCII, which no tool
 * escapes, composes or takes for invisible.
 */
const blank = '  ';
const blankCode = 32;
const letterBits = 6;

/** Count the slots of a table. */
export function countSlots(table: string): number {
  return table.length >> 1;
}

/** Write the table of `hashes`, half of it blank at least, and tell which slots they came to. */
export function encodeTable(hashes: Iterable<number>): {
  readonly table: string;
  readonly slots: ReadonlyMap<number, number>;
} {
  // In order, so that equal packs make equal files.
  const sorted = [...new Set(hashes)].toSorted((one, other) => one - other);
  let size = 16;
  while (size < sorted.length * 2) size *= 2;
  const tags = Array<string>(size).fill(blank);
  const slots = new Map<number, number>();
  for (const hash of sorted) {
    const tag = String.fromCharCode(toFirstLetter(hash), toSecondLetter(hash));
    let slot = toHomeSlot(hash, size - 1);
    while (tags[slot] !== blank && tags[slot] !== tag) slot = (slot + 1) % size;
    tags[slot] = tag;
    slots.set(hash, slot);
  }
  return { table: tags.join(''), slots };
}

/** Get the slot in which a hash may be first; `mask` is the number of slots, a power of two, less one. */
function toHomeSlot(hash: number, mask: number): number {
  return hash >>> Math.clz32(mask);
}

/** Get the code of the letter for six bits: from “>” to “~”, without the backslash. */
function toLetter(bits: number): number {
  return 62 + bits + (bits >= 30 ? 1 : 0);
}

function toFirstLetter(hash: number): number {
  return toLetter((hash >>> letterBits) & ((1 << letterBits) - 1));
}

function toSecondLetter(hash: number): number {
  return toLetter(hash & ((1 << letterBits) - 1));
}

/** Find the slot of a hash in a table; -1 when it has none. */
export function findSlot(table: string, hash: number): number {
  const mask = countSlots(table) - 1;
  let slot = toHomeSlot(hash, mask);
  for (;;) {
    const code = table.charCodeAt(2 * slot);
    if (code === blankCode) return -1;
    if (code === toFirstLetter(hash) && table.charCodeAt(2 * slot + 1) === toSecondLetter(hash))
      return slot;
    slot = (slot + 1) & mask;
  }
}
