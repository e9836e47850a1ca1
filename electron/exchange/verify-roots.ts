// The walk over `roots/<n>.goi` (bundle.md §2.7, from TUF §5.3): an office several root sets behind cannot know the
// keys under the newest list, so that list ships the lists that changed the root, and each step is proven by itself.
import { ExchangeError } from "./codes.ts";
import { type ContainerEntry, readContainer } from "./container.ts";
import { type Envelope, openEnvelope } from "./envelope.ts";
import { MAX_NESTED_ROOTS } from "./limits.ts";
import type { ManifestOf } from "./manifest.ts";
import { decodeSignatures, type SignatureSet } from "./signature.ts";
import type { RootSet } from "./trust-list-schema.ts";
import type { Verifier } from "./verifier.ts";
import { checkEntries, inflateEntries } from "./verify-entries.ts";
import { checkAudience, checkManifest, checkRootRotation, parseManifest } from "./verify-manifest.ts";
import { checkIssuer, checkSignatures, checkStatusAndRole } from "./verify-signers.ts";
import { sha256Hex } from "./digest.ts";

type ListManifest = ManifestOf<"trustlist">;

/**
 * The root set to verify a trust list with: the one held, or the last one proven by the lists shipped inside.
 *
 * Only a list that ships others is parsed before its signature is known, to see whether its root is ahead; nothing of
 * it is believed, each step is signed by the root before it. A walk that falls short leaves the refusal to the later steps.
 *
 * @throws {ExchangeError} what refused a shipped list, detail its name
 */
export function walkRoots(envelope: Envelope, set: SignatureSet, verifier: Verifier): RootSet | null {
  const held = verifier.root;
  const shipped = envelope.payload.filter(({ name }) => name.startsWith("roots/"));
  if (set.kind !== "trustlist" || held === null || shipped.length === 0) return held;
  const newest = provisionalList(envelope.manifest);
  if (newest === undefined || newest.trustlist.root.version <= held.version) return held;
  if (shipped.length > MAX_NESTED_ROOTS) throw new ExchangeError("E_ENTRY_SET", "roots");
  let root = held;
  let version = verifier.heldTrust?.version ?? 0;
  for (const entry of shipped) {
    const list = withName(entry.name, () => {
      const step = openStep(entry, { ...verifier, root });
      if (step !== undefined) checkOrder(step, newest, version);
      return step;
    });
    if (list === undefined) continue;
    root = list.trustlist.root;
    version = list.trustlist.version;
  }
  return root;
}

/** A shipped list that takes the root one step on, verified as any trust list; undefined when it lies behind us. */
function openStep(entry: ContainerEntry, verifier: Verifier): ListManifest | undefined {
  const envelope = openEnvelope(readContainer(entry.bytes));
  const set = decodeSignatures(envelope.signatures);
  const provisional = provisionalList(envelope.manifest);
  if (set.kind !== "trustlist" || provisional === undefined) throw new ExchangeError("E_KIND_MISMATCH");
  if (provisional.trustlist.root.version <= (verifier.root?.version ?? 0)) return undefined;
  const signers = checkSignatures(envelope.manifest, set, verifier, () => provisional);
  checkStatusAndRole(signers, set.kind, sha256Hex(envelope.manifest), false);
  checkManifest(provisional, set.kind, verifier);
  checkRootRotation(provisional, envelope.manifest, set, verifier.root);
  checkIssuer(signers, provisional);
  checkAudience(provisional, verifier.ownUnitId);
  checkEntries(provisional.entries, envelope.payload);
  if (provisional.entries.some(({ role }) => role === "root"))
    throw new ExchangeError("E_ENTRY_SET", "nested");
  inflateEntries(provisional.entries, envelope.payload);
  return provisional;
}

/** Lists of one province, their versions rising up to the list that ships them. */
function checkOrder(
  { trustlist: list }: ListManifest,
  { trustlist: newest }: ListManifest,
  version: number,
): void {
  if (list.province_id !== newest.province_id) throw new ExchangeError("E_ISSUER_MISMATCH");
  if (list.version <= version || list.version >= newest.version) throw new ExchangeError("E_TL_ROLLBACK");
}

function provisionalList(manifest: Uint8Array): ListManifest | undefined {
  try {
    const parsed = parseManifest(manifest);
    return parsed.kind === "trustlist" ? parsed : undefined;
  } catch (error) {
    if (error instanceof ExchangeError) return undefined;
    throw error;
  }
}

function withName<T>(name: string, work: () => T): T {
  try {
    return work();
  } catch (error) {
    if (error instanceof ExchangeError) {
      throw new ExchangeError(error.code, error.detail === null ? name : `${name}: ${error.detail}`);
    }
    throw error;
  }
}
