// Payload entries of a bundle: their bytes and what the manifest says about them (bundle.md §2.4).
import { gzipSync } from "node:zlib";
import type { JsonValue } from "./canonical-json.ts";
import { ExchangeError } from "./codes.ts";
import type { ContainerEntry } from "./container.ts";
import { sha256Hex } from "./digest.ts";
import { encodeTable } from "./jsonl.ts";
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
export function encodeTableEntry({ name, schema, rows }: TableContent): EncodedEntry {
  const table = encodeTable(rows);
  checkRawSize(table.bytes);
  const entry = { name: `data/${name}.jsonl.gz`, bytes: gzipWithinRatio(table.bytes) };
  return {
    entry,
    described: {
      ...descriptionOf(entry, table.bytes),
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
  return { entry, described: { ...descriptionOf(entry, entry.bytes), role, media_type: mediaType } };
}

/** Whether an entry inflates no more than a reader allows. */
export function isWithinRatio(size: number, rawSize: number): boolean {
  return rawSize <= MAX_RATIO * Math.max(size, RATIO_FLOOR_BYTES);
}

/**
 * One gzip member with a fixed header: no time, no name, "unknown" system, so that nothing tells the computer.
 * A table of repeated rows can shrink more than a reader allows; it is then stored inside the gzip uncompressed.
 */
function gzipWithinRatio(raw: Uint8Array): Uint8Array {
  const tight = gzipSync(raw, { level: 6 });
  const bytes = isWithinRatio(tight.length, raw.length) ? tight : gzipSync(raw, { level: 0 });
  bytes.fill(0, 4, 8);
  bytes.writeUInt8(0xff, 9);
  return bytes;
}

function checkRawSize(raw: Uint8Array): void {
  if (raw.length > MAX_RAW_BYTES) throw new ExchangeError("E_SIZE_RAW");
}

function descriptionOf({ name, bytes }: ContainerEntry, raw: Uint8Array) {
  return {
    path: name,
    size: bytes.length,
    sha256: sha256Hex(bytes),
    enc: bytes === raw ? ("none" as const) : ("gzip" as const),
    raw_size: raw.length,
    raw_sha256: sha256Hex(raw),
  };
}
