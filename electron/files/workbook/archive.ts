// The parts of a workbook, inflated under measure before anything is parsed (security.md X2).
import { crc32 } from "node:zlib";
import yauzl from "yauzl";
import { TableError } from "../table.ts";
import {
  HARMLESS_PART_BYTES,
  LARGEST_PART_BYTES,
  LARGEST_RATIO,
  LARGEST_TOTAL_BYTES,
  LARGEST_WORKBOOK_BYTES,
  MOST_PARTS,
} from "./limits.ts";

/** Bytes of the XML parts by name without leading slash; other parts are measured, listed and dropped. */
export interface Parts {
  readonly names: readonly string[];
  readonly xml: ReadonlyMap<string, Buffer>;
}

/** @throws {TableError} XLSX_TOO_LARGE, XLSX_BOMB, XLSX_ENCRYPTED, XLSX_NOT_A_WORKBOOK */
export async function readParts(bytes: Buffer): Promise<Parts> {
  if (bytes.length > LARGEST_WORKBOOK_BYTES) throw new TableError("XLSX_TOO_LARGE");
  const zip = await orDamaged(() =>
    yauzl.fromBufferPromise(bytes, { lazyEntries: true, validateEntrySizes: true }),
  );
  if (zip.entryCount > MOST_PARTS) throw new TableError("XLSX_TOO_LARGE", null, `${zip.entryCount} parts`);
  const seen = new Set<string>();
  const names: string[] = [];
  const xml = new Map<string, Buffer>();
  let total = 0;
  const entries = zip.eachEntry();
  for (;;) {
    const next = await orDamaged(() => entries.next());
    if (next.done) break;
    const entry = next.value;
    if (entry.isEncrypted()) throw new TableError("XLSX_ENCRYPTED", null, entry.fileName);
    // Names of parts are the same in any case (ECMA-376 part 2), so a second one would be a choice.
    const key = entry.fileName.toLowerCase();
    if (seen.has(key)) throw damaged(entry.fileName);
    seen.add(key);
    if (entry.fileName.endsWith("/")) continue;
    names.push(entry.fileName);
    const part = await orDamaged(() => inflate(zip, entry, LARGEST_TOTAL_BYTES - total));
    total += part.length;
    if (/\.(xml|rels|vml)$/i.test(entry.fileName)) xml.set(entry.fileName, part);
  }
  return { names, xml };
}

/** Streams, counting what comes out: what the directory says about sizes is never believed. */
async function inflate(zip: yauzl.ZipFile, entry: yauzl.Entry, remaining: number): Promise<Buffer> {
  const chunks: Buffer[] = [];
  let size = 0;
  let checksum = 0;
  const stream = await zip.openReadStreamPromise(entry);
  for await (const chunk of stream) {
    if (!Buffer.isBuffer(chunk)) throw damaged(entry.fileName);
    size += chunk.length;
    checksum = crc32(chunk, checksum);
    if (size > LARGEST_PART_BYTES || size > remaining) {
      throw new TableError("XLSX_BOMB", null, entry.fileName);
    }
    if (size > HARMLESS_PART_BYTES && size > LARGEST_RATIO * entry.compressedSize) {
      throw new TableError("XLSX_BOMB", null, entry.fileName);
    }
    chunks.push(chunk);
  }
  if (checksum !== entry.crc32) throw damaged(entry.fileName);
  return Buffer.concat(chunks, size);
}

function damaged(detail: string): TableError {
  return new TableError("XLSX_NOT_A_WORKBOOK", null, detail);
}

/** Whatever the zip reader objects to is damage to the user; our own refusals pass. */
async function orDamaged<T>(step: () => Promise<T>): Promise<T> {
  try {
    return await step();
  } catch (error) {
    if (error instanceof TableError) throw error;
    throw damaged(error instanceof Error ? error.message : "");
  }
}
