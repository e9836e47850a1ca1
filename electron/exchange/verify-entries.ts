// Steps V9 and V10 (bundle.md §2.9): the entries are exactly those signed, and inflate to exactly what was signed.
import { promisify } from "node:util";
import { gunzip, gunzipSync } from "node:zlib";
import { ExchangeError } from "./codes.ts";
import type { ContainerEntry } from "./container.ts";
import { sha256Hex, sha256HexAside } from "./digest.ts";
import { isWithinRatio } from "./entry-encoding.ts";
import { MAX_NESTED_ROOTS, MAX_RAW_BYTES, MAX_RAW_TOTAL_BYTES } from "./limits.ts";
import type { ManifestEntry } from "./manifest.ts";

const FOLDERS: Readonly<Record<ManifestEntry["role"], RegExp>> = {
  table: /^data\/[a-z0-9_-]+\.jsonl(\.gz)?$/,
  human: /^(docs\/[^/]+|readme\.txt)$/,
  attachment: /^docs\/[^/]+$/,
  root: /^roots\/[1-9][0-9]?\.goi$/,
};

/** Step V9. @throws {ExchangeError} E_ENTRY_SET, E_ENTRY_SIZE, E_ENTRY_HASH, E_ENTRY_ENC; detail is the path */
export function checkEntries(described: readonly ManifestEntry[], found: readonly ContainerEntry[]): void {
  if (described.length !== found.length) throw new ExchangeError("E_ENTRY_SET", "count");
  for (const [index, entry] of described.entries()) {
    if (entry.path !== found[index]?.name || !FOLDERS[entry.role].test(entry.path)) {
      throw new ExchangeError("E_ENTRY_SET", entry.path);
    }
  }
  checkRootNames(described.filter(({ role }) => role === "root"));
  for (const [index, entry] of described.entries()) {
    const bytes = found[index]?.bytes ?? new Uint8Array();
    if (bytes.length !== entry.size) throw new ExchangeError("E_ENTRY_SIZE", entry.path);
    if (sha256Hex(bytes) !== entry.sha256) throw new ExchangeError("E_ENTRY_HASH", entry.path);
    if (!isEncodingConsistent(entry)) throw new ExchangeError("E_ENTRY_ENC", entry.path);
  }
}

/**
 * Step V10: inflated bytes by path.
 *
 * The ratio is looked at before the size: an honest declaration of a bomb breaks both, and "shrinks too well" is
 * the more telling. A declaration that lies is stopped by the bound on inflating.
 *
 * @throws {ExchangeError} E_SIZE_RATIO, E_SIZE_RAW, E_GZIP, E_RAW_HASH; detail is the path
 */
export function inflateEntries(
  described: readonly ManifestEntry[],
  found: readonly ContainerEntry[],
): Map<string, Uint8Array> {
  checkDeclaredSizes(described);
  const raw = new Map<string, Uint8Array>();
  for (const [index, entry] of described.entries()) {
    const bytes = found[index]?.bytes ?? new Uint8Array();
    raw.set(entry.path, entry.enc === "gzip" ? inflate(bytes, entry) : bytes);
  }
  return raw;
}

/** The same beside the program's own turns: a table may be 128 MiB. */
export async function inflateEntriesAside(
  described: readonly ManifestEntry[],
  found: readonly ContainerEntry[],
): Promise<Map<string, Uint8Array>> {
  checkDeclaredSizes(described);
  const raw = new Map<string, Uint8Array>();
  for (const [index, entry] of described.entries()) {
    const bytes = found[index]?.bytes ?? new Uint8Array();
    raw.set(entry.path, entry.enc === "gzip" ? await inflateAside(bytes, entry) : bytes);
  }
  return raw;
}

function checkDeclaredSizes(described: readonly ManifestEntry[]): void {
  for (const entry of described) {
    if (!isWithinRatio(entry.size, entry.raw_size)) throw new ExchangeError("E_SIZE_RATIO", entry.path);
    if (entry.raw_size > MAX_RAW_BYTES) throw new ExchangeError("E_SIZE_RAW", entry.path);
  }
  if (described.reduce((sum, { raw_size }) => sum + raw_size, 0) > MAX_RAW_TOTAL_BYTES) {
    throw new ExchangeError("E_SIZE_RAW", "total");
  }
}

/** Older lists are numbered from 1, oldest first, at most fifty. */
function checkRootNames(roots: readonly ManifestEntry[]): void {
  const isNumbered = roots.every(({ path }, index) => path === `roots/${index + 1}.goi`);
  if (roots.length > MAX_NESTED_ROOTS || !isNumbered) throw new ExchangeError("E_ENTRY_SET", "roots");
}

function isEncodingConsistent(entry: ManifestEntry): boolean {
  if (entry.path.endsWith(".gz") !== (entry.enc === "gzip")) return false;
  return entry.enc === "gzip" || (entry.raw_size === entry.size && entry.raw_sha256 === entry.sha256);
}

function inflate(bytes: Uint8Array, entry: ManifestEntry): Uint8Array {
  let raw: Uint8Array;
  try {
    raw = gunzipSync(bytes, mostOf(entry));
  } catch (error) {
    const isTooLong = error instanceof RangeError && "code" in error && error.code === "ERR_BUFFER_TOO_LARGE";
    throw new ExchangeError(isTooLong ? "E_SIZE_RAW" : "E_GZIP", entry.path);
  }
  if (raw.length !== entry.raw_size) throw new ExchangeError("E_SIZE_RAW", entry.path);
  if (sha256Hex(raw) !== entry.raw_sha256) throw new ExchangeError("E_RAW_HASH", entry.path);
  return raw;
}

const gunzipAside = promisify(gunzip);
/** Bytes inflated at once; each piece is a way to another thread and back. */
const PIECE = 1024 * 1024;

async function inflateAside(bytes: Uint8Array, entry: ManifestEntry): Promise<Uint8Array> {
  const raw = await gunzipAside(bytes, { ...mostOf(entry), chunkSize: PIECE }).catch(() => undefined);
  if (raw?.length === entry.raw_size && (await sha256HexAside(raw)) === entry.raw_sha256) return raw;
  // What is wrong with it is said in one place: of two faults in one stream, zlib names another when it works aside.
  return inflate(bytes, entry);
}

function mostOf({ raw_size }: ManifestEntry): { readonly maxOutputLength: number } {
  return { maxOutputLength: Math.max(1, raw_size) };
}
