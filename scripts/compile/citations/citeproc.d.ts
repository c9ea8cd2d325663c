declare module 'citeproc' {
  /** A style or locale file as citeproc reads it when it is not given XML. */
  type CslNode = {
    readonly name: string;
    readonly attrs: Readonly<Record<string, string>>;
    readonly children: readonly (CslNode | string)[];
  };
  type System = {
    readonly retrieveLocale: (tag: string) => CslNode;
    readonly retrieveItem: (id: string) => object;
  };
  class Engine {
    // oxlint-disable-next-line max-params -- the library's own signature
    constructor(system: System, style: CslNode, locale: string, forceLocale: boolean);
    updateItems(ids: readonly string[]): void;
    setOutputFormat(format: 'html' | 'text'): void;
    makeBibliography(): false | readonly [parameters: unknown, entries: readonly string[]];
    makeCitationCluster(items: readonly { readonly id: string }[]): string;
  }
  const CSL: { readonly Engine: typeof Engine };
  export default CSL;
  export type { CslNode };
}
