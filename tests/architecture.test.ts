import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { join, relative } from 'node:path';
import { describe, expect, it } from 'vitest';

const root = join(import.meta.dirname, '..');
/** The type of the texts, which the keys of `Translate` are derived from. */
const messages = '@/public/_locales/en/';
const browserApi = ['wxt/browser', '#imports', 'wxt/utils/'];
const compiledPacks = '@/data/compiled/';

/** Who may import whom; `./` stands for the folder itself. docs/architecture.md gives the reasons. */
const rules: readonly { folder: string; may: readonly string[] }[] = [
  { folder: 'core', may: ['@/core/', messages, './'] },
  { folder: 'platform', may: ['@/core/', './', ...browserApi] },
  { folder: 'components', may: ['@/core/', '@/assets/', './', 'preact'] },
  {
    folder: 'scripts',
    may: [
      '@/core/',
      '@/data/',
      '@/scripts/',
      './',
      'node:',
      'yaml',
      'valibot',
      'citeproc',
      'esbuild',
      'wxt',
      '@/tests/support/browser/',
      'puppeteer-core',
    ],
  },
  ...readdirSync(join(root, 'entrypoints')).map((name) => ({
    folder: `entrypoints/${name}`,
    may: [
      '@/core/',
      '@/platform/',
      '@/components/',
      '@/assets/',
      compiledPacks,
      './',
      'preact',
      '@floating-ui/dom',
      ...browserApi,
    ],
  })),
];
/** What one module, and only it, may import. */
const exceptions: Readonly<Record<string, readonly string[]>> = {
  'core/search.ts': ['fuse.js'],
  'core/pack-schema.ts': ['valibot'],
  'platform/packs-index.ts': ['@/package.json'],
  'entrypoints/belarusian/index.ts': ['@/public/_locales/be/'],
};

function listSourceFiles(folder: string): string[] {
  if (!existsSync(folder)) return [];
  return readdirSync(folder).flatMap((name) => {
    const path = join(folder, name);
    if (statSync(path).isDirectory()) return listSourceFiles(path);
    return /\.(?:ts|tsx|mjs|css)$/.test(name) ? [path] : [];
  });
}

function findImports(text: string): string[] {
  const pattern =
    /(?:^|\n)\s*(?:import|export)\s(?:[^'";]*?\sfrom\s)?['"]([^'"]+)['"]|import\(\s*['"]([^'"]+)['"]/g;
  return [...text.matchAll(pattern)].map((match) => match[1] ?? match[2] ?? '');
}

function findForbiddenImports(rule: (typeof rules)[number]): string[] {
  return listSourceFiles(join(root, rule.folder)).flatMap((path) => {
    const file = relative(root, path);
    const allowed = [...rule.may, ...(exceptions[file] ?? [])];
    return findImports(readFileSync(path, 'utf8'))
      .filter((target) => !allowed.some((prefix) => target.startsWith(prefix)))
      .map((target) => `${file} imports ${target}`);
  });
}

describe('layers', () => {
  it.each(rules)('$folder imports only what its layer may', (rule) => {
    expect(findForbiddenImports(rule)).toEqual([]);
  });

  it('sees every form of import', () => {
    const text = `import a from 'one';\nimport 'two';\nexport { b } from "three";\nimport type {\n c,\n} from 'four';\nawait import('five');`;
    expect(findImports(text)).toEqual(['one', 'two', 'three', 'four', 'five']);
  });
});

describe('sizes', () => {
  const folders = ['core', 'platform', 'components', 'entrypoints', 'scripts', 'bench', 'assets'];
  it.each(folders)('%s keeps every file within 300 lines', (folder) => {
    const tooLong = listSourceFiles(join(root, folder))
      .map((path) => ({
        file: relative(root, path),
        lines: readFileSync(path, 'utf8').split('\n').length - 1,
      }))
      .filter(({ lines }) => lines > 300);
    expect(tooLong).toEqual([]);
  });
});
