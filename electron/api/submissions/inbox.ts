// Looking at a file somebody brought: verified whole and shown, nothing written.
import { readFile } from "node:fs/promises";
import { v4 as uuidV4 } from "uuid";
import type { JobProgress } from "../../../shared/contract/schemas.ts";
import type { BundlePreview } from "../../../shared/contract/submissions.ts";
import { findTrust } from "../../database/queries/trust-lists.ts";
import { hasOutgoing } from "../../database/queries/outgoing.ts";
import { listReceived } from "../../database/queries/received.ts";
import { findSubmission } from "../../database/queries/submissions.ts";
import { CODE_TEXTS } from "../../exchange/code-texts.ts";
import { type Code, ExchangeError } from "../../exchange/codes.ts";
import {
  type ContentFault,
  type VerifiedContent,
  type Verifier,
  verifierOfTrustList,
  verifierWithoutTrust,
} from "../../exchange/verifier.ts";
import {
  openGivenTrustList,
  type VerifiedBundle,
  verifyBundle,
  verifyBundleByParts,
} from "../../exchange/verify-bundle.ts";
import {
  type DecryptionKeys,
  isEncrypted,
  isPassphraseEncrypted,
  NO_DECRYPTION_KEYS,
} from "../../exchange/encryption.ts";
import { listEncryptionKeys } from "../../database/queries/encryption-keys.ts";
import { checkSubmissionContent, incompleteReasonIn, unapprovedIn } from "../bundle/content-check.ts";
import { unlockEncryption } from "../bundle/encryption-keys.ts";
import { heldList } from "../bundle/keyring.ts";
import { replayState } from "../bundle/replay-state.ts";
import { checkDownwardContent } from "../downward/rows.ts";
import { api, requireOffice } from "../implementation.ts";
import { inTurns } from "../turns.ts";
import type { OfficeRecord, Workspace } from "../workspace.ts";
import { contentFacts, describeBundle, evaluationsIn } from "./describe-bundle.ts";
import { dropPending, keepPending } from "./pending-bundle.ts";
import { toReceivedRow } from "./received-row.ts";

export const inspect = api.submissions.inspect.handler(async function* ({
  input,
  context: { workspace },
  errors,
  signal,
}) {
  const office = requireOffice(workspace);
  const file = workspace.tickets.take(input.ticket);
  if (!file) throw errors.HANDLE_UNKNOWN();
  const bytes = await readFile(file.path).finally(() => file.discard());
  const hasFilePassphrase = isPassphraseEncrypted(bytes);
  const hasKeys = isEncrypted(bytes) && listEncryptionKeys(workspace.db).length > 0;
  if (input.passphrase === undefined && (hasFilePassphrase || hasKeys))
    return lockedPreview(hasFilePassphrase ? "filePassphrase" : "decryption");
  const decryption =
    hasFilePassphrase && input.passphrase !== undefined
      ? { identities: [], passphrase: input.passphrase }
      : await decryptionKeys(workspace, bytes, input.passphrase, () => errors.PASSPHRASE_WRONG());
  const parts = inspectBytes(workspace, office, bytes, input.confirmInstance, decryption);
  const preview = yield* inTurns(workspace, parts, signal);
  if (hasFilePassphrase && preview.fault?.code === "E_ENC_NO_KEY") throw errors.FILE_PASSPHRASE_WRONG();
  return preview;
});

export const dismiss = api.submissions.dismiss.handler(({ input, context: { workspace } }) => {
  dropPending(workspace, input.previewId);
  return { ok: true as const };
});

export const received = api.submissions.received.handler(({ context: { workspace } }) =>
  listReceived(workspace.db).map((row) => toReceivedRow(workspace, row)),
);

