/** Where the hash of a word starts; each folded code unit is then mixed in by `mixHash`. */
export const hashSeed = 0x2f6e2b1;

/** Mix one folded code unit into the hash of the word it belongs to (FNV-1a on 16 bits). */
export function mixHash(hash: number, code: number): number {
  return Math.imul(hash ^ code, 0x01000193);
}

/** Get the hash of a folded word. */
export function hashWord(word: string): number {
  let hash = hashSeed;
  for (let index = 0; index < word.length; index += 1) {
    hash = mixHash(hash, word.charCodeAt(index));
  }
  return hash;
}

/** Get the hash of two words that follow each other. */
export function hashPair(first: number, second: number): number {
  return Math.imul(first ^ (second >>> 15) ^ (second << 9), 0x85ebca6b);
}
