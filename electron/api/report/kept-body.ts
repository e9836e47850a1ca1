// What is counted and judged in a printed report is kept when its period is approved, like the tables that will be sent: paper
// and figures say the same, whatever is changed until it is signed.
import type { Period } from "../../../shared/domain/period.ts";
import type { PaperAppendix } from "../../../shared/domain/report/paper.ts";
import type { ReportFigure } from "../../../shared/domain/report/placeholders.ts";
import { findApprovedPaper, insertApprovedPaper } from "../../database/queries/approved-report.ts";
import { findPeriodState } from "../../database/queries/periods.ts";
import { sha256Hex } from "../../exchange/digest.ts";
import type { Workspace } from "../workspace.ts";
import type { ReportBody } from "./paper.ts";
import type { SectionModel } from "./sentences.ts";

interface KeptBody {
  readonly models: readonly SectionModel[];
  readonly figures: readonly ReportFigure[];
  readonly subject: string;
  readonly cutoffLine: string;
  readonly appendices: readonly PaperAppendix[];
}

/** What is kept of a body. */
export function encodeBody({ models, figures, subject, cutoffLine, appendices }: ReportBody): string {
  const kept: KeptBody = { models, figures, subject, cutoffLine, appendices: appendices() };
  return JSON.stringify(kept);
}

/** Keeps it; call inside the transaction that approves the period, after its tables were kept. @returns its digest */
export function keepBody({ db }: Workspace, period: Period, content: string): string {
  const sha256 = sha256Hex(Buffer.from(content, "utf8"));
  insertApprovedPaper(db, period.rhythm, period, { sha256, content });
  return sha256;
}

export function isApproved({ db }: Workspace, period: Period): boolean {
  return findPeriodState(db, period.rhythm, period)?.state === "approved";
}

/** Undefined while the period is not approved, or when it was approved before papers were kept. */
export function keptBody(workspace: Workspace, period: Period): ReportBody | undefined {
  const row = isApproved(workspace, period)
    ? findApprovedPaper(workspace.db, period.rhythm, period)
    : undefined;
  if (!row) return undefined;
  // Written by this program only, from the same type.
  const { appendices, ...kept } = JSON.parse(row.content) as KeptBody;
  return { ...kept, appendices: () => appendices };
}

/** Whether what was kept is there, and is, byte for byte, what was approved. */
export function isBodyWhole({ db }: Workspace, period: Period): boolean {
  const row = findApprovedPaper(db, period.rhythm, period);
  return row !== undefined && sha256Hex(Buffer.from(row.content, "utf8")) === row.sha256;
}
