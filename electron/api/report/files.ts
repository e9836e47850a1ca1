// The report as files. The same report gives the same bytes: nothing in them comes from the clock or the machine.
import { REPORT_FILES, type ReportFile } from "../../../shared/contract/report.ts";
import type { PartDone } from "../../../shared/domain/parts.ts";
import type { Period } from "../../../shared/domain/period.ts";
import type { PaperReport } from "../../../shared/domain/report/paper.ts";
import type { DocumentContent } from "../../exchange/entry-encoding.ts";
import { htmlReport } from "../../files/report/html-report.ts";
import { reportWorkbook } from "../../files/report/report-workbook.ts";
import { wordReport } from "../../files/report/word-report.ts";
import { paperDigest, paperDocument } from "../bundle/paper-document.ts";
import type { OfficeRecord, Workspace } from "../workspace.ts";
import { draftOf, paperOf } from "./paper.ts";

export const RENDERERS: Readonly<
  Record<
    ReportFile,
    {
      /** Inside the bundle, under `docs/`. */
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

/** The paper as it is now; of an approved period, with the figures approved. */
export function paperNow(workspace: Workspace, office: OfficeRecord, period: Period): PaperReport {
  return paperOf(draftOf(workspace, office, period));
}

/** Documents of a report. Pure: a report kept as data gives the same files years later. */
export async function renderReport(
  paper: PaperReport,
  files: readonly ReportFile[] = REPORT_FILES,
): Promise<DocumentContent[]> {
  const documents: DocumentContent[] = [];
  for (const file of files) {
    const { name, mediaType, render } = RENDERERS[file];
    documents.push({ name, mediaType, role: "human", bytes: await render(paper) });
  }
  return documents;
}

/** The papers that go into a bundle, and what they were made from. */
export interface RenderedPapers {
  /** Of the paper: the same before the transaction that signs and inside it, or they are not signed. */
  readonly paperSha256: string;
  readonly documentNumber: string | null;
  readonly issuedOn: string | null;
  /** The report as data first, then its files. */
  readonly documents: readonly DocumentContent[];
}

/** The report as data, without the files: what a receiver's checks read. */
export function unrenderedPapers(workspace: Workspace, office: OfficeRecord, period: Period): RenderedPapers {
  return papersOf(paperNow(workspace, office, period), []);
}

/** Renders what would be signed now, one file in a part. */
export async function* renderPapers(
  workspace: Workspace,
  office: OfficeRecord,
  period: Period,
): AsyncGenerator<PartDone, RenderedPapers> {
  const paper = paperNow(workspace, office, period);
  const files: DocumentContent[] = [];
  for (const file of REPORT_FILES) {
    yield { step: "rendering", done: files.length, total: REPORT_FILES.length };
    files.push(...(await renderReport(paper, [file])));
  }
  return papersOf(paper, files);
}

function papersOf(paper: PaperReport, files: readonly DocumentContent[]): RenderedPapers {
  const { documentNumber, issuedOn } = paper;
  return {
    paperSha256: paperDigest(paper),
    documentNumber,
    issuedOn,
    documents: [paperDocument(paper), ...files],
  };
}
