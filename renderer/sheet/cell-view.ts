// How one cell of a form looks, from what is known of it. Pure.
import type { FindingView, FormColumn, OpenedForm } from "../../shared/contract/entries.ts";
import type { GradeWords, ValueType } from "../../shared/domain/data-element.ts";
import type { EntryValue } from "../../shared/domain/entry.ts";
import type { Said } from "../../shared/domain/validation/finding.ts";
import { isSameEntry } from "./paste-plan.ts";
import { ESTIMATE_SIGN } from "./typed-entry.ts";
import type { GridCell, GridTone } from "../components/grid/grid-model.ts";

/** What is stored of a cell, and what it may take. */
export interface CellState {
  entry: EntryValue | null;
  revision: number;
  readonly isAsked: boolean;
  isEstimate: boolean;
  hasNote: boolean;
  /** A report was returned for it: it may be written although the rest is locked. */
  readonly opened?: OpenedCell | undefined;
  /** A computed figure of which some shorter period is not there. */
  readonly months?: PartialMonths | undefined;
}

/** Months a figure is made of, and months it should be made of. */
export interface PartialMonths {
  readonly said: number;
  readonly wanted: number;
}

/** Why a cell is open, and what the returned report says in it. */
export type OpenedCell = Pick<
  OpenedForm["opened"][number],
  "reason" | "suggestion" | "isOwn" | "reported" | "isForgotten"
>;

export interface CellWords {
  /** What grades are called in the year of the form. */
  readonly grades: GradeWords;
  readonly entry: (entry: EntryValue | null, type: ValueType) => string;
  readonly finding: (said: Said) => string;
  readonly neverAsked: string;
  readonly computed: string;
  readonly partial: (months: PartialMonths) => string;
  readonly locked: string | null;
  /** @param reported "số đã báo cáo", as it is printed; "" when nothing was reported, null when that is not known here */
  returned(opened: Pick<OpenedCell, "reason" | "suggestion" | "isOwn">, reported: string | null): string;
}

export function drawCell(
  column: FormColumn,
  state: Pick<CellState, "entry" | "isAsked" | "isEstimate" | "hasNote" | "opened" | "months">,
  finding: FindingView | undefined,
  words: CellWords,
): GridCell {
  if (!state.isAsked)
    return {
      text: "",
      state: "empty",
      tone: "notApplicable",
      readOnly: true,
      barred: words.neverAsked,
      title: words.neverAsked,
    };
  const { entry, opened, months } = state;
  const text = words.entry(entry, column.type);
  const isFigure = entry?.state === "value" && column.type !== "grade" && column.type !== "score";
  const remark =
    opened && words.returned(opened, opened.isForgotten ? null : words.entry(opened.reported, column.type));
  const said = remark ?? (finding && words.finding(finding.said));
  const closed = column.mode === "computed" ? words.computed : words.locked;
  const rest = said ?? closed ?? undefined;
  const title = months ? [words.partial(months), rest].filter(Boolean).join(" ") : rest;
  const isBarred = closed !== null && (column.mode === "computed" || !opened);
  return {
    text,
    state: entry === null ? "empty" : entry.state === "value" ? "value" : "mark",
    tone: toneOf(column, entry, finding, opened, words),
    ...(words.locked !== null && !opened && { readOnly: true }),
    ...(isBarred && { barred: closed }),
    ...(opened && { opened: true }),
    ...(isFigure && { number: entry.value }),
    ...(entry?.state === "value" && {
      copyText: plainText(column, entry.value, text),
      editText: plainText(column, entry.value, text) + (state.isEstimate ? ESTIMATE_SIGN : ""),
    }),
    ...(state.isEstimate && { estimated: true }),
    ...(months && { partial: true }),
    ...(state.hasNote && { note: true }),
    ...(title !== undefined && { title }),
  };
}

/** What was typed and is not stored; the figure that is stored still counts. */
export function drawRefused(stored: GridCell, text: string, title: string): GridCell {
  const { state, number, opened } = stored;
  return {
    text,
    state,
    tone: "refused",
    title,
    ...(number !== undefined && { number }),
    ...(opened && { opened }),
  };
}

/** Without thousands marks: another program must not read "1.250" as one and a quarter. */
function plainText(column: FormColumn, value: number, text: string): string {
  return column.type === "count" || column.type === "money" ? String(value) : text;
}

function toneOf(
  column: FormColumn,
  entry: EntryValue | null,
  finding: FindingView | undefined,
  opened: OpenedCell | undefined,
  words: CellWords,
): GridTone {
  if (column.mode === "computed") return finding ? "warned" : "computed";
  // Sent back until another figure stands there; after that it is a cell like any other.
  if (opened && (opened.isForgotten || isSameFigure(entry, opened.reported))) return "returned";
  if (finding) return finding.explanation === null ? "warned" : "explained";
  return words.locked === null || opened ? "normal" : "locked";
}

function isSameFigure(left: EntryValue | null, right: EntryValue | null): boolean {
  return isSameEntry({ entry: left, isEstimate: false }, { entry: right, isEstimate: false });
}
