// Verification of a bundle, steps V0–V12 of bundle.md §2.9. The order is normative and the first failure wins.
// V13 (consent, archive) and V14 (one transaction) belong to the caller, who uses the bytes verified here and
// reads nothing again.
import { type PartDone, ROWS_A_PART } from "../../shared/domain/parts.ts";
import { type ErrorCode, ExchangeError, type Step } from "./codes.ts";
import { checkFileSize, readContainer } from "./container.ts";
import { sha256Hex } from "./digest.ts";
import { decryptBundle, isEncrypted, NO_DECRYPTION_KEYS } from "./encryption.ts";
import { openEnvelope } from "./envelope.ts";
import { decodeCheckedTable, decodeTable } from "./jsonl.ts";
import type { Kind, Role } from "./kinds.ts";
import { MAX_ENCRYPTED_BYTES, MAX_FILE_BYTES } from "./limits.ts";
import type { Manifest } from "./manifest.ts";
import { checkProgrammeContent } from "./programme-content.ts";
import { checkReplay, type ReplayOutcome } from "./replay.ts";
import { checkReplyContent } from "./reply-issues.ts";
import { decodeSignatures } from "./signature.ts";
import { rootFingerprint } from "./trust-list.ts";
import type { TrustList } from "./trust-list-schema.ts";
import { type VerifiedContent, type Verifier, verifierWithoutTrust, type Warning } from "./verifier.ts";
import { checkEntries, inflateEntriesAside } from "./verify-entries.ts";
import { checkAudience, checkManifest, checkRootRotation, parseManifest } from "./verify-manifest.ts";
import { walkRoots } from "./verify-roots.ts";
import {
  type CheckedSigners,
  checkIssuer,
  checkRetired,
  checkSignatures,
  checkStatusAndRole,
} from "./verify-signers.ts";

interface Signer {
  readonly keyid: string;
  /** Null for root keys, an enrolment's own key and a key named by hand. */
  readonly unitId: string | null;
  readonly roles: readonly Role[] | null;
}

export interface VerifiedBundle extends VerifiedContent {
  readonly ok: true;
  readonly kind: Kind;
  /** The `.goi` itself, decrypted when it came encrypted: what is archived, and what everything here was read from. */
  readonly bytes: Uint8Array;
  readonly wasEncrypted: boolean;
  readonly warnings: readonly Warning[];
  readonly signers: readonly Signer[];
  /** Null when there was no memory to ask. */
  readonly replay: ReplayOutcome | null;
}

interface RefusedBundle {
  readonly ok: false;
  readonly code: ErrorCode;
  readonly detail: string | null;
  readonly step: Step;
  /** Identity, once the file was seen to hold a manifest; not proof of anything. */
  readonly digest: string | null;
  /** Signed and well formed: present when a step after V7 refused. For showing who sent it, not for importing. */
  readonly manifest: Manifest | null;
}

export type Verification = VerifiedBundle | RefusedBundle;

/**
 * Verifies a bundle and gives its inflated entries, or the code of the first thing wrong with it. Changes nothing
 * and never throws for any bytes.
 */
export async function verifyBundle(bytes: Uint8Array, verifier: Verifier): Promise<Verification> {
  const parts = verifyBundleByParts(bytes, verifier);
  for (;;) {
    const part = await parts.next();
    if (part.done) return part.value;
  }
}

/** {@link verifyBundle} a part at a time: half a million rows take seconds, in which others want to be answered. */
export async function* verifyBundleByParts(
  bytes: Uint8Array,
  verifier: Verifier,
): AsyncGenerator<PartDone, Verification> {
  const progress = new Progress();
  try {
    return yield* runSteps(bytes, verifier, progress);
  } catch (error) {
    if (error instanceof ExchangeError) return progress.refused(error);
    throw error;
  }
}

/**
 * The trust list in a file that a person has named as the one to trust, e.g. `bundle verify --trust FILE`: its
 * own root must have signed it, nothing more. `fingerprint` is what the paper must say.
 * @throws {ExchangeError} what refused it
 */
export async function openGivenTrustList(
  bytes: Uint8Array,
): Promise<{ readonly list: TrustList; readonly digest: string; readonly fingerprint: string }> {
  const provisional = parseManifest(openEnvelope(readContainer(bytes)).manifest);
  if (provisional.kind !== "trustlist") throw new ExchangeError("E_KIND_MISMATCH");
  const fingerprint = rootFingerprint(provisional.trustlist.root);
  const result = await verifyBundle(bytes, verifierWithoutTrust(fingerprint));
  if (!result.ok) throw new ExchangeError(result.code, result.detail);
  return { list: provisional.trustlist, digest: result.digest, fingerprint };
}

/** Where a verification has got to, for the refusal to say. */
class Progress {
  step: Step = "V0";
  digest: string | null = null;
  manifest: Manifest | null = null;

  refused({ code, detail }: ExchangeError): RefusedBundle {
    return { ok: false, code, detail, step: this.step, digest: this.digest, manifest: this.manifest };
  }
}

/**
 * Whether a bundle that was verified would be signed as well today, by keys that stand now: its signers, their roles and its
 * audience are asked again (steps up to V8). What it holds is the same bytes and is not read again.
 * @throws {ExchangeError} what refuses it now
 */
export async function verifySignersAgain(bundle: VerifiedBundle, verifier: Verifier): Promise<void> {
  await openSigned(bundle.bytes, { ...verifier, replay: null }, new Progress());
}

