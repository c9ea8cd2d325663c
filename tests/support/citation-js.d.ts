declare module '@citation-js/core' {
  type CslValue = Readonly<Record<string, unknown>>;
  export class Cite {
    constructor(text: string, options: { readonly forceType: string });
    readonly data: readonly CslValue[];
  }
}
declare module '@citation-js/plugin-ris';
declare module '@citation-js/plugin-bibtex';
