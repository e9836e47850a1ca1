// The printed report as data (domain.md §e.2, §e.3): everything that stands on paper, before it is Word, a workbook or a page.
import type { PeriodCode, Rhythm } from "../period.ts";

/** A figure of a table: what is printed, and the number behind it. */
export interface PaperFigure {
  /** "14.600", "80,85"; "…" when missing. */
  readonly text: string;
  /** Whole number; with `decimals`, scaled by that power of ten. Null when there is no number: missing, not applicable. */
  readonly amount: number | null;
  readonly decimals: 0 | 2;
}

export type PaperCell = string | PaperFigure;

/** What is printed of a cell; nothing where a row has none. */
export function cellText(cell: PaperCell | undefined): string {
  if (cell === undefined) return "";
  return typeof cell === "string" ? cell : cell.text;
}

export interface PaperColumn {
  readonly title: string;
  /** Heading over several neighbouring columns that share it. */
  readonly group?: string;
  /** Share of the width of the table; a whole number. */
  readonly width: number;
  readonly align: "start" | "center" | "end";
}

export interface PaperRow {
  /** group: one cell across the table · total: bold. */
  readonly kind: "line" | "group" | "total";
  readonly cells: readonly PaperCell[];
}

export interface PaperAppendix {
  /** 1–6 of domain.md §e.3. */
  readonly number: number;
  readonly title: string;
  readonly columns: readonly PaperColumn[];
  readonly rows: readonly PaperRow[];
  /** What stands instead of the table when it has no rows. */
  readonly empty: string;
  /** Lines under the table: legend, totals in words. */
  readonly notes: readonly string[];
}

export interface PaperSection {
  /** Stable: part of the key under which changed sentences are kept. */
  readonly id: string;
  /** "I. Tình hình …" is 1, "1. Tuyên truyền …" is 2. */
  readonly level: 1 | 2;
  readonly heading: string;
  readonly paragraphs: readonly string[];
}

export interface PaperReport {
  readonly form: Rhythm;
  readonly period: PeriodCode;
  /** Upper case, above the issuing body; empty when there is no superior. */
  readonly superiorLine: string;
  readonly issuerLine: string;
  /** "Số: 12/BC-LĐLĐ"; dots where the number is not given yet. */
  readonly numberLine: string;
  /** "12/BC-LĐLĐ", as a register of documents names it; null while it has no number. */
  readonly documentNumber: string | null;
  /** YYYY-MM-DD, as in `placeLine`; null while it is not dated. */
  readonly issuedOn: string | null;
  /** "B, ngày 05 tháng 6 năm 2024" */
  readonly placeLine: string;
  readonly title: string;
  readonly subject: string;
  readonly cutoffLine: string;
  readonly sections: readonly PaperSection[];
  readonly recipients: readonly string[];
  /** "TM. BAN THƯỜNG VỤ"; may be empty. */
  readonly onBehalfOf: string;
  readonly signerTitle: string;
  readonly signerName: string;
  readonly appendices: readonly PaperAppendix[];
}

export const NATIONAL_TITLE = "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM";
export const NATIONAL_MOTTO = "Độc lập - Tự do - Hạnh phúc";
export const RECIPIENTS_TITLE = "Nơi nhận:";
/** Printed for what is not known (domain.md §e.3). */
export const MISSING_FIGURE = "…";
export const NOT_APPLICABLE_FIGURE = "x";
/** Where somebody still has to write a sentence. */
export const UNWRITTEN_LINE = "……………………………………………………………………";
export const TABLE_LEGEND =
  "Ghi chú: “…” chưa có số liệu; “0” có thống kê, bằng không; “x” không áp dụng hoặc không cộng được.";
