// How one cell of a form looks, from what is known of it. Pure.
import type { FindingView, FormColumn } from "../../../shared/contract/entries.ts";
import type { EntryValue } from "../../../shared/domain/entry.ts";
import { formatEntry } from "../../../shared/domain/number-format.ts";
import { ESTIMATE_SIGN } from "./typed-entry.ts";
import type { GridCell, GridTone } from "../../components/grid/grid-model.ts";

/** What is stored of a cell, and what it may take. */
export interface CellState {
  entry: EntryValue | null;
  revision: number;
  readonly isAsked: boolean;
  isEstimate: boolean;
  hasNote: boolean;
}

export interface CellWords {
  readonly neverAsked: string;
  readonly computed: string;
  readonly locked: string | null;
}

export function drawCell(
  column: FormColumn,
  state: Pick<CellState, "entry" | "isAsked" | "isEstimate" | "hasNote">,
  finding: FindingView | undefined,
  words: CellWords,
): GridCell {
  if (!state.isAsked)
    return { text: "", state: "empty", tone: "notApplicable", readOnly: true, title: words.neverAsked };
  const { entry } = state;
  const text = formatEntry(entry, column.type);
  const isFigure = entry?.state === "value" && column.type !== "grade" && column.type !== "score";
  const title =
    finding?.message ?? (column.mode === "computed" ? words.computed : (words.locked ?? undefined));
  return {
    text,
    state: entry === null ? "empty" : entry.state === "value" ? "value" : "mark",
    tone: toneOf(column, finding, words),
    ...(isFigure && { number: entry.value }),
    ...(entry?.state === "value" && {
      copyText: plainText(column, entry.value, text),
      editText: plainText(column, entry.value, text) + (state.isEstimate ? ESTIMATE_SIGN : ""),
    }),
    ...(state.isEstimate && { estimated: true }),
    ...(state.hasNote && { note: true }),
    ...(title !== undefined && { title }),
  };
}

/** What was typed and is not stored; the figure that is stored still counts. */
export function drawRefused(stored: GridCell, text: string, title: string): GridCell {
  const { state, number } = stored;
  return { text, state, tone: "refused", title, ...(number !== undefined && { number }) };
}

/** Without thousands marks: another program must not read "1.250" as one and a quarter. */
function plainText(column: FormColumn, value: number, text: string): string {
  return column.type === "count" || column.type === "money" ? String(value) : text;
}

function toneOf(column: FormColumn, finding: FindingView | undefined, words: CellWords): GridTone {
  if (column.mode === "computed") return finding ? "warned" : "computed";
  if (finding) return finding.explanation === null ? "warned" : "explained";
  return words.locked === null ? "normal" : "locked";
}
