// The papers of a report that is signed: what its bundle holds, and nothing from anywhere else.
import { REPORT_FILES, type ReportFile, type SignedPapers } from "../../../shared/contract/report.ts";
import type { DownloadOffer } from "../../../shared/contract/schemas.ts";
import { type Period, periodOf } from "../../../shared/domain/period.ts";
import type { PaperReport } from "../../../shared/domain/report/paper.ts";
import { findLatestSubmission } from "../../database/queries/submissions.ts";
import { findPeriodState } from "../../database/queries/periods.ts";
import { bundleCode } from "../../exchange/bundle-code.ts";
import type { VerifiedContent } from "../../exchange/verifier.ts";
import { documentsIn, paperIn, type PrintedDocument } from "../bundle/paper-document.ts";
import { openReport, type ReportContent } from "../corrections/report-content.ts";
import type { Workspace } from "../workspace.ts";
import { DOCUMENTS } from "./files.ts";
import { savedName } from "./file-names.ts";

/** The papers of one bundle. */
interface OpenedPapers {
  readonly content: VerifiedContent;
  readonly period: Period;
  readonly correction: number;
  readonly paper: PaperReport | null;
  readonly documents: readonly PrintedDocument[];
}

export interface SignedReport extends OpenedPapers {
  readonly paper: PaperReport;
}

/** What is sent or answered is no longer written on. */
export function isSigned(workspace: Workspace, period: Period): boolean {
  const state = findPeriodState(workspace.db, period.rhythm, period)?.state;
  return state === "submitted" || state === "accepted";
}

/** Of a period that is signed here; undefined for one that is not, or was signed before papers were kept. */
export async function papersOfPeriod(
  workspace: Workspace,
  period: Period,
  errors: { readonly BUNDLE_DAMAGED: () => Error },
): Promise<SignedReport | undefined> {
  const latest = isSigned(workspace, period)
    ? findLatestSubmission(workspace.db, period.rhythm, period)
    : undefined;
  if (!latest) return undefined;
  const { BUNDLE_DAMAGED } = errors;
  const papers = papersIn(
    await openReport(workspace, latest.sha256, { BUNDLE_DAMAGED, BUNDLE_UNKNOWN: BUNDLE_DAMAGED }),
  );
  return papers.paper ? { ...papers, paper: papers.paper } : undefined;
}

/** Of a report that was received, or sent from here. */
export function papersIn({ content, manifest: { context, submission } }: ReportContent): OpenedPapers {
  if (!context) throw new RangeError("papersIn: no period");
  return {
    content,
    period: periodOf(context.period),
    correction: submission.revision,
    paper: paperIn(content) ?? null,
    documents: documentsIn(content),
  };
}

/** Which of the report's files a document is. */
function fileOf(name: string): ReportFile | null {
  return REPORT_FILES.find((file) => DOCUMENTS[file].name === name) ?? null;
}

/** Offers documents for saving, byte for byte; undefined when one of them is not there. */
export function offerDocuments(
  { tickets }: Workspace,
  { content, period, correction, documents }: OpenedPapers,
  names: readonly string[],
): DownloadOffer[] | undefined {
  const wanted = names.flatMap((wantedName) => documents.find(({ name }) => name === wantedName) ?? []);
  if (wanted.length < names.length) return undefined;
  const { unit_code: code } = content.manifest.issuer;
  return wanted.map(({ name, bytes }) =>
    tickets.offer(savedName(code, period.code, correction, name), bytes),
  );
}

export function papersView({ content, period, correction, paper, documents }: OpenedPapers): SignedPapers {
  const { issuer } = content.manifest;
  return {
    digest: content.digest,
    code: bundleCode(content.digest),
    issuer: { code: issuer.unit_code, name: issuer.unit_name },
    form: period.rhythm,
    period: period.code,
    correction,
    paper,
    documents: documents.map(({ name, bytes, sha256 }) => ({
      name,
      file: fileOf(name),
      size: bytes.length,
      sha256,
    })),
  };
}
