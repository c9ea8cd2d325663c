import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

/** A package of others, parts of which are in the built extension. */
export type BundledPackage = {
  readonly name: string;
  readonly version: string;
  readonly licence: string;
};

/** List the packages that modules of the builds in `root` come from, by name. */
export function listBundledPackages(root: string): readonly BundledPackage[] {
  const folder = join(root, '.output/modules');
  const lists = readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith('.json'))
    .map((name) => JSON.parse(readFileSync(join(folder, name), 'utf8')) as readonly string[]);
  return listPackageNames(lists.flat()).map((name) => {
    const manifest = readFileSync(join(root, 'node_modules', name, 'package.json'), 'utf8');
    const { version, license } = JSON.parse(manifest) as { version: string; license: string };
    return { name, version, licence: license };
  });
}

/** List the packages that modules come from, given as paths below `node_modules`. */
export function listPackageNames(modules: readonly string[]): readonly string[] {
  const names = modules.map((path) => /^(?:@[^/]+\/)?[^/]+/.exec(path)?.[0] ?? path);
  return [...new Set(names)].toSorted();
}
