import { basename } from "node:path";
import type { PrintToPDFOptions } from "electron";

/**
 * The page itself says its size, margins and page numbers (`@page`, domain.md §e.1). Untagged: the tables of an office with
 * many unions become forty times as large with tags.
 */
export const PDF_OPTIONS: PrintToPDFOptions = {
  preferCSSPageSize: true,
  printBackground: false,
  displayHeaderFooter: false,
  generateTaggedPDF: false,
  generateDocumentOutline: false,
};

const LONGEST_STEM = 120;

/** The name a PDF is offered under: what the page asks for, as a plain file name that Windows takes and that ends in `.pdf`. */
export function pdfFileName(wanted: string): string {
  const stem = basename(wanted.replaceAll("\\", "/"))
    .normalize("NFC")
    .replace(/\.pdf$/iu, "")
    // Characters that no file name may have on Windows, and those that only hide what follows them.
    .replaceAll(/[\p{Cc}\p{Cf}<>:"|?*]/gu, "")
    .replace(/^[. ]+|[. ]+$/gu, "")
    .slice(0, LONGEST_STEM);
  return `${stem === "" ? "BaoCao" : stem}.pdf`;
}
