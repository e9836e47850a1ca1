// Payload entries of a bundle: their bytes and what the manifest says about them (bundle.md §2.4).
import { buffer } from "node:stream/consumers";
import { setImmediate as turn } from "node:timers/promises";
import { createGzip, gzipSync } from "node:zlib";
import type { JsonValue } from "./canonical-json.ts";
import { ExchangeError } from "./codes.ts";
import type { ContainerEntry } from "./container.ts";
import { sha256Hex, sha256HexAside } from "./digest.ts";
import { type EncodedTable, encodeTable, encodeTableByParts } from "./jsonl.ts";
import { MAX_RATIO, MAX_RAW_BYTES, RATIO_FLOOR_BYTES } from "./limits.ts";
import type { ManifestEntry } from "./manifest.ts";

export interface EncodedEntry {
  readonly entry: ContainerEntry;
  readonly described: ManifestEntry;
}

export interface TableContent {
  /** Lower case, as in `data/<name>.jsonl.gz`. */
  readonly name: string;
  /** Name of the row schema, e.g. `entries.v1`. */
  readonly schema: string;
  readonly rows: Iterable<JsonValue>;
}

export interface DocumentContent {
  /** Lower case with extension, as in `docs/<name>`. */
  readonly name: string;
  readonly mediaType: string;
  readonly bytes: Uint8Array;
  /** `human`: to be read by people (the report); `attachment`: anything else. */
  readonly role: "human" | "attachment";
}

/** A table, gzipped. @throws {ExchangeError} E_DATA_FORMAT, E_SIZE_RAW */
export function encodeTableEntry(content: TableContent): EncodedEntry {
  const table = encodeTable(content.rows);
  checkRawSize(table.bytes);
  const bytes = withFixedHeader(tightest(table.bytes, gzipSync(table.bytes, TIGHT)));
  return tableEntry(content, table, bytes, sha256Hex(table.bytes));
}

/**
 * The same entry a part at a time, each saying how many rows are written. What is written is compressed beside the
 * program's own turns, while the next part is written.
 */
export async function* encodeTableEntryByParts(content: TableContent): AsyncGenerator<number, EncodedEntry> {
  const gzip = createGzip({ ...TIGHT, chunkSize: PACKED_CHUNK });
  const packed = buffer(gzip);
  // When a row is refused nobody waits for the rest.
  packed.catch(() => undefined);
  try {
    const written: Uint8Array[] = [];
    let rows = 0;
    for (const part of encodeTableByParts(content.rows)) {
      written.push(part.bytes);
      rows += part.rows;
      gzip.write(part.bytes);
      yield rows;
      await turn();
    }
    gzip.end();
    const bytes = Buffer.concat(written);
    checkRawSize(bytes);
    const [tight, rawSha256] = await Promise.all([packed, sha256HexAside(bytes)]);
    return tableEntry(content, { bytes, rows }, withFixedHeader(tightest(bytes, tight)), rawSha256);
  } finally {
    gzip.destroy();
  }
}

const TIGHT = { level: 6 } as const;
/** Bytes; a part of a table shrinks to less, so that each comes out in one piece. */
const PACKED_CHUNK = 256 * 1024;

function tableEntry(
  { name, schema }: TableContent,
  table: EncodedTable,
  bytes: Uint8Array,
  rawSha256: string,
): EncodedEntry {
  const entry = { name: `data/${name}.jsonl.gz`, bytes };
  return {
    entry,
    described: {
      ...descriptionOf(entry, table.bytes, rawSha256),
      role: "table",
      media_type: "application/x-ndjson",
      rows: table.rows,
      schema,
    },
  };
}

/** An entry stored as it is. @throws {ExchangeError} E_SIZE_RAW */
export function encodePlainEntry(
  entry: ContainerEntry,
  role: "human" | "attachment" | "root",
  mediaType: string,
): EncodedEntry {
  checkRawSize(entry.bytes);
  const described = descriptionOf(entry, entry.bytes, sha256Hex(entry.bytes));
  return { entry, described: { ...described, role, media_type: mediaType } };
}

/** Whether an entry inflates no more than a reader allows. */
export function isWithinRatio(size: number, rawSize: number): boolean {
  return rawSize <= MAX_RATIO * Math.max(size, RATIO_FLOOR_BYTES);
}

/** A table of repeated rows can shrink more than a reader allows; it is then stored inside the gzip uncompressed. */
function tightest(raw: Uint8Array, tight: Buffer): Buffer {
  return isWithinRatio(tight.length, raw.length) ? tight : gzipSync(raw, { level: 0 });
}

/** One gzip member with a fixed header: no time, no name, "unknown" system, so that nothing tells the computer. */
function withFixedHeader(bytes: Buffer): Uint8Array {
  bytes.fill(0, 4, 8);
  bytes.writeUInt8(0xff, 9);
  return bytes;
}

function checkRawSize(raw: Uint8Array): void {
  if (raw.length > MAX_RAW_BYTES) throw new ExchangeError("E_SIZE_RAW");
}

function descriptionOf({ name, bytes }: ContainerEntry, raw: Uint8Array, rawSha256: string) {
  return {
    path: name,
    size: bytes.length,
    sha256: sha256Hex(bytes),
    enc: bytes === raw ? ("none" as const) : ("gzip" as const),
    raw_size: raw.length,
    raw_sha256: rawSha256,
  };
}
