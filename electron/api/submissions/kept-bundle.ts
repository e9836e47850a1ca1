// A bundle that was verified when it was taken in, or signed here, opened again from the bytes that were kept. Its keys are
// not asked a second time: they may have been retired since, and what was accepted then stays readable.
import { readFile } from "node:fs/promises";
import { findOutgoing, findReceived } from "../../database/queries/exchange.ts";
import { readContainer } from "../../exchange/container.ts";
import { sha256Hex } from "../../exchange/digest.ts";
import { openEnvelope } from "../../exchange/envelope.ts";
import { decodeCheckedTable } from "../../exchange/jsonl.ts";
import type { VerifiedContent } from "../../exchange/verifier.ts";
import { checkEntries, inflateEntries } from "../../exchange/verify-entries.ts";
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
  const envelope = openEnvelope(readContainer(bytes));
  if (sha256Hex(envelope.manifest) !== digest) return null;
  const manifest = parseManifest(envelope.manifest);
  checkEntries(manifest.entries, envelope.payload);
  const entries = inflateEntries(manifest.entries, envelope.payload);
  return {
    manifest,
    digest,
    entries,
    rows: (path) => decodeCheckedTable(entries.get(path) ?? new Uint8Array()),
  };
}
