// Prints a citation as the extension copies it.
//   npm run --silent cite -- --style apa --accessed 2026-11-23 [--fact s11-1] [--html] [--form entry]
//   npm run --silent cite -- --list
import { existsSync, readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { listCitationStyles } from '@/core/citation/citation-styles';
import { formatCitation } from '@/core/citation/format-citation';
import { toLocalDate } from '@/core/partial-date';
import type { PackCitations } from '@/core/citation/pack-citations';
import { type CitationForm, citationForms } from '@/core/citation/reference-format';
import type { Pack } from '@/core/pack';
import { compilePack } from './compile/compile-pack';

type CitedPack = { readonly pack: Pack; readonly citations: PackCitations };

const root = join(import.meta.dirname, '..');

async function readPack(id: string): Promise<CitedPack> {
  const compiled = join(root, 'data/compiled', id);
  const read = (name: string): unknown =>
    JSON.parse(readFileSync(join(compiled, `${name}.json`), 'utf8'));
  if (existsSync(join(compiled, 'citations.json'))) {
    return { pack: read('pack') as Pack, citations: read('citations') as PackCitations };
  }
  const result = await compilePack(join(root, 'data/packs', id));
  if (result.compiled === null) throw new Error(`Pack "${id}" has problems; run npm run compile`);
  return result.compiled;
}

function isForm(form: string): form is CitationForm {
  return citationForms.some((known) => known === form);
}

async function printCitation(): Promise<void> {
  const { values } = parseArgs({
    options: {
      list: { type: 'boolean' },
      style: { type: 'string' },
      fact: { type: 'string' },
      accessed: { type: 'string' },
      html: { type: 'boolean' },
      form: { type: 'string' },
      language: { type: 'string' },
      pack: { type: 'string' },
    },
  });
  if (values.list) {
    for (const { id, label } of listCitationStyles()) console.log(`${id}\t${label}`);
    return;
  }
  if (values.style === undefined) throw new Error('Say which --style; --list names them all');
  const { form, html, fact: factId = null } = values;
  if (form !== undefined && !isForm(form)) {
    throw new Error(`No form "${form}", only: ${citationForms.join(', ')}`);
  }
  const packId = values.pack ?? readdirSync(join(root, 'data/packs')).sort()[0] ?? '';
  const citation = formatCitation({
    ...(await readPack(packId)),
    styleId: values.style,
    factId,
    accessed: values.accessed ?? toLocalDate(new Date()),
    ...(values.language !== undefined && { pageLanguage: values.language }),
    ...(form !== undefined && { form }),
  });
  if (html && citation.html === null) throw new Error(`"${values.style}" is plain text only`);
  const printed = html ? (citation.html ?? '') : citation.text;
  process.stdout.write(printed.endsWith('\n') ? printed : `${printed}\n`);
}

try {
  await printCitation();
} catch (error) {
  console.error(error instanceof Error ? error.message : error);
  process.exitCode = 1;
}
