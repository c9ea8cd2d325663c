import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

/** A saved page as it is served: without scripts, and without anything that leaves it. */
export type SavedPage = { readonly name: string; readonly html: string };

/** Styles of its own and nothing else: what a saved page loads is not there any more. */
export const savedPagePolicy =
  "default-src 'none'; style-src 'unsafe-inline'; img-src data:; font-src data:";

/** Read every HTML file of a folder, by name; they are all UTF-8, or read as if they were. */
export function readFolder(folder: string): readonly SavedPage[] {
  return readdirSync(folder)
    .filter((name) => /\.x?html?$/i.test(name))
    .toSorted()
    .map((name) => ({ name, html: stripScripts(readFileSync(join(folder, name), 'utf8')) }));
}

function stripScripts(html: string): string {
  return html
    .replaceAll(/<script\b[^>]*>[\s\S]*?<\/script\s*>/gi, '')
    .replaceAll(
      /<meta\b[^>]*http-equiv\s*=\s*["']?(?:refresh|content-security-policy)\b[^>]*>/gi,
      '',
    );
}
