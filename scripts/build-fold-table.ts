import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { encodeFoldTable } from './fold-table/encode-fold-table';

const path = join(import.meta.dirname, '../core/detection/fold-table.ts');
const lines = encodeFoldTable().match(/.{1,90}/gu) ?? [];
writeFileSync(
  path,
  `/** Runs of the folding table, written by \`npm run build:fold-table\`; fold.ts reads them. */
export const foldTableRuns =
  ${lines.map((line) => `'${line}'`).join(' +\n  ')};
`,
);