async function* inspectBytes(
  workspace: Workspace,
  office: OfficeRecord,
  bytes: Uint8Array,
  confirmInstance: boolean,
  decryption: DecryptionKeys,
): AsyncGenerator<JobProgress, BundlePreview> {
  const hasTrust = findTrust(workspace.db) !== undefined;
  const first = hasTrust ? undefined : await openFirstTrust(bytes);
  const verification =
    first ??
    (yield* verifyBundleByParts(bytes, await verifierOf(workspace, office, confirmInstance, decryption)));
  const previewId = uuidV4();
  if (!verification.ok) {
    return {
      ...describeBundle(verification.manifest, verification.digest),
      ...NOTHING_SHOWN,
      previewId,
      ownBundle: findOwnBundle(workspace, verification.digest),
      fault: textOf(verification.code, verification.detail),
      needs: "nothing",
    };
  }
  keepPending(workspace, previewId, {
    bytes: verification.bytes,
    verification,
    confirmInstance,
    isFirstTrust: first !== undefined,
  });
  const isDuplicate = verification.replay?.isDuplicate ?? false;
  const described = describeBundle(verification.manifest, verification.digest);
  return {
    ...described,
    facts: [...described.facts, ...contentFacts(verification)],
    previewId,
    ok: true,
    fault: null,
    warnings: verification.warnings
      .filter((warning) => !(first && warning.code === "W_REPLAY_UNCHECKED"))
      .map((warning) => textOf(warning.code, warning.detail)),
    evaluations: evaluationsIn(workspace, verification),
    unapproved: unapprovedIn(verification),
    incompleteReason: incompleteReasonIn(verification),
    needs: first
      ? "rootFingerprint"
      : verification.kind === "submission" && !isDuplicate
        ? "passphrase"
        : "nothing",
    alreadyProcessed: isDuplicate,
    ownBundle: null,
  };
}

const NOTHING_SHOWN = {
  ok: false,
  warnings: [],
  evaluations: [],
  unapproved: [],
  incompleteReason: null,
  alreadyProcessed: false,
  ownBundle: null,
} as const;

/** Whoever drops in what the office itself sent is told so, whatever its signature is refused for. */
function findOwnBundle(workspace: Workspace, digest: string | null): BundlePreview["ownBundle"] {
  if (digest === null || !hasOutgoing(workspace.db, digest)) return null;
  const submission = findSubmission(workspace.db, digest);
  return { report: submission ? { form: submission.form, period: submission.period } : null };
}

/** A file that came encrypted: nothing of it is known before the passphrase of this office's keys, or its own. */
function lockedPreview(needs: "decryption" | "filePassphrase"): BundlePreview {
  return {
    ...describeBundle(null, null),
    ...NOTHING_SHOWN,
    previewId: uuidV4(),
    fault: null,
    needs,
  };
}

/** Every encryption key the passphrase opens, old ones included. @throws PASSPHRASE_WRONG when it opens none that is here */
async function decryptionKeys(
  workspace: Workspace,
  bytes: Uint8Array,
  passphrase: string | undefined,
  wrong: () => Error,
): Promise<DecryptionKeys> {
  if (!isEncrypted(bytes) || passphrase === undefined) return NO_DECRYPTION_KEYS;
  const rows = listEncryptionKeys(workspace.db);
  const identities: string[] = [];
  for (const row of rows) {
    const key = await unlockEncryption(workspace, row, passphrase);
    if (key) identities.push(key.identity);
  }
  if (rows.length > 0 && identities.length === 0) throw wrong();
  return { identities, passphrase: null };
}

/** Keys to verify with: the list held, or for a first list the fingerprint typed from paper. */
export async function verifierOf(
  workspace: Workspace,
  office: OfficeRecord,
  confirmInstance: boolean,
  decryption: DecryptionKeys,
): Promise<Verifier> {
  const held = await heldList(workspace);
  const base = held ? verifierOfTrustList(held.list, held.digest) : verifierWithoutTrust(null);
  return {
    ...base,
    ownUnitId: office.uid,
    replay: replayState(workspace.db, office, confirmInstance),
    checkContent,
    decryption,
    today: workspace.today(),
  };
}

function* checkContent(content: VerifiedContent): Generator<JobProgress, ContentFault | null> {
  return (yield* checkSubmissionContent(content)) ?? checkDownwardContent(content);
}

/** A trust list that its own root signed; whether that root is the province's, only the paper says. */
async function openFirstTrust(bytes: Uint8Array): Promise<VerifiedBundle | undefined> {
  try {
    const { fingerprint } = await openGivenTrustList(bytes);
    const verification = await verifyBundle(bytes, verifierWithoutTrust(fingerprint));
    return verification.ok ? verification : undefined;
  } catch (error) {
    if (error instanceof ExchangeError) return undefined;
    throw error;
  }
}

export function textOf(code: Code, detail: string | null = null) {
  return { code, ...CODE_TEXTS[code], detail };
}
