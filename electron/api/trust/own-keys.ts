// What the list says of this office's own keys, and what follows when a new list comes (bundle.md §2.6 rotation).
import type { KeyView } from "../../../shared/contract/keys.ts";
import { appendAudit } from "../../database/queries/audit.ts";
import { type KeyRow, listKeys, retireSigningKey } from "../../database/queries/signing-keys.ts";
import type { TrustList } from "../../exchange/trust-list-schema.ts";
import { type HeldList, toKeyView } from "../bundle/keyring.ts";
import type { Workspace } from "../workspace.ts";

type Standing = Pick<KeyView, "standing" | "reason">;

export function standingOf({ keyid, purpose }: KeyRow, list: TrustList | undefined): Standing {
  const isRoot = purpose === "root" && list?.root.keys.some((key) => key.keyid === keyid);
  if (isRoot) return { standing: "active", reason: null };
  const listed = list?.keys.find((key) => key.keyid === keyid);
  return listed
    ? { standing: listed.status, reason: listed.revoked_reason }
    : { standing: "unlisted", reason: null };
}

/** The keys here, oldest first; a signing key behind another one waits for the list. */
export function ownKeyViews(workspace: Workspace, held: HeldList | undefined): KeyView[] {
  const rows = listKeys(workspace.db);
  const current = rows.find(({ purpose }) => purpose === "sign");
  return rows.map((row) => ({
    ...toKeyView(row),
    ...standingOf(row, held?.list),
    isWaiting: row.purpose === "sign" && row !== current,
  }));
}

/** A signing key whose registration has been made and not come back yet. */
export function findWaitingKey(workspace: Workspace): KeyRow | undefined {
  return listKeys(workspace.db).filter(({ purpose }) => purpose === "sign")[1];
}

/** The list names the new key: from now on it signs. Call inside the transaction that takes the list in. */
export function settleOwnKeys(workspace: Workspace, list: TrustList): void {
  const rows = listKeys(workspace.db).filter(({ purpose }) => purpose === "sign");
  const newest = rows.findLast((row) => standingOf(row, list).standing === "active");
  if (!newest) return;
  for (const row of rows.slice(0, rows.indexOf(newest))) {
    retireSigningKey(workspace.db, row.keyid, workspace.now());
    appendAudit(workspace.db, workspace.act(), "key.replaced", row.keyid, { by: newest.keyid });
  }
}
