// The first three entries of every bundle (bundle.md §2.2).
import { type ContainerEntry } from "./container.ts";
import { ExchangeError } from "./codes.ts";
import { MAX_MANIFEST_BYTES, MAX_SIGNATURES_BYTES } from "./limits.ts";

export const MIMETYPE_NAME = "mimetype";
export const MANIFEST_NAME = "manifest.json";
export const SIGNATURES_NAME = "signatures.json";
/** No line feed: `file` recognises it at a fixed place. */
export const MIMETYPE: Uint8Array = Buffer.from("application/vnd.socongdoan+zip", "latin1");

export interface Envelope {
  readonly manifest: Uint8Array;
  readonly signatures: Uint8Array;
  /** Entries 3 …, in the order of the container. */
  readonly payload: readonly ContainerEntry[];
}

/** Step V3. @throws {ExchangeError} E_META_MISSING, E_MIMETYPE, E_SIZE_META */
export function openEnvelope(entries: readonly ContainerEntry[]): Envelope {
  const [mimetype, manifest, signatures, ...payload] = entries;
  if (
    mimetype?.name !== MIMETYPE_NAME ||
    manifest?.name !== MANIFEST_NAME ||
    signatures?.name !== SIGNATURES_NAME
  ) {
    throw new ExchangeError("E_META_MISSING");
  }
  if (Buffer.compare(mimetype.bytes, MIMETYPE) !== 0) throw new ExchangeError("E_MIMETYPE");
  if (manifest.bytes.length > MAX_MANIFEST_BYTES || signatures.bytes.length > MAX_SIGNATURES_BYTES) {
    throw new ExchangeError("E_SIZE_META");
  }
  return { manifest: manifest.bytes, signatures: signatures.bytes, payload };
}
