declare module 'mark.js' {
  type MarkOptions = {
    readonly separateWordSearch?: boolean;
    readonly accuracy?: 'partially' | 'complementary' | 'exactly';
    readonly acrossElements?: boolean;
    readonly done?: (count: number) => void;
  };
  export default class Mark {
    constructor(context: Node);
    mark(terms: readonly string[], options: MarkOptions): void;
    markRegExp(pattern: RegExp, options: MarkOptions): void;
    unmark(): void;
  }
}

declare module 'ahocorasick' {
  export default class AhoCorasick {
    constructor(keywords: readonly string[]);
    search(text: string): readonly (readonly [number, readonly string[]])[];
  }
}
