// The report as files. The same report gives the same bytes: nothing in them comes from the clock or the machine.
import { REPORT_FILES, type ReportFile } from "../../../shared/contract/report.ts";
import type { PartDone } from "../../../shared/domain/parts.ts";
import type { Period } from "../../../shared/domain/period.ts";
import type { PaperReport } from "../../../shared/domain/report/paper.ts";
import type { DocumentContent } from "../../exchange/entry-encoding.ts";
import { renderReport } from "../../files/render-report.ts";
import { paperDigest, paperDocument } from "../bundle/paper-document.ts";
import type { OfficeRecord, Workspace } from "../workspace.ts";
import { draftOf, paperOf } from "./paper.ts";

/** As a file stands inside the bundle, under `docs/`. */
export const DOCUMENTS: Readonly<Record<ReportFile, Pick<DocumentContent, "name" | "mediaType">>> = {
  word: {
    name: "bao-cao.docx",
    mediaType: "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
  },
  workbook: {
    name: "phu-luc.xlsx",
    mediaType: "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
  },
  page: { name: "bao-cao.html", mediaType: "text/html; charset=utf-8" },
};

/** The paper as it is now; of an approved period, with the figures approved. */
export function paperNow(workspace: Workspace, office: OfficeRecord, period: Period): PaperReport {
  return paperOf(draftOf(workspace, office, period));
}

/** The files of a report, in the order asked for. */
export async function* documentsOf(
  paper: PaperReport,
  files: readonly ReportFile[],
): AsyncGenerator<DocumentContent, void> {
  for await (const { file, bytes } of renderReport({ paper, files }))
    yield { ...DOCUMENTS[file], role: "human", bytes };
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

/** Makes what would be signed now, one file in a part. */
export async function* renderPapers(
  workspace: Workspace,
  office: OfficeRecord,
  period: Period,
): AsyncGenerator<PartDone, RenderedPapers> {
  const paper = paperNow(workspace, office, period);
  const files: DocumentContent[] = [];
  const progress = () => ({ step: "rendering", done: files.length, total: REPORT_FILES.length }) as const;
  yield progress();
  for await (const file of documentsOf(paper, REPORT_FILES)) {
    files.push(file);
    yield progress();
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
