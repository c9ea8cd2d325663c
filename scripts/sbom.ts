// Prints what of others is in the built packages, as CycloneDX; build first.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { listBundledPackages } from './package/bundled-packages';

const root = join(import.meta.dirname, '..');
const { name, version, license } = JSON.parse(
  readFileSync(join(root, 'package.json'), 'utf8'),
) as Readonly<Record<'name' | 'version' | 'license', string>>;

function describe(part: { name: string; version: string; licence: string }, type: string): object {
  const { name, version, licence } = part;
  return {
    type,
    'bom-ref': `pkg:npm/${name.replace('@', '%40')}@${version}`,
    name,
    version,
    purl: `pkg:npm/${name.replace('@', '%40')}@${version}`,
    licenses: [{ license: { id: licence } }],
  };
}

const components = listBundledPackages(root).map((part) => describe(part, 'library'));
const component = describe({ name, version, licence: license }, 'application');
const bom = {
  bomFormat: 'CycloneDX',
  specVersion: '1.5',
  version: 1,
  metadata: { component },
  components,
};
console.log(JSON.stringify(bom, null, 2));
