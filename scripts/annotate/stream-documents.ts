import { once } from 'node:events';
import { createInterface } from 'node:readline';
import type { Readable, Writable } from 'node:stream';
import { type TextDocument, toDocument } from './documents';

/**
 * Turn each line of `input`, a document as JSON, into a line of `output`, in order. Holds one line
 * at a time and waits when `output` is full. Stops with an error naming the first bad line.
 */
export async function streamDocuments(
  { input, output }: { readonly input: Readable; readonly output: Writable },
  toLine: (document: TextDocument) => string,
): Promise<void> {
  let number = 0;
  for await (const line of createInterface({ input, crlfDelay: Infinity })) {
    number += 1;
    if (line.trim() === '') continue;
    const document = parseLine(line, `line ${number}`);
    if (!output.write(`${toLine(document)}\n`)) await once(output, 'drain');
  }
}

function parseLine(line: string, where: string): TextDocument {
  let value: unknown;
  try {
    value = JSON.parse(line);
  } catch (error) {
    throw new Error(`${where}: not JSON`, { cause: error });
  }
  return toDocument(value, where);
}
