// What a reply signed here changes of the report it answers.
import { findElement } from "../../../shared/catalogue/elements.ts";
import { insertGivenReply, insertRemark } from "../../database/queries/corrections.ts";
import { setReceivedReply, setReceivedStatus } from "../../database/queries/received.ts";
import type { ManifestOf } from "../../exchange/manifest.ts";
import type { VerifiedContent } from "../../exchange/verifier.ts";
import { tableRows } from "../bundle/content-check.ts";
import { PeriodRowV1, UnitRowV1 } from "../bundle/rows.ts";
import type { Workspace } from "../workspace.ts";
import type { Place } from "./open-cell.ts";
import { issueOf, remarkRowOf, type Verdict } from "./remark-issue.ts";

interface Answer {
  readonly manifest: ManifestOf<"submission">;
  /** Of the report. */
  readonly digest: string;
  /** Digest of the reply. */
  readonly reply: string;
}

/** Call inside the transaction that signs the reply, with the report logged. */
export function keepReply(workspace: Workspace, { manifest, digest, reply }: Answer, verdict: Verdict): void {
  const { db } = workspace;
  insertGivenReply(db, {
    sha256: reply,
    report: digest,
    result: verdict.result,
    dueOn: verdict.dueOn,
    at: workspace.now(),
  });
  verdict.remarks.forEach((remark, index) =>
    insertRemark(db, reply, digest, remarkRowOf(issueOf(remark, index))),
  );
  setReceivedReply(db, digest, reply);
  // Leave to correct what was accepted takes nothing back: it counts until the correction is here.
  if (verdict.result === "returned" && verdict.remarks.length > 0) setReceivedStatus(db, digest, "returned");
  const replaced = manifest.submission.supersedes;
  if (replaced) setReceivedStatus(db, replaced.manifest_sha256, "superseded");
}

/** The first remark on a cell the report does not have; undefined when each has its place. */
export function unknownPlace(content: VerifiedContent, { remarks }: Verdict): Place | undefined {
  const places = remarks.flatMap(({ place }) => place ?? []);
  if (places.length === 0) return undefined;
  const units = new Set([
    content.manifest.issuer.unit_id,
    ...[...tableRows(content, "units.v1")].map((row) => UnitRowV1.parse(row).uid),
  ]);
  const periods = new Set([
    content.manifest.context?.period ?? "",
    ...[...tableRows(content, "periods.v1")].map((row) => PeriodRowV1.parse(row).period),
  ]);
  return places.find(
    ({ unit, element, period }) => !units.has(unit) || !periods.has(period) || !findElement(element),
  );
}
