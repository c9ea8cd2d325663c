declare module 'commonmark' {
  export type Node = {
    readonly type: string;
    readonly literal: string | null;
    readonly destination: string | null;
    readonly firstChild: Node | null;
    walker(): { next(): { readonly entering: boolean; readonly node: Node } | null };
  };
  export class Parser {
    parse(markdown: string): Node;
  }
}
