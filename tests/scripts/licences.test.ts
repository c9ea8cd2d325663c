import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { listPackageNames } from '@/scripts/package/bundled-packages';

const root = join(import.meta.dirname, '../..');
const { dependencies } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')) as {
  dependencies: Readonly<Record<string, string>>;
};
const listed = readFileSync(join(root, 'docs/licences.md'), 'utf8');

it.each(Object.entries(dependencies))('names %s, its version and licence', (name, version) => {
  const manifest = readFileSync(join(root, 'node_modules', name, 'package.json'), 'utf8');
  const { license } = JSON.parse(manifest) as { license: string };
  const row = listed.split('\n').find((line) => line.startsWith(`| ${name} `)) ?? '';
  expect(row).toContain(` ${version} `);
  expect(row).toContain(` ${license} `);
});

it('tells packages by the paths of their modules', () => {
  expect(
    listPackageNames(['preact/hooks/dist/hooks.mjs', '@floating-ui/dom/dist/a.mjs', 'preact/x.js']),
  ).toEqual(['@floating-ui/dom', 'preact']);
});
