// The cells of one form, outside React: what is typed is read here, sent, and shown as saved only when it is.
// Over 300 lines because it is the one face of the sheet to the grid and the page; stored figures, saving, findings
// and refused texts each have their own file.
import type { FindingView, OpenedForm } from "../../shared/contract/entries.ts";
import type { WrittenCell } from "../../shared/contract/incidents.ts";
import { formatInteger } from "../../shared/domain/number-format.ts";
import { searchKey } from "../../shared/domain/text.ts";
import { client } from "../api/api.ts";
import { tellWritten } from "../api/written-cells.ts";
import {
  ALL_PLACED,
  type CellAddress,
  type CellCopy,
  type GridCell,
  type GridColumn,
  type GridModel,
  type GridTotal,
  type TextWrite,
  type Unplaced,
} from "../components/grid/grid-model.ts";
import { GridStore } from "../components/grid/grid-store.ts";
import { drawCell, drawRefused } from "./cell-view.ts";
import { findingKey } from "../../shared/domain/validation/finding.ts";
import { RowNames } from "./row-names.ts";
import {
  type CellWrite,
  isSameEntry,
  type PastePlan,
  planPaste,
  type RefusedWrite,
  thousandsAsked,
} from "./paste-plan.ts";
import { SheetActs, type SheetAct } from "./sheet-acts.ts";
import { SheetCells } from "./sheet-cells.ts";
import { SheetFindings } from "./sheet-findings.ts";
import { type SaveOutcome, SheetSaver } from "./sheet-saver.ts";
import type { SheetWords } from "./sheet-words.ts";
import { readTyped } from "./typed-entry.ts";
import { uncountedRows } from "./uncounted-rows.ts";
import { placeOf, UnsavedTexts } from "./unsaved-texts.ts";

interface BlockResult {
  readonly saved: number;
  readonly refused: readonly RefusedWrite[];
  readonly outside: Unplaced;
  /** What whoever wrote the block has to say of it besides. */
  readonly remark: string;
}

interface SheetEvents {
  /** A block was pasted or filled. */
  onBlock(result: BlockResult): void;
  /**
   * Asked before many cells are written at once, and where a comma may part thousands.
   * @param byThousands what it would do if it does; null where there is no such comma
   * @returns which of them to do; null when it is called off
   */
  confirmPaste(plan: PastePlan, byThousands: PastePlan | null): Promise<PastePlan | null>;
}

type StepOutcome =
  | { readonly outcome: "nothing" | "locked" | "failed" }
  | {
      readonly outcome: "done";
      readonly cells: readonly CellAddress[];
      readonly count: number;
      readonly kept: number;
    };

/** More cells than this are shown before they are written. */
const MOST_UNASKED = 200;

export class EntrySheet implements GridModel {
  readonly form: OpenedForm;
  readonly columns: readonly GridColumn[];
  readonly cells: SheetCells;
  readonly saver: SheetSaver;
  readonly findings = new SheetFindings();
  readonly unsaved = new UnsavedTexts();
  readonly #words: SheetWords;
  readonly #events: SheetEvents;
  readonly #store: GridStore;
  readonly #uncounted: readonly (readonly number[])[];
  readonly #acts = new SheetActs();
  readonly #rowNames: RowNames;
  readonly #notes = new Map<number, string | null>();
  /** Cells that somebody else wrote first, until they are written here. */
  readonly #stale = new Set<number>();

