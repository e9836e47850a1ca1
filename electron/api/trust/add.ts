// A unit's key into the next version of the list: the first one, one that replaces another, one after a loss.
import { readFile } from "node:fs/promises";
import { appendAudit } from "../../database/queries/audit.ts";
import { sha256Hex } from "../../exchange/digest.ts";
import type { ManifestOf } from "../../exchange/manifest.ts";
import { publicKeyFromBase64 } from "../../exchange/public-key.ts";
import { checkReplay } from "../../exchange/replay.ts";
import { replayState } from "../bundle/replay-state.ts";
import type { TrustList } from "../../exchange/trust-list-schema.ts";
import { addUnitKey, retireKey, revokeKey } from "../../exchange/trust-list.ts";
import { verifierOfTrustList } from "../../exchange/verifier.ts";
import { verifyBundle } from "../../exchange/verify-bundle.ts";
import { type HeldList, heldList, toTrustView } from "../bundle/keyring.ts";
import { api, requireOffice } from "../implementation.ts";
import { logReceived, type ReceivedBundle } from "../submissions/log-received.ts";
import { archive } from "../submissions/archive.ts";
import { type OfficeRecord, officeUid, type Workspace } from "../workspace.ts";
import { boundsOf } from "./bounds.ts";
import { issueList, rootSigners } from "./issue-list.ts";
import { refusal, refusalOf } from "./refusals.ts";

export interface Lost {
  readonly keyid: string;
  readonly status: "retired" | "revoked";
  readonly reason: string;
}

/** A keyid as it was read from paper: groups and capitals do not count. */
function plainKeyid(typed: string): string {
  return typed.toLowerCase().replaceAll(/[\s-]/g, "");
}

export const addToTrust = api.keys.addToTrust.handler(async ({ input, context: { workspace }, errors }) => {
  const office = requireOffice(workspace);
  const held = await heldList(workspace);
  if (!held?.isOwn) throw errors.NO_TRUST();
  const file = workspace.tickets.take(input.ticket);
  if (!file) throw errors.HANDLE_UNKNOWN();
  const bytes = await readFile(file.path).finally(() => file.discard());
  const verification = await verifyBundle(bytes, verifierOfTrustList(held.list, held.digest));
  if (!verification.ok) throw refusal(verification.code, errors);
  const { manifest, digest } = verification;
  if (manifest.kind !== "enrolment") throw refusal("E_KIND_MISMATCH", errors);
  const { keyid } = publicKeyFromBase64(manifest.enrolment.spki);
  const { issuer } = manifest;
  const { replaces } = manifest.enrolment;
  // The old key vouches for the new one: no paper is needed (bundle.md §2.6).
  const isVouchedFor =
    replaces !== null &&
    verification.signers.some((signer) => signer.keyid === replaces && signer.unitId === issuer.unit_id);
  const isConfirmed = input.confirmedKeyid !== undefined && plainKeyid(input.confirmedKeyid) === keyid;
  if (!isConfirmed && (input.confirmedKeyid !== undefined || !isVouchedFor)) throw errors.KEYID_MISMATCH();
  // An office's id follows from its code: one that claims another's, or the province's own, is no enrolment of a unit.
  if (issuer.unit_id !== officeUid(issuer.unit_code) || issuer.unit_id === office.uid)
    throw refusal("E_ISSUER_MISMATCH", errors);
  const { lost } = input;
  if (lost && !held.list.keys.some((key) => key.keyid === lost.keyid && key.unit_id === issuer.unit_id))
    throw errors.KEY_NOT_LISTED();
  try {
    const signers = await rootSigners(workspace, held, input, errors);
    const list = nextList(workspace, office, held, manifest, { isVouchedFor, lost });
    const fileSha256 = await archive(workspace, bytes);
    await workspace.write(() => {
      issueList(workspace, office, list, signers, {
        action: "trust.add",
        object: issuer.unit_code,
        detail: { keyid, replaces: isVouchedFor ? replaces : (lost?.keyid ?? null) },
      });
      logEnrolment(workspace, office, { manifest, digest, fileSha256 });
      if (lost)
        appendAudit(workspace.db, workspace.act(), "trust.lost", lost.keyid, {
          status: lost.status,
          reason: lost.reason,
          file: sha256Hex(bytes),
        });
    });
  } catch (error) {
    throw refusalOf(error, errors);
  }
  const after = await heldList(workspace);
  if (!after) throw errors.NO_TRUST();
  return toTrustView(after);
});

/**
 * Registering a key introduces the computer it lives on (bundle.md §2.8 "instance"); call inside a transaction.
 * @throws {ExchangeError} E_SEQ_FORK, E_PREV_MISMATCH when a copy of its database has registered a key, too
 */
export function logEnrolment(
  workspace: Workspace,
  office: OfficeRecord,
  enrolment: Omit<ReceivedBundle, "receiptSha256">,
): void {
  checkReplay(enrolment.manifest, enrolment.digest, replayState(workspace.db, office, true));
  logReceived(workspace, { ...enrolment, receiptSha256: null });
}

/** The version that follows when a verified registration is taken in. @throws {ExchangeError} E_KEY_DUPLICATE, E_KEY_POINT */
export function nextList(
  workspace: Workspace,
  office: OfficeRecord,
  { list, digest }: HeldList,
  manifest: ManifestOf<"enrolment">,
  { isVouchedFor, lost }: { readonly isVouchedFor: boolean; readonly lost: Lost | undefined },
): TrustList {
  const { issuer } = manifest;
  const bounds = boundsOf(workspace, issuer.unit_id, 0);
  const added = addUnitKey(
    list,
    digest,
    manifest,
    {
      code: issuer.unit_code,
      name: issuer.unit_name,
      level: "directSuperiorUnion",
      parent_id: office.uid,
    },
    isVouchedFor ? bounds : null,
  );
  if (!lost) return added;
  const ended =
    lost.status === "retired"
      ? retireKey(added, digest, lost.keyid, bounds)
      : revokeKey(added, digest, lost.keyid, lost.reason, []);
  // Both changes are one version: nobody ever holds a list with one of them.
  return { ...ended, version: added.version };
}
