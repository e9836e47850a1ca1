// The report as files. The same report gives the same bytes: nothing in them comes from the clock or the machine.
import type { ReportFile } from "../../../shared/contract/report.ts";
import type { Period } from "../../../shared/domain/period.ts";
import { periodOf } from "../../../shared/domain/period.ts";
import type { PaperReport } from "../../../shared/domain/report/paper.ts";
import { inTransaction } from "../../database/connection.ts";
import { appendAudit } from "../../database/queries/audit.ts";
import { insertFrozenReport } from "../../database/queries/reports.ts";
import { sha256Hex } from "../../exchange/digest.ts";
import { htmlReport } from "../../files/report/html-report.ts";
import { reportWorkbook } from "../../files/report/report-workbook.ts";
import { wordReport } from "../../files/report/word-report.ts";
import type { OfficeRecord, Workspace } from "../workspace.ts";
import { draftOf, paperOf } from "./paper.ts";
import { frozenPaper, isSigned } from "./sheet.ts";

/** One document of a signed report, as it stands in the bundle. */
export interface RenderedDocument {
  /** Inside the bundle: `docs/bao-cao.docx`. */
  readonly path: string;
  readonly name: string;
  readonly mediaType: string;
  readonly bytes: Uint8Array;
}

const RENDERERS: Readonly<
  Record<
    ReportFile,
    {
      readonly name: string;
      readonly mediaType: string;
      readonly render: (paper: PaperReport) => Uint8Array | Promise<Uint8Array>;
    }
  >
> = {
  word: {
    name: "bao-cao.docx",
    mediaType: "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
    render: wordReport,
  },
  workbook: {
    name: "phu-luc.xlsx",
    mediaType: "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
    render: reportWorkbook,
  },
  page: { name: "bao-cao.html", mediaType: "text/html; charset=utf-8", render: htmlReport },
};

/** The paper as it is now; once signed, as it was signed. */
export function paperNow(workspace: Workspace, office: OfficeRecord, period: Period): PaperReport {
  const frozen = isSigned(workspace, period) ? frozenPaper(workspace, period) : undefined;
  return frozen ?? paperOf(workspace, draftOf(workspace, office, period));
}

/** Every document of a report. Pure: a report kept as JSON gives the same files years later. */
export async function renderReport(
  paper: PaperReport,
  files: readonly ReportFile[] = ["word", "workbook", "page"],
): Promise<RenderedDocument[]> {
  const documents: RenderedDocument[] = [];
  for (const file of files) {
    const { name, mediaType, render } = RENDERERS[file];
    documents.push({ path: `docs/${name}`, name, mediaType, bytes: await render(paper) });
  }
  return documents;
}

/** Changes with anything that is printed: rendered before the transaction that signs, compared inside it. */
export function paperDigest(paper: PaperReport): string {
  return sha256Hex(Buffer.from(JSON.stringify(paper), "utf8"));
}

/** Keeps the report as it is signed; call inside the transaction that signs. Once a correction number, once. */
export function keepSignedPaper(workspace: Workspace, paper: PaperReport, correction: number): void {
  const period = periodOf(paper.period);
  inTransaction(workspace.db, () => {
    insertFrozenReport(workspace.db, paper.form, period, correction, JSON.stringify(paper), workspace.now());
    appendAudit(
      workspace.db,
      workspace.act(),
      "report.freeze",
      `${paper.form}/${paper.period}/${correction}`,
      {
        sha256: paperDigest(paper),
      },
    );
  });
}

/** "BaoCao_LDLD-B_2024-H1.docx": what a person finds again in a folder. */
export function reportFileName(
  office: Pick<OfficeRecord, "code">,
  paper: PaperReport,
  file: ReportFile,
): string {
  const plain = office.code
    .normalize("NFD")
    .replaceAll(/\p{Mn}/gu, "")
    .replaceAll("đ", "d")
    .replaceAll("Đ", "D")
    .replaceAll(/[^A-Za-z0-9-]+/g, "-");
  const kind = file === "workbook" ? "PhuLuc" : "BaoCao";
  return `${kind}_${plain}_${paper.period}.${RENDERERS[file].name.split(".").at(-1) ?? ""}`;
}
