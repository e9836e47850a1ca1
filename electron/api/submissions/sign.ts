// Signing and keeping a report: one transaction, so that either all of it is there or nothing.
import type { KeyObject } from "node:crypto";
import { v7 as uuidV7 } from "uuid";
import type { Period } from "../../../shared/domain/period.ts";
import { appendAudit } from "../../database/queries/audit.ts";
import { findReturnNotice } from "../../database/queries/corrections.ts";
import { findLatestSubmission, insertSubmission, setSuperseded } from "../../database/queries/submissions.ts";
import { setPeriodState } from "../../database/queries/periods.ts";
import type { ManifestOf } from "../../exchange/manifest.ts";
import type { WrittenBundle } from "../../exchange/write-bundle.ts";
import type { EncodedEntry } from "../../exchange/entry-encoding.ts";
import { findForgotten } from "../backup/restored-state.ts";
import type { KeptReport } from "../bundle/kept-report.ts";
import { makeOutgoing, signerOf } from "../bundle/outgoing.ts";
import { appendixOf } from "../corrections/appendix.ts";
import type { RenderedPapers } from "../report/files.ts";
import type { OfficeRecord, Workspace } from "../workspace.ts";

export const SUBMISSION_STREAM = "submission";

interface ReportToSign {
  readonly period: Period;
  /** uid of the office it goes to. */
  readonly audience: string;
  readonly report: KeptReport;
  /** As they were kept at approval. */
  readonly tables: readonly EncodedEntry[];
  /** The printed report, rendered before the transaction. */
  readonly papers: RenderedPapers;
  readonly submission: ManifestOf<"submission">["submission"];
}

interface ReportBefore {
  readonly submissionId: string;
  readonly revision: number;
  readonly digest: string;
  readonly returnDigest: string | null;
}

/** What the next sending of a period follows; of one sent after a backup that was restored, what its return says. */
export function reportBefore({ db }: Workspace, period: Period): ReportBefore | undefined {
  const forgotten = findForgotten(db, period.rhythm, period);
  if (forgotten?.returned) {
    const { submissionId, correction: revision, sha256: returnDigest } = forgotten.returned;
    return { submissionId, revision, digest: forgotten.sha256, returnDigest };
  }
  const latest = findLatestSubmission(db, period.rhythm, period);
  return (
    latest && {
      submissionId: latest.submissionId,
      revision: latest.correction,
      digest: latest.sha256,
      returnDigest: findReturnNotice(db, latest.sha256)?.sha256 ?? null,
    }
  );
}

/** The first submission of a period, or the next correction of the one that was returned (bundle.md §2.8). */
export function nextSubmission(workspace: Workspace, period: Period): ReportToSign["submission"] {
  const before = reportBefore(workspace, period);
  if (!before) return { submission_id: uuidV7(), revision: 0, supersedes: null, reply_to: null };
  const { submissionId, revision, digest, returnDigest } = before;
  return {
    submission_id: submissionId,
    revision: revision + 1,
    supersedes: { revision, manifest_sha256: digest },
    reply_to: returnDigest,
  };
}

/** Signs and keeps an approved report, and locks its period as submitted; call inside a transaction. */
export function signReport(
  workspace: Workspace,
  office: OfficeRecord,
  { period, audience, report, tables, papers, submission }: ReportToSign,
  key: KeyObject,
): WrittenBundle {
  const { db } = workspace;
  const before = findLatestSubmission(db, period.rhythm, period);
  const bundle = makeOutgoing(
    workspace,
    office,
    {
      audience: [audience],
      stream: SUBMISSION_STREAM,
      context: {
        programme_id: null,
        programme_version: null,
        programme_sha256: null,
        form_code: period.rhythm,
        period: period.code,
      },
      totals: { ...report.totals },
      section: { kind: "submission", submission },
      encoded: tables,
      documents: [
        {
          name: "tom-tat.txt",
          mediaType: "text/plain; charset=utf-8",
          role: "human",
          bytes: Buffer.from(report.summary, "utf8"),
        },
        ...papers.documents,
        ...appendixOf(office, period, submission.revision, tables),
      ],
    },
    key,
  );
  insertSubmission(db, {
    sha256: bundle.digest,
    submissionId: submission.submission_id,
    form: period.rhythm,
    period,
    correction: submission.revision,
    documentNumber: papers.documentNumber,
    issuedOn: papers.issuedOn,
    signer: signerOf(workspace, office),
  });
  if (before) setSuperseded(db, before.sha256);
  setPeriodState(db, period.rhythm, period, "submitted", null, workspace.now());
  appendAudit(db, workspace.act(), "submission.sign", bundle.digest, {
    form: period.rhythm,
    period: period.code,
    file: bundle.fileName,
    paper: papers.paperSha256,
  });
  return bundle;
}