/** Steps V0–V8: a container, signed by who may, for us. */
async function openSigned(file: Uint8Array, given: Verifier, progress: Progress) {
  const wasEncrypted = isEncrypted(file);
  checkFileSize(file, wasEncrypted ? MAX_ENCRYPTED_BYTES : MAX_FILE_BYTES);
  progress.step = "V1";
  const bytes = wasEncrypted ? await decryptBundle(file, given.decryption ?? NO_DECRYPTION_KEYS) : file;
  progress.step = "V2";
  const container = readContainer(bytes);
  progress.step = "V3";
  const envelope = openEnvelope(container);
  const digest = sha256Hex(envelope.manifest);
  progress.digest = digest;
  progress.step = "V4";
  const set = decodeSignatures(envelope.signatures);
  progress.step = "V5";
  const verifier = { ...given, root: walkRoots(envelope, set, given) };
  const signers = checkSignatures(envelope.manifest, set, verifier, () => parseManifest(envelope.manifest));
  progress.step = "V6";
  const isProcessed = verifier.replay?.findByDigest(digest)?.status === "processed";
  checkStatusAndRole(signers, set.kind, digest, isProcessed);
  progress.step = "V7";
  const manifest = parseManifest(envelope.manifest);
  const trustWarnings = checkManifest(manifest, set.kind, verifier);
  checkRootRotation(manifest, envelope.manifest, set, verifier.root);
  progress.manifest = manifest;
  progress.step = "V8";
  checkIssuer(signers, manifest);
  const audienceWarnings = checkAudience(manifest, verifier.ownUnitId);
  checkRetired(signers, manifest);
  const warnings = [...signerWarnings(signers, manifest), ...trustWarnings, ...audienceWarnings];
  return { bytes, wasEncrypted, envelope, digest, kind: set.kind, signers, manifest, warnings };
}

async function* runSteps(
  file: Uint8Array,
  verifier: Verifier,
  progress: Progress,
): AsyncGenerator<PartDone, VerifiedBundle> {
  const signed = await openSigned(file, verifier, progress);
  const { envelope, digest, manifest } = signed;
  progress.step = "V9";
  checkEntries(manifest.entries, envelope.payload);
  progress.step = "V10";
  yield { step: "unpacking", done: 0, total: 0 };
  const entries = await inflateEntriesAside(manifest.entries, envelope.payload);
  progress.step = "V11";
  const replay = verifier.replay && checkReplay(manifest, digest, verifier.replay);
  progress.step = "V12";
  const unchecked = {
    manifest,
    digest,
    entries,
    rows: (path: string) => decodeTable(entryOf(entries, path)),
  };
  yield* checkTables(unchecked);
  // The form of every line is known now: whoever reads the rows again need not write each one again to compare.
  const content = { ...unchecked, rows: (path: string) => decodeCheckedTable(entryOf(entries, path)) };
  checkReplyContent(content);
  checkProgrammeContent(content);
  const fault = verifier.checkContent ? yield* verifier.checkContent(content) : null;
  if (fault !== null) throw new ExchangeError(fault.code, fault.detail);
  return {
    ok: true,
    kind: signed.kind,
    bytes: signed.bytes,
    wasEncrypted: signed.wasEncrypted,
    ...content,
    warnings: [
      ...signed.warnings,
      ...(replay?.warnings ?? [{ code: "W_REPLAY_UNCHECKED" as const, detail: null }]),
      ...reviewWarnings(manifest, verifier),
    ],
    signers: signed.signers.signers.map(({ key, unitId, roles }) => ({ keyid: key.keyid, unitId, roles })),
    replay,
  };
}

/** The form of every table, before anybody looks at its meaning. */
function* checkTables(content: VerifiedContent): Generator<PartDone, void> {
  const tables = content.manifest.entries.filter((entry) => entry.role === "table");
  const total = tables.reduce((sum, { rows }) => sum + rows, 0);
  let done = 0;
  for (const entry of tables) {
    let rows = 0;
    for (const _row of content.rows(entry.path)) {
      rows += 1;
      done += 1;
      if (done % ROWS_A_PART === 0) yield { step: "reading", done, total };
    }
    if (rows !== entry.rows) throw new ExchangeError("E_DATA_FORMAT", `${entry.path}: ${rows} rows`);
  }
}

function signerWarnings({ signers, unknown }: CheckedSigners, manifest: Manifest): Warning[] {
  const newRoot = manifest.kind === "trustlist" ? manifest.trustlist.root.keys.map(({ keyid }) => keyid) : [];
  const warnings: Warning[] = unknown
    .filter((keyid) => !newRoot.includes(keyid))
    .map((keyid) => ({ code: "W_SIG_UNKNOWN_KEY", detail: keyid }));
  const isIssuerProven = signers.some(({ unitId, roles }) => unitId !== null || roles?.length === 0);
  return isIssuerProven ? warnings : [...warnings, { code: "W_ISSUER_UNCHECKED", detail: null }];
}

function reviewWarnings(manifest: Manifest, { today }: Verifier): Warning[] {
  if (manifest.kind !== "trustlist" || today === undefined) return [];
  const { review_after: day } = manifest.trustlist;
  return day !== null && day < today ? [{ code: "W_REVIEW_OVERDUE", detail: day }] : [];
}

function entryOf(entries: ReadonlyMap<string, Uint8Array>, path: string): Uint8Array {
  const bytes = entries.get(path);
  if (bytes === undefined) throw new RangeError(`entryOf: no entry ${path}`);
  return bytes;
}
