// Writing a bundle of any kind: entries, manifest, signatures, container (bundle.md §2.2–2.5).
import type { KeyObject } from "node:crypto";
import { bundleCode, suggestedFileName } from "./bundle-code.ts";
import { encodeCanonical } from "./canonical-json.ts";
import { ExchangeError } from "./codes.ts";
import { type ContainerEntry, writeContainer } from "./container.ts";
import { sha256Hex } from "./digest.ts";
import {
  type DocumentContent,
  type EncodedEntry,
  encodePlainEntry,
  encodeTableEntry,
  type TableContent,
} from "./entry-encoding.ts";
import { MANIFEST_NAME, MIMETYPE, MIMETYPE_NAME, SIGNATURES_NAME } from "./envelope.ts";
import { MAX_MANIFEST_BYTES, MAX_NESTED_ROOTS, MAX_RAW_TOTAL_BYTES } from "./limits.ts";
import { Manifest, type ManifestDraft } from "./manifest.ts";
import { README_TEXT } from "./readme-text.ts";
import { encodeSignatures, signManifest } from "./signature.ts";

export interface BundleContent {
  readonly manifest: ManifestDraft;
  readonly tables?: readonly TableContent[];
  /** Tables encoded before, by {@link encodeTableEntry}: they go in byte for byte. */
  readonly encoded?: readonly EncodedEntry[];
  readonly documents?: readonly DocumentContent[];
  /** Older trust lists of a trust list, oldest first: `roots/1.goi`, `roots/2.goi` … */
  readonly roots?: readonly Uint8Array[];
}

export interface WrittenBundle {
  readonly bytes: Uint8Array;
  /** Identity: SHA-256 of manifest.json, lower hex. */
  readonly digest: string;
  /** MÃ GÓI. */
  readonly code: string;
  readonly manifest: Manifest;
  readonly fileName: string;
}

/**
 * A signed bundle. Gzip may compress differently elsewhere, so a bundle is made once and kept in the outbox.
 *
 * @param keys private keys that sign, one to eight, each once
 * @throws {ExchangeError} E_SIZE_FILE, E_SIZE_RAW, E_SIZE_META, E_DATA_FORMAT, E_ZIP_NAME, E_ZIP_COUNT
 * @throws {z.ZodError | CanonicalJsonError} when the manifest is not one a reader would take: a bug
 */
export function writeBundle(content: BundleContent, keys: readonly KeyObject[]): WrittenBundle {
  const encoded = encodeEntries(content);
  const manifest = Manifest.parse({
    ...content.manifest,
    v: 1,
    entries: encoded.map(({ described }) => described),
  });
  const manifestBytes = encodeCanonical(manifest);
  if (manifestBytes.length > MAX_MANIFEST_BYTES) throw new ExchangeError("E_SIZE_META");
  const signatures = keys.map((key) => signManifest(manifest.kind, manifestBytes, key));
  const digest = sha256Hex(manifestBytes);
  return {
    bytes: writeContainer([
      { name: MIMETYPE_NAME, bytes: MIMETYPE },
      { name: MANIFEST_NAME, bytes: manifestBytes },
      { name: SIGNATURES_NAME, bytes: encodeSignatures(manifest.kind, signatures) },
      ...encoded.map(({ entry }): ContainerEntry => entry),
    ]),
    digest,
    code: bundleCode(digest),
    manifest,
    fileName: suggestedFileName(manifest, digest),
  };
}

function encodeEntries(content: BundleContent): EncodedEntry[] {
  const { tables = [], encoded: before = [], documents = [], roots = [] } = content;
  if (roots.length > MAX_NESTED_ROOTS) throw new ExchangeError("E_ZIP_COUNT", "roots");
  const readme = { name: "readme.txt", bytes: Buffer.from(README_TEXT, "utf8") };
  const encoded = [
    ...tables.map(encodeTableEntry),
    ...before,
    ...documents.map(({ name, bytes, role, mediaType }) =>
      encodePlainEntry({ name: `docs/${name}`, bytes }, role, mediaType),
    ),
    encodePlainEntry(readme, "human", "text/plain; charset=utf-8"),
    ...roots.map((bytes, index) =>
      encodePlainEntry({ name: `roots/${index + 1}.goi`, bytes }, "root", "application/vnd.socongdoan+zip"),
    ),
  ];
  const total = encoded.reduce((sum, { described }) => sum + described.raw_size, 0);
  if (total > MAX_RAW_TOTAL_BYTES) throw new ExchangeError("E_SIZE_RAW", "total");
  return encoded;
}
