// What a bundle says of itself, in the words of the preview.
import type { BundlePreview } from "../../../shared/contract/submissions.ts";
import { periodOf } from "../../../shared/domain/period.ts";
import { bundleCode } from "../../exchange/bundle-code.ts";
import { sha256Hex } from "../../exchange/digest.ts";
import type { Manifest } from "../../exchange/manifest.ts";
import { issuesOf } from "../../exchange/reply-issues.ts";
import { rootFingerprint } from "../../exchange/trust-list.ts";
import type { VerifiedBundle } from "../../exchange/verify-bundle.ts";
import { evaluationRows, outsideAt, programmeTitleIn, targetRows } from "../bundle/content-check.ts";
import { totalLines } from "../bundle/totals.ts";
import { formOf } from "../form-reader.ts";
import { loadProgramme } from "../load-programme.ts";
import type { Workspace } from "../workspace.ts";

type Description = Pick<
  BundlePreview,
  "kind" | "digest" | "code" | "issuer" | "createdAt" | "seq" | "context" | "totals" | "counts" | "facts"
>;

/** @param manifest null when the file did not get far enough to have one that counts */
export function describeBundle(manifest: Manifest | null, digest: string | null): Description {
  const identity = { digest, code: digest && bundleCode(digest) };
  if (manifest === null)
    return {
      kind: null,
      ...identity,
      issuer: null,
      createdAt: null,
      seq: null,
      context: null,
      totals: [],
      counts: {},
      facts: [],
    };
  const { issuer, context, totals } = manifest;
  const elements = context ? formOf(periodOf(context.period)).cells.map((cell) => cell.element.code) : [];
  return {
    kind: manifest.kind,
    ...identity,
    issuer: { code: issuer.unit_code, name: issuer.unit_name, signer: issuer.signer_name },
    createdAt: manifest.created_at,
    seq: manifest.seq,
    context: context && {
      form: context.form_code,
      period: context.period,
      correction: manifest.kind === "submission" ? manifest.submission.revision : null,
    },
    totals: totalLines(totals, elements),
    counts: Object.fromEntries(
      ["units", "units_answered", "entries"].flatMap((name) =>
        totals[name] === undefined ? [] : [[name, totals[name]]],
      ),
    ),
    facts: factsOf(manifest),
  };
}

function factsOf(manifest: Manifest): BundlePreview["facts"] {
  switch (manifest.kind) {
    case "receipt":
      return [
        { name: "inReplyTo", value: bundleCode(manifest.receipt.in_reply_to.manifest_sha256) },
        { name: "result", value: manifest.receipt.result },
      ];
    case "return":
      return [
        { name: "inReplyTo", value: bundleCode(manifest.return.in_reply_to.manifest_sha256) },
        { name: "result", value: manifest.return.result },
      ];
    case "trustlist":
      return [
        { name: "version", value: String(manifest.trustlist.version) },
        { name: "rootFingerprint", value: rootFingerprint(manifest.trustlist.root) },
        { name: "units", value: String(manifest.trustlist.units.length) },
      ];
    case "programme":
      return [
        { name: "programme", value: manifest.programme.title },
        { name: "version", value: String(manifest.programme.version) },
      ];
    case "enrolment":
      return [{ name: "keyid", value: sha256Hex(Buffer.from(manifest.enrolment.spki, "base64")) }];
    default:
      return [];
  }
}

/** What a checked bundle says beside its manifest: what a correction changes, what a reply remarks and by when it waits. */
export function contentFacts(verification: VerifiedBundle): BundlePreview["facts"] {
  const { manifest } = verification;
  switch (manifest.kind) {
    case "submission": {
      const table = manifest.entries.find(
        (entry) => entry.role === "table" && entry.schema === "corrections.v1",
      );
      return table?.role === "table" ? [{ name: "corrected", value: String(table.rows) }] : [];
    }
    case "receipt":
    case "return": {
      const remarks = [...issuesOf(verification)].length;
      const dueOn = manifest.kind === "return" ? manifest.return.due_date : null;
      return [
        ...(remarks > 0 ? [{ name: "remarks", value: String(remarks) }] : []),
        ...(dueOn === null ? [] : [{ name: "dueOn", value: dueOn }]),
      ];
    }
    default:
      return [];
  }
}

/** How far each programme of a submission has got, by the sender's own evaluation. */
export function evaluationsIn(
  workspace: Workspace,
  verification: VerifiedBundle,
): BundlePreview["evaluations"] {
  const period = verification.manifest.context?.period;
  if (verification.kind !== "submission" || !period) return [];
  const targets = targetRows(verification);
  const byProgramme = new Map<string, { reached: number; total: number }>();
  for (const row of evaluationRows(verification)) {
    const sums = byProgramme.get(row.programme) ?? { reached: 0, total: 0 };
    sums.total += 1;
    if (row.status === "met" || row.status === "exceeded") sums.reached += 1;
    byProgramme.set(row.programme, sums);
  }
  return [...byProgramme].map(([programme, sums]) => ({
    programme,
    title:
      programmeTitleIn(targets, programme) ??
      loadProgramme(workspace, programme)?.programme.title ??
      programme,
    outside: outsideAt(targets, programme, period),
    ...sums,
  }));
}
