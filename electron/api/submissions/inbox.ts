// Looking at a file somebody brought: verified whole and shown, nothing written.
import { readFile } from "node:fs/promises";
import { v4 as uuidV4 } from "uuid";
import type { BundlePreview } from "../../../shared/contract/submissions.ts";
import { findTrust, listReceived } from "../../database/queries/exchange.ts";
import { CODE_TEXTS } from "../../exchange/code-texts.ts";
import { type Code, ExchangeError } from "../../exchange/codes.ts";
import { type Verifier, verifierOfTrustList, verifierWithoutTrust } from "../../exchange/verifier.ts";
import { openGivenTrustList, type VerifiedBundle, verifyBundle } from "../../exchange/verify-bundle.ts";
import { checkSubmissionContent, incompleteReasonIn, unapprovedIn } from "../bundle/content-check.ts";
import { heldList } from "../bundle/keyring.ts";
import { replayState } from "../bundle/replay-state.ts";
import { api, requireOffice } from "../implementation.ts";
import type { OfficeRecord, Workspace } from "../workspace.ts";
import { describeBundle, evaluationsIn } from "./describe-bundle.ts";
import { dropPending, keepPending } from "./pending-bundle.ts";
import { toReceivedRow } from "./received-row.ts";

export const inspect = api.submissions.inspect.handler(async ({ input, context: { workspace }, errors }) => {
  const office = requireOffice(workspace);
  const file = workspace.tickets.take(input.ticket);
  if (!file) throw errors.HANDLE_UNKNOWN();
  const bytes = await readFile(file.path).finally(() => file.discard());
  return inspectBytes(workspace, office, bytes, input.confirmInstance);
});

export const dismiss = api.submissions.dismiss.handler(({ input, context: { workspace } }) => {
  dropPending(workspace, input.previewId);
  return { ok: true as const };
});

export const received = api.submissions.received.handler(({ context: { workspace } }) =>
  listReceived(workspace.db).map((row) => toReceivedRow(workspace, row)),
);

async function inspectBytes(
  workspace: Workspace,
  office: OfficeRecord,
  bytes: Uint8Array,
  confirmInstance: boolean,
): Promise<BundlePreview> {
  const hasTrust = findTrust(workspace.db) !== undefined;
  const first = hasTrust ? undefined : await openFirstTrust(bytes);
  const verification =
    first ?? (await verifyBundle(bytes, await verifierOf(workspace, office, confirmInstance)));
  const previewId = uuidV4();
  if (!verification.ok) {
    return {
      ...describeBundle(verification.manifest, verification.digest),
      previewId,
      ok: false,
      fault: textOf(verification.code, verification.detail),
      warnings: [],
      evaluations: [],
      unapproved: [],
      incompleteReason: null,
      needs: "nothing",
      alreadyProcessed: false,
    };
  }
  keepPending(workspace, previewId, {
    bytes,
    verification,
    confirmInstance,
    isFirstTrust: first !== undefined,
  });
  const isDuplicate = verification.replay?.isDuplicate ?? false;
  return {
    ...describeBundle(verification.manifest, verification.digest),
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
  };
}

/** Keys to verify with: the list held, or for a first list the fingerprint typed from paper. */
async function verifierOf(
  workspace: Workspace,
  office: OfficeRecord,
  confirmInstance: boolean,
): Promise<Verifier> {
  const held = await heldList(workspace);
  const base = held ? verifierOfTrustList(held.list, held.digest) : verifierWithoutTrust(null);
  return {
    ...base,
    ownUnitId: office.uid,
    replay: replayState(workspace.db, office, confirmInstance),
    checkContent: checkSubmissionContent,
    today: workspace.today(),
  };
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

function textOf(code: Code, detail: string | null = null) {
  return { code, ...CODE_TEXTS[code], detail };
}
