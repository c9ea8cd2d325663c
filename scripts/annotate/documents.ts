import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';

/** A text to annotate. */
export type TextDocument = {
  readonly id: string;
  readonly text: string;
  readonly title?: string;
  /** BCP 47 tag. */
  readonly lang?: string;
  readonly url?: string;
};

function isOptionalText(value: unknown): value is string | null | undefined {
  return value === undefined || value === null || typeof value === 'string';
}

/** Check one parsed document; `where` names it in errors. Fields beyond those known are ignored. */
export function toDocument(value: unknown, where: string): TextDocument {
  if (typeof value !== 'object' || value === null) throw new Error(`${where}: not a document`);
  const { id, text, title, lang, url } = value as Record<string, unknown>;
  if (typeof id !== 'string' || id === '') throw new Error(`${where}: "id" must be a text`);
  if (typeof text !== 'string') throw new Error(`${where}: "text" must be a text`);
  if (!isOptionalText(title)) throw new Error(`${where}: "title" must be a text`);
  if (!isOptionalText(lang)) throw new Error(`${where}: "lang" must be a text`);
  if (!isOptionalText(url)) throw new Error(`${where}: "url" must be a text`);
  return { id, text, ...(title && { title }), ...(lang && { lang }), ...(url && { url }) };
}

/** Parse a JSON text that holds one document or an array of them. */
function parseDocuments(json: string, where: string): TextDocument[] {
  let value: unknown;
  try {
    value = JSON.parse(json);
  } catch (error) {
    throw new Error(`${where}: not JSON (${String(error)})`, { cause: error });
  }
  const values: unknown[] = Array.isArray(value) ? value : [value];
  return values.map((entry, index) =>
    toDocument(entry, values.length > 1 ? `${where}, document ${index + 1}` : where),
  );
}

function listJsonFiles(path: string): string[] {
  if (!statSync(path).isDirectory()) return [path];
  return readdirSync(path)
    .sort()
    .flatMap((name) => {
      const inner = join(path, name);
      return statSync(inner).isDirectory() || name.endsWith('.json') ? listJsonFiles(inner) : [];
    });
}

/** Read the documents of `path`, a JSON file or a folder of such, one file at a time. */
export function* readDocuments(path: string): Generator<TextDocument> {
  for (const file of listJsonFiles(path)) yield* parseDocuments(readFileSync(file, 'utf8'), file);
}
