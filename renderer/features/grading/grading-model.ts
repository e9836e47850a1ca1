// The sheet of three columns with what follows from them behind: grade by points, eligibility, state, reason.
import type { GradingSheet } from "../../../shared/contract/grading.ts";
import { gradeOfScore } from "../../../shared/domain/grade-scheme.ts";
import {
  type GradedFigures,
  type GradingState,
  gradingStateOf,
  proposedGrade,
} from "../../../shared/domain/grading-state.ts";
import { searchKey } from "../../../shared/domain/text.ts";
import type { CellAddress, GridCell, GridModel, TextWrite } from "../../components/grid/grid-model.ts";
import { printDate } from "../../text/print.ts";
import type { Translate } from "../../text/use-text.ts";
import type { EntrySheet } from "../../sheet/entry-sheet.ts";
import { figuresOf, GRADING_COLUMNS, placeOf } from "./grading-facts.ts";

const DERIVED = [
  { key: "byScore", width: 136, align: "center" },
  { key: "eligibility", width: 104, align: "center" },
  { key: "state", width: 172, align: "start" },
  { key: "note", width: 158, align: "start" },
] as const;
type Derived = (typeof DERIVED)[number]["key"];

const GRADE_COLUMN = GRADING_COLUMNS.indexOf("qualityGrade");

export class GradingRows {
  readonly #data: GradingSheet;
  readonly #sheet: EntrySheet;

  constructor(data: GradingSheet, sheet: EntrySheet) {
    this.#data = data;
    this.#sheet = sheet;
  }

  figures(row: number): GradedFigures {
    return figuresOf(
      (column) => this.#sheet.cells.at({ row, column: GRADING_COLUMNS.indexOf(column) }).entry,
    );
  }

  state(row: number): GradingState {
    const unit = this.#data.units[row];
    return unit ? gradingStateOf(this.#data.scheme, placeOf(unit), this.figures(row)) : "ended";
  }

  /**
   * The grades that follow and are not entered yet, as texts for their cells; and the rows of which no grade is taken,
   * because what was typed there last is stored nowhere: the figure below it is not what somebody sees.
   */
  proposals(): { readonly writes: readonly TextWrite[]; readonly unsaved: readonly number[] } {
    const { scheme, units } = this.#data;
    const unsaved = new Set(this.#sheet.unsaved.list().map(({ row }) => row));
    const writes = units.flatMap((unit, row) => {
      const cell = { row, column: GRADE_COLUMN };
      const grade = proposedGrade(scheme, placeOf(unit), this.figures(row));
      const isFree = this.#sheet.cells.at(cell).entry === null && !unsaved.has(row);
      return grade !== null && isFree ? [{ ...cell, text: scheme.words[grade][0] }] : [];
    });
    return { writes, unsaved: [...unsaved].toSorted((left, right) => left - right) };
  }

  text(row: number, column: Derived, t: Translate): string {
    const { scheme, units } = this.#data;
    const unit = units[row];
    if (!unit) return "";
    switch (column) {
      case "byScore": {
        const { verifiedScore } = this.figures(row);
        const grade = verifiedScore === null ? undefined : gradeOfScore(scheme, verifiedScore);
        return grade === undefined ? "" : scheme.words[grade][0];
      }
      case "eligibility":
        if (unit.eligibleOn !== null) return t("grading.eligibleFrom", { date: printDate(unit.eligibleOn) });
        return t(unit.standing === "ended" ? "grading.ended" : "grading.eligible");
      case "state":
        return t(`grading.state.${this.state(row)}`);
      case "note": {
        const written = this.#sheet.noteAt({ row, column: GRADE_COLUMN });
        return (written === undefined ? unit.note : written) ?? "";
      }
    }
  }
}

/** @param t words of the headings and states */
export function gradingModel(data: GradingSheet, sheet: EntrySheet, t: Translate): GridModel {
  const rows = new GradingRows(data, sheet);
  const own = sheet.columns.length;
  const isOwn = ({ column }: CellAddress) => column < own;
  const titleOf = (key: Derived) => t(`grading.column.${key}`);
  const drawn = (row: number, column: number): GridCell => {
    const key = DERIVED[column - own]?.key ?? "note";
    const text = rows.text(row, key, t);
    const title = titleFor(data, row, key, rows.state(row), t);
    return {
      text,
      state: text === "" ? "empty" : "value",
      tone: key === "state" && rows.state(row) === "contradicts" ? "warned" : "computed",
      readOnly: true,
      ...(title !== undefined && { title }),
    };
  };
  return {
    rowCount: sheet.rowCount,
    columns: [
      ...sheet.columns,
      ...DERIVED.map(({ key, width, align }) => ({
        key: `grading.${key}`,
        title: titleOf(key),
        group: t("grading.derived"),
        width,
        align,
        readOnly: true,
      })),
    ],
    rowHeader: (row) => sheet.rowHeader(row),
    cell: (row, column) => (column < own ? sheet.cell(row, column) : drawn(row, column)),
    totals: (column) => (column < own ? sheet.totals(column) : { text: "", coverage: "" }),
    commit: (row, column, text) => sheet.commit(row, column, text),
    typing: (cell, text) => sheet.typing(cell, text),
    discard: (cells) => sheet.discard(cells),
    clear: (cells) => sheet.clear(cells.filter(isOwn)),
    paste: (cells, outside) => {
      const lost = cells.filter((cell) => !isOwn(cell) && cell.text.trim() !== "");
      sheet.paste(cells.filter(isOwn), { ...outside, cells: outside.cells + lost.length });
    },
    fill: (copies) => sheet.fill(copies.filter(({ from, to }) => isOwn(from) && isOwn(to))),
    isHeaderRow: (column, texts) => {
      const behind = texts.slice(Math.max(own - column, 0));
      const titles = DERIVED.slice(Math.max(column - own, 0)).map(({ key }) => searchKey(titleOf(key)));
      return (
        behind.every((text, index) => text.trim() === "" || searchKey(text) === titles[index]) &&
        (column >= own || sheet.isHeaderRow(column, texts.slice(0, own - column)))
      );
    },
    rowNamed: (text) => sheet.rowNamed(text),
    subscribeRow: (row, listener) => sheet.subscribeRow(row, listener),
    rowVersion: (row) => sheet.rowVersion(row),
    subscribe: (listener) => sheet.subscribe(listener),
    version: () => sheet.version(),
  };
}

/** The whole sentence behind a short word, shown while its cell is active. */
function titleFor(
  { units, scheme }: GradingSheet,
  row: number,
  key: Derived,
  state: GradingState,
  t: Translate,
): string | undefined {
  const standing = units[row]?.standing;
  if (key === "eligibility" && standing !== undefined && standing !== "eligible")
    return t(`grading.standing.${standing}`, {
      established: scheme.monthsSinceEstablished,
      reorganised: scheme.monthsSinceReorganised,
    });
  if (key === "state") return t(`grading.stateHint.${state}`);
  return key === "note" ? t("grading.noteHint") : undefined;
}
