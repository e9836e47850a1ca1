import type { PaperColumn, PaperRow } from "./paper.ts";

/** One entry form on paper, blank or filled. */
export interface PaperForm {
  readonly issuerLine: string;
  readonly title: string;
  readonly periodLine: string;
  readonly unitLine: string;
  readonly typeLine: string;
  readonly dueLine: string;
  readonly columns: readonly PaperColumn[];
  readonly rows: readonly PaperRow[];
  readonly legend: string;
  /** Who signs, left to right. */
  readonly signatures: readonly string[];
}