  constructor(form: OpenedForm, words: SheetWords, events: SheetEvents) {
    this.form = form;
    this.#words = words;
    this.#events = events;
    this.cells = new SheetCells(form);
    this.saver = new SheetSaver(this.cells, client.entries, {
      onChange: (cells) => this.#redraw(cells),
      onFindings: (findings, units) => this.setFindings(findings, units),
    });
    const opened = new Set(form.opened.map(({ column }) => column));
    this.columns = form.columns.map(
      (column, index): GridColumn => ({
        key: column.element,
        title: words.columnTitle(column),
        group: words.section(column.section),
        width: column.type === "grade" ? 140 : column.type === "money" ? 128 : 96,
        align: column.type === "grade" || column.type === "yesNo" ? "center" : "end",
        readOnly: column.mode === "computed" || (form.lockedReason !== null && !opened.has(index)),
      }),
    );
    this.#uncounted = uncountedRows(form);
    this.#rowNames = new RowNames(form.units);
    this.#takeKeptTexts();
    this.#store = new GridStore(form.units.length, form.columns.length, (row, column) =>
      this.#show({ row, column }),
    );
  }

  get rowCount(): number {
    return this.form.units.length;
  }

  /** Unions that ended before the last day: of what stands on that day the totals leave them out. */
  get endedUnits(): number {
    return new Set(this.#uncounted.flat()).size;
  }

  rowHeader(row: number) {
    const unit = this.form.units[row];
    return { code: unit?.code ?? "", name: unit?.name ?? "" };
  }

  cell(row: number, column: number): GridCell {
    return this.#store.cell(row, column);
  }

  totals(column: number): GridTotal {
    const { sum, filled, partial } = this.#store.columnTotal(column);
    const type = this.form.columns[column]?.type;
    const counted = (this.#uncounted[column] ?? []).reduce(
      (rest, row) => rest - (this.#store.cell(row, column).number ?? 0),
      sum,
    );
    return {
      // Of nothing there is no sum.
      text: type === "grade" || type === "score" ? "" : filled === 0 ? "—" : formatInteger(counted),
      coverage: `${formatInteger(filled - partial)}/${formatInteger(this.cells.asked[column] ?? 0)}`,
    };
  }

  commit(row: number, column: number, text: string): void {
    const type = this.form.columns[column]?.type;
    const cell = { row, column };
    if (type === undefined || this.cells.refusalAt(cell) !== null) return;
    const reading = readTyped(text, type, this.#words.grades);
    const act = this.#acts.begin();
    if (!reading.ok) return this.#refuse(act, [{ ...cell, text, reason: reading.code }]);
    this.discard([cell]);
    const { entry, isEstimate } = reading;
    if (isSameEntry({ entry, isEstimate }, this.#current(cell))) return;
    void this.saver.save({ ...cell, entry, isEstimate }, (outcome) =>
      this.#settleAct(act, outcome, () => text),
    );
  }

  /** What is being typed into a cell, so that it can be kept; null when the editor is closed. */
  typing(cell: CellAddress, text: string | null): void {
    this.unsaved.setTyping(text === null ? null : { ...cell, text });
  }

  /** Takes refused texts away: what is stored shows again. @returns whether there were any */
  discard(cells: readonly CellAddress[]): boolean {
    const forgotten = this.unsaved.forget(cells);
    this.#redraw(forgotten);
    return forgotten.length > 0;
  }

  clear(cells: readonly CellAddress[]): void {
    const writable = cells.filter((cell) => this.cells.refusalAt(cell) === null);
    this.discard(writable);
    void this.#saveBlock(
      this.#acts.begin(),
      writable
        .filter((cell) => this.#current(cell).entry !== null)
        .map(({ row, column }) => ({ row, column, entry: null, isEstimate: false })),
      "typed",
    );
  }

  /** @param remark is said together with what became of the block */
  paste(cells: readonly TextWrite[], outside: Unplaced, remark = ""): void {
    const target = {
      refusalAt: (cell: CellAddress) => this.cells.refusalAt(cell),
      grades: this.#words.grades,
      typeOf: (column: number) => this.form.columns[column]?.type ?? "count",
      storedAt: (cell: CellAddress) => this.#current(cell),
    };
    const plan = planPaste(cells, outside, target);
    // A single cell is mended where it stands, as if it had been typed.
    const asks = cells.length > 1 && thousandsAsked(plan) !== undefined;
    void this.#paste(plan, asks ? planPaste(cells, outside, target, "thousands") : null, remark);
  }

  fill(copies: readonly CellCopy[]): void {
    const writes: CellWrite[] = [];
    const refused: RefusedWrite[] = [];
    for (const { from, to } of copies) {
      const { entry, isEstimate } = this.#current(from);
      const reason = this.cells.refusalAt(to);
      const text = this.cell(from.row, from.column).text;
      // A figure means something else in another column of another kind.
      const fits = this.form.columns[from.column]?.type === this.form.columns[to.column]?.type;
      if (reason !== null || !fits) refused.push({ ...to, text, reason: reason ?? "NOT_A_NUMBER" });
      else if (!isSameEntry({ entry, isEstimate }, this.#current(to)))
        writes.push({ ...to, entry, isEstimate });
    }
    void this.#paste({ writes, refused, same: copies.length - writes.length, outside: ALL_PLACED });
  }

  rowNamed(text: string): number | undefined {
    return this.#rowNames.rowOf(text);
  }

  /** Titles, sections, labels, numbers or codes of the columns, in their order; or their count, "(1)" "(2)". */
  isHeaderRow(column: number, texts: readonly string[]): boolean {
    if (texts.every((text) => /^\(\d{1,3}\)$/.test(text.trim()))) return true;
    const isTitle = texts.map((text, index) => {
      const definition = this.form.columns[column + index];
      const key = searchKey(text);
      if (!definition || key === "") return text.trim() === "";
      return [
        this.columns[column + index]?.title ?? "",
        this.columns[column + index]?.group ?? "",
        definition.shortLabel,
        definition.label,
        definition.number,
        definition.element,
      ].some((name) => searchKey(name) === key);
    });
    return isTitle.every(Boolean) && texts.some((text) => text.trim() !== "");
  }

  /** Every empty cell of some rows that counts something becomes "không phát sinh", as one act. */
  fillRowsWithNoOccurrence(rows: readonly number[]): void {
    const writes = rows.flatMap((row) => this.#emptyCounts(row));
    if (writes.length > 0) void this.#saveBlock(this.#acts.begin(), writes, "typed");
  }

  /** Figures among some cells that are marked as estimates, or are not yet. */
  figuresAmong(cells: readonly CellAddress[], isEstimate: boolean): CellAddress[] {
    return cells.filter((cell) => {
      if (this.cells.refusalAt(cell) !== null) return false;
      const { entry, isEstimate: isMarked } = this.#current(cell);
      return entry?.state === "value" && isMarked === isEstimate;
    });
  }

  /** Marks figures as estimates to the end of the period, or takes the mark away, as one act. @returns what became of it */
  markEstimated(cells: readonly CellAddress[], isEstimate: boolean): Promise<SaveOutcome> {
    const writes = this.figuresAmong(cells, !isEstimate).map(
      (cell): CellWrite => ({
        row: cell.row,
        column: cell.column,
        entry: this.#current(cell).entry,
        isEstimate,
      }),
    );
    if (writes.length === 0) return Promise.resolve({ saved: 0, refused: [] });
    const act = this.#acts.begin();
    return this.saver.markEstimated(writes, (outcome) =>
      this.#settleAct(act, outcome, (write) => this.#textOf(write)),
    );
  }

  /** Takes the latest act back, or does it again, once everything written before is settled. */
  async step(direction: "undo" | "redo"): Promise<StepOutcome> {
    await this.saver.settled();
    const act = direction === "undo" ? this.#lastAct() : undefined;
    if (act && !act.isStored) {
      const cells = this.unsaved.forget(act.refused);
      this.#redraw(cells);
      return { outcome: "done", cells, count: cells.length, kept: 0 };
    }
    try {
      const result = await this.saver.track(this.#step(direction));
      if (act && result.outcome === "done") this.discard(act.refused);
      else this.#acts.putBack(act);
      return result;
    } catch {
      this.#acts.putBack(act);
      return { outcome: "failed" };
    }
  }

  /** Marks cells by what the rules said of their units; of other columns of the form nothing is told. */
  setFindings(
    findings: readonly FindingView[],
    units: readonly string[] = this.form.units.map(({ uid }) => uid),
  ): void {
    const ours = findings.filter(({ elements }) => elements.some((element) => this.cells.has(element)));
    const about = this.findings.set(ours, units);
    this.#redraw(
      [...about].flatMap(([unit, elements]) =>
        [...elements].flatMap((element) => this.cells.find(unit, element) ?? []),
      ),
    );
  }

  /** What the rules say of one cell. */
  findingsAt({ row, column }: CellAddress): readonly FindingView[] {
    const element = this.form.columns[column]?.element ?? "";
    return this.findings
      .of(this.form.units[row]?.uid ?? "")
      .filter((finding) => finding.elements.includes(element));
  }

  setExplanation(explained: FindingView, explanation: string | null): void {
    const unit = explained.unitUid ?? "";
    const key = findingKey(explained);
    this.setFindings(
      this.findings
        .of(unit)
        .map((finding) => (findingKey(finding) === key ? { ...finding, explanation } : finding)),
      [unit],
    );
  }

  /** The note of a cell as it was written here; undefined while it is as it was when the form was opened. */
  noteAt(cell: CellAddress): string | null | undefined {
    return this.#notes.get(placeOf(cell));
  }

  setNote(cell: CellAddress, note: string | null): void {
    this.#notes.set(placeOf(cell), note);
    this.cells.setNoted(cell, note !== null);
    this.#redraw([cell]);
  }

  placeOf(finding: FindingView): CellAddress | undefined {
    return finding.elements
      .map((element) => this.cells.find(finding.unitUid ?? "", element))
      .find((cell) => cell !== undefined);
  }

  hasFindings(row: number): boolean {
    return (
      this.findings.of(this.form.units[row]?.uid ?? "").length > 0 ||
      this.columns.some((_, column) => this.unsaved.refusedAt({ row, column }) !== undefined)
    );
  }

  /** Shows cells as something else than this sheet wrote them, and what the rules say of their units now. */
  takeOver(written: readonly WrittenCell[]): void {
    this.#acts.addStored();
    // What could not be judged again keeps its marks until the next check.
    this.saver.track(this.#takeOver(written)).catch(() => undefined);
  }

  subscribeRow(row: number, listener: () => void): () => void {
    return this.#store.subscribeRow(row, listener);
  }
  rowVersion(row: number): number {
    return this.#store.rowVersion(row);
  }
  subscribe(listener: () => void): () => void {
    return this.#store.subscribe(listener);
  }
  version(): number {
    return this.#store.version();
  }

  /** What a cell holds once everything on its way has arrived. */
  #current(cell: CellAddress): Pick<CellWrite, "entry" | "isEstimate"> {
    return this.saver.onTheWay(cell) ?? this.cells.at(cell);
  }

  #emptyCounts(row: number): CellWrite[] {
    return this.form.columns.flatMap(({ type, mode }, column): CellWrite[] => {
      const cell = { row, column };
      const counts = mode === "entered" && (type === "count" || type === "money");
      // A text that waits to be mended was meant to be something.
      const isOpen =
        this.cells.refusalAt(cell) === null &&
        this.#current(cell).entry === null &&
        this.unsaved.refusedAt(cell) === undefined;
      return counts && isOpen ? [{ ...cell, entry: { state: "noOccurrence" }, isEstimate: false }] : [];
    });
  }

  async #paste(asWritten: PastePlan, byThousands: PastePlan | null = null, remark = ""): Promise<void> {
    const asks = asWritten.writes.length > MOST_UNASKED || byThousands !== null;
    const plan = asks ? await this.#events.confirmPaste(asWritten, byThousands) : asWritten;
    if (plan === null) return;
    const act = this.#acts.begin();
    // Texts that are no figures stay to be seen and mended; what stands in a cell that takes nothing stays as it is.
    this.#refuse(
      act,
      plan.refused.filter(
        ({ reason }) => reason !== "NOT_ASKED" && reason !== "COMPUTED" && reason !== "LOCKED",
      ),
    );
    this.discard(plan.writes);
    const { saved, refused } = await this.#saveBlock(act, plan.writes, "pasted");
    const unsaved = refused.map(
      ({ write, reason }): RefusedWrite => ({ ...write, text: this.#textOf(write), reason }),
    );
    this.#events.onBlock({ saved, refused: [...plan.refused, ...unsaved], outside: plan.outside, remark });
  }

  #saveBlock(act: SheetAct, writes: readonly CellWrite[], source: "typed" | "pasted"): Promise<SaveOutcome> {
    return this.saver.saveBlock(writes, source, (outcome) =>
      this.#settleAct(act, outcome, (write) => this.#textOf(write)),
    );
  }

  /** What came of an act: what was not taken stays to be seen, unless something newer stands there. */
  #settleAct(act: SheetAct, outcome: SaveOutcome, textOf: (write: CellWrite) => string): void {
    if (outcome.saved > 0) act.isStored = true;
    const latest = outcome.refused.filter(({ write }) => this.saver.onTheWay(write) === undefined);
    const stale = latest.filter(({ reason }) => reason === "STALE_REVISION").map(({ write }) => write);
    for (const cell of stale) this.#stale.add(placeOf(cell));
    this.#redraw(stale);
    this.#refuse(
      act,
      latest
        .filter(({ reason }) => reason !== "STALE_REVISION")
        .map(({ write, reason }) => ({ ...write, text: textOf(write), reason })),
    );
  }

  #textOf({ row, column, entry, isEstimate }: CellWrite): string {
    const definition = this.form.columns[column];
    if (!definition) return "";
    const state = { ...this.cells.at({ row, column }), entry, isEstimate };
    const { editText, text } = drawCell(definition, state, undefined, this.#words);
    return editText ?? text;
  }

  #refuse(act: SheetAct, refused: readonly RefusedWrite[]): void {
    act.refused.push(...refused);
    this.unsaved.refuse(refused);
    this.#redraw(refused);
  }

  /** The latest act of which something is left to take back. */
  #lastAct(): SheetAct | undefined {
    for (;;) {
      const act = this.#acts.takeLast();
      if (!act || act.isStored || act.refused.some((cell) => this.unsaved.refusedAt(cell))) return act;
    }
  }

  async #step(direction: "undo" | "redo"): Promise<StepOutcome> {
    const step = await client.entries[direction]({ period: this.form.period });
    if (step.outcome !== "done") return { outcome: step.outcome };
    if (direction === "redo") this.#acts.addStored();
    const cells = await this.#takeOver(step.cells);
    tellWritten(step.cells, this);
    return { outcome: "done", cells, count: step.cells.length, kept: step.kept };
  }

  async #takeOver(written: readonly WrittenCell[]): Promise<CellAddress[]> {
    const cells: CellAddress[] = [];
    for (const { unit, element, period, entry, isEstimate, revision } of written) {
      const cell = period === this.form.period ? this.cells.find(unit, element) : undefined;
      if (!cell) continue;
      this.cells.keep(cell, { entry, isEstimate, revision });
      cells.push(cell);
    }
    this.unsaved.forget(cells);
    this.#redraw(cells);
    const units = [...new Set(cells.map((cell) => this.cells.keyOf(cell).unit))];
    if (units.length > 0) {
      const { form, period } = this.form;
      const { findings } = await client.entries.check({ form, period, units });
      this.setFindings(findings, units);
    }
    return cells;
  }

  /** Texts typed on another day and stored nowhere stand in their cells again, each to be entered or dropped. */
  #takeKeptTexts(): void {
    for (const { unit, element, text } of this.form.unsavedTexts) {
      const cell = this.cells.find(unit, element);
      const type = cell && this.form.columns[cell.column]?.type;
      if (!cell || type === undefined || this.cells.refusalAt(cell) !== null) continue;
      const reading = readTyped(text, type, this.#words.grades);
      if (reading.ok && isSameEntry(reading, this.cells.at(cell))) continue;
      this.unsaved.refuse([{ ...cell, text, reason: reading.ok ? "KEPT" : reading.code }]);
      this.#acts.begin().refused.push(cell);
    }
  }

  #redraw(cells: readonly CellAddress[]): void {
    this.#store.set(cells.map(({ row, column }) => ({ row, column, cell: this.#show({ row, column }) })));
  }

  /** A cell as it stands: what was refused over what is on its way over what is stored. */
  #show(cell: CellAddress): GridCell {
    const definition = this.form.columns[cell.column];
    if (!definition) return { text: "", state: "empty" };
    const write = this.saver.onTheWay(cell);
    if (write) this.#stale.delete(placeOf(cell));
    const findings = this.findingsAt(cell);
    const finding = findings.find(({ explanation }) => explanation === null) ?? findings[0];
    const { entry, isEstimate } = this.#current(cell);
    const drawn = drawCell(definition, { ...this.cells.at(cell), entry, isEstimate }, finding, this.#words);
    const refused = this.unsaved.refusedAt(cell);
    if (refused)
      return drawRefused(drawn, refused.text, this.#words.refused(refused.reason, refused.text, drawn.text));
    if (write) return { ...drawn, saving: true };
    return this.#stale.has(placeOf(cell)) ? { ...drawn, title: this.#words.stale } : drawn;
  }
}
