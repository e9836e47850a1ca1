// A bundle that was verified when it was taken in, or signed here, opened again from the bytes that were kept. Its keys are
// not asked a second time: they may have been retired since, and what was accepted then stays readable.
import { readFile } from "node:fs/promises";
import { findOutgoing } from "../../database/queries/outgoing.ts";
import { findReceived } from "../../database/queries/received.ts";
import { readContainer } from "../../exchange/container.ts";
import { sha256Hex } from "../../exchange/digest.ts";
import { openEnvelope } from "../../exchange/envelope.ts";
import { decodeCheckedTable } from "../../exchange/jsonl.ts";
import type { VerifiedContent } from "../../exchange/verifier.ts";
import { checkEntries, inflateEntries, inflateEntriesAside } from "../../exchange/verify-entries.ts";
import { parseManifest } from "../../exchange/verify-manifest.ts";
import type { Workspace } from "../workspace.ts";
import { archivePath } from "./archive.ts";

/** Bytes of a bundle of this office by its digest; undefined when none is known, null when its file is gone or another. */
export async function keptBytes(
  workspace: Workspace,
  digest: string,
): Promise<Uint8Array | null | undefined> {
  const received = findReceived(workspace.db, digest);
  if (!received) return findOutgoing(workspace.db, digest)?.bundle;
  try {
    const bytes = await readFile(archivePath(workspace, received.fileSha256));
    return sha256Hex(bytes) === received.fileSha256 ? bytes : null;
  } catch (error) {
    if (error instanceof Error && "code" in error && error.code === "ENOENT") return null;
    throw error;
  }
}

/** @throws {ExchangeError} when the bytes are no longer what the digest names */
export function openKept(bytes: Uint8Array, digest: string): VerifiedContent | null {
  const kept = openKeptManifest(bytes, digest);
  return kept && contentOf(kept.manifest, digest, inflateEntries(kept.manifest.entries, kept.payload));
}

/** The same beside the program's own turns. @throws {ExchangeError} when the bytes are no longer what the digest names */
export async function openKeptAside(bytes: Uint8Array, digest: string): Promise<VerifiedContent | null> {
  const kept = openKeptManifest(bytes, digest);
  if (!kept) return null;
  return contentOf(kept.manifest, digest, await inflateEntriesAside(kept.manifest.entries, kept.payload));
}

function openKeptManifest(bytes: Uint8Array, digest: string) {
  const { manifest: signed, payload } = openEnvelope(readContainer(bytes));
  if (sha256Hex(signed) !== digest) return null;
  const manifest = parseManifest(signed);
  checkEntries(manifest.entries, payload);
  return { manifest, payload };
}

function contentOf(
  manifest: VerifiedContent["manifest"],
  digest: string,
  entries: VerifiedContent["entries"],
): VerifiedContent {
  return {
    manifest,
    digest,
    entries,
    rows: (path) => decodeCheckedTable(entries.get(path) ?? new Uint8Array()),
  };
}
