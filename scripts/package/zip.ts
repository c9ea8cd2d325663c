import { crc32, deflateRawSync } from 'node:zlib';

export type ZipEntry = { readonly name: string; readonly content: Buffer };

const deflated = 8;
const utf8Names = 0x0800;
/** The first moment a zip can tell, 1 January 1980: the time of the build must not show. */
const fixedTime = { time: 0, date: (1 << 5) | 1 };

/**
 * Write a zip (PKWARE APPNOTE 6.3) whose bytes depend on nothing but names and contents: entries
 * sorted by name, one fixed time, no attributes. Names use "/" and hold up to 65,535 entries.
 */
export function writeZip(entries: readonly ZipEntry[]): Buffer {
  const sorted = entries.toSorted((left, right) => (left.name < right.name ? -1 : 1));
  const parts: Buffer[] = [];
  const directory: Buffer[] = [];
  let offset = 0;
  for (const { name, content } of sorted) {
    const nameBytes = Buffer.from(name, 'utf8');
    const body = deflateRawSync(content, { level: 9 });
    const shared = describeEntry({ nameBytes, body, content });
    const local = Buffer.concat([toBytes(4, 0x04034b50), shared, nameBytes, body]);
    directory.push(
      Buffer.concat([
        toBytes(4, 0x02014b50),
        toBytes(2, 20),
        shared,
        // No comment, first disk, no attributes.
        Buffer.alloc(10),
        toBytes(4, offset),
        nameBytes,
      ]),
    );
    parts.push(local);
    offset += local.length;
  }
  const entriesBytes = Buffer.concat(directory);
  const end = Buffer.concat([
    toBytes(4, 0x06054b50),
    Buffer.alloc(4),
    toBytes(2, sorted.length),
    toBytes(2, sorted.length),
    toBytes(4, entriesBytes.length),
    toBytes(4, offset),
    Buffer.alloc(2),
  ]);
  return Buffer.concat([...parts, entriesBytes, end]);
}

/** The fields that stand both before an entry's bytes and in the directory. */
function describeEntry(entry: {
  readonly nameBytes: Buffer;
  readonly body: Buffer;
  readonly content: Buffer;
}): Buffer {
  return Buffer.concat([
    toBytes(2, 20),
    toBytes(2, utf8Names),
    toBytes(2, deflated),
    toBytes(2, fixedTime.time),
    toBytes(2, fixedTime.date),
    toBytes(4, crc32(entry.content)),
    toBytes(4, entry.body.length),
    toBytes(4, entry.content.length),
    toBytes(2, entry.nameBytes.length),
    toBytes(2, 0),
  ]);
}

function toBytes(size: 2 | 4, value: number): Buffer {
  const bytes = Buffer.alloc(size);
  if (size === 2) bytes.writeUInt16LE(value);
  else bytes.writeUInt32LE(value);
  return bytes;
}
