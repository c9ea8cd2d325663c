import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { build, getHash, targets, zipFolder, zipSources } from './package/package-files';

const root = join(import.meta.dirname, '..');
const outDirectory = join(root, 'artifacts/packages');

function save(name: string, bytes: Buffer): void {
  writeFileSync(join(outDirectory, name), bytes);
  console.log(`${getHash(bytes)}  ${name}  ${bytes.length} B`);
}

mkdirSync(outDirectory, { recursive: true });
build(root);
for (const { folder, packageName } of targets) save(packageName, zipFolder(join(root, folder)));
save('fact-cards-sources.zip', zipSources(root));
