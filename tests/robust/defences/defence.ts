/** A change of the source that takes one defence away. */
export type Edit = { readonly file: string; readonly from: string; readonly to: string };

/** Defences of a round are removed in one build, for they meet different pages. */
export type Defence = { readonly round: number; readonly edits: readonly Edit[] };
