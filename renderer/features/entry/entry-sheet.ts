// The cells of one form, outside React: what is typed is read here, sent, and shown as saved only when it is.
// Over 300 lines because every way to write (typing, paste, fill, clear, undo) ends in the same two calls.
import { ORPCError } from "@orpc/client";
import type { FindingView, FormData } from "../../../shared/contract/entries.ts";
import type { WrittenCell } from "../../../shared/contract/incidents.ts";
import { ENTRY_STATES, type EntryValue } from "../../../shared/domain/entry.ts";
import { formatInteger } from "../../../shared/domain/number-format.ts";
import { searchKey } from "../../../shared/domain/text.ts";
import { client } from "../../api/api.ts";
import { tellWritten } from "../../api/written-cells.ts";
import type {
  CellAddress,
  CellCopy,
  GridCell,
  GridColumn,
  GridModel,
  GridTotal,
  TextWrite,
} from "../../components/grid/grid-model.ts";
import { type CellChange, GridStore } from "../../components/grid/grid-store.ts";
import { type CellState, type CellWords, drawCell } from "./cell-view.ts";
import {
  type CellWrite,
  isSameEntry,
  type PastePlan,
  planPaste,
  type RefusedWrite,
  type WriteRefusal,
} from "./paste-plan.ts";
import { readTyped } from "./typed-entry.ts";

export type RefusalReason =
  | RefusedWrite["reason"]
  | "NOT_APPLICABLE"
  | "RHYTHM_TOO_SHORT"
  | "UNIT_NOT_ACTIVE"
  | "PERIOD_LOCKED"
  | "VALUE_REFUSED";

/** Sentences the sheet needs; the page gives them in its language. */
export interface SheetWords extends CellWords {
  readonly stale: string;
  readonly saveFailed: string;
  refused(reason: RefusalReason): string;
}

export interface BlockResult {
  readonly saved: number;
  readonly refused: readonly RefusedWrite[];
  readonly outside: number;
}

export interface SheetEvents {
  /** A block was pasted or filled. */
  onBlock(result: BlockResult): void;
  /** Asked before many cells are written at once. @returns whether to go on */
  confirmPaste(plan: PastePlan): Promise<boolean>;
}

export type StepOutcome =
  | { readonly outcome: "nothing" | "locked" | "failed" }
  | {
      readonly outcome: "done";
      readonly source: string;
      readonly cells: readonly CellAddress[];
      readonly count: number;
      readonly kept: number;
    };

/** More cells than this are shown before they are written. */
const MOST_UNASKED = 200;
const NEVER_ASKED = 4;
const SAVE_REFUSALS = [
  "RHYTHM_TOO_SHORT",
  "NOT_APPLICABLE",
  "UNIT_NOT_ACTIVE",
  "PERIOD_LOCKED",
  "VALUE_REFUSED",
] as const;

export class EntrySheet implements GridModel {
  readonly form: FormData;
  readonly columns: readonly GridColumn[];
  readonly #words: SheetWords;
  readonly #events: SheetEvents;
  readonly #store: GridStore;
  readonly #cells: CellState[][];
  readonly #asked: readonly number[];
  readonly #entered: Uint32Array;
  #startedRows = 0;
  readonly #findings = new Map<string, readonly FindingView[]>();
  readonly #rowOf: ReadonlyMap<string, number>;
  readonly #columnOf: ReadonlyMap<string, number>;
  /** Writes of one cell follow one another: the next needs the revision of the last. */
  readonly #queues = new Map<string, Promise<void>>();
  readonly #running = new Set<Promise<unknown>>();
  readonly #progressListeners = new Set<() => void>();
  #settledCount = 0;
  /** What was written last into a cell and is not settled yet: what whoever writes next has to reckon with. */
  readonly #onTheWay = new Map<string, CellWrite>();

  constructor(form: FormData, words: SheetWords, events: SheetEvents) {
    this.form = form;
    this.#words = words;
    this.#events = events;
    this.#rowOf = new Map(form.units.map((unit, row) => [unit.uid, row]));
    this.#columnOf = new Map(form.columns.map((column, index) => [column.element, index]));
    const sections = new Map(form.sections.map((section) => [section.code, section.title]));
    this.columns = form.columns.map(
      (column): GridColumn => ({
        key: column.element,
        title: column.shortLabel,
        group: sections.get(column.section) ?? "",
        width: column.type === "money" ? 128 : 96,
        align: column.type === "grade" || column.type === "yesNo" ? "center" : "end",
        readOnly: column.mode === "computed" || form.lockedReason !== null,
      }),
    );
    this.#cells = readCells(form);
    this.#asked = this.#cells.map((column) => column.filter((cell) => cell.isAsked).length);
    this.#entered = new Uint32Array(form.units.length);
    this.#cells.forEach((cells, column) => {
      if (form.columns[column]?.mode === "entered")
        cells.forEach(({ entry }, row) => entry !== null && this.#countEntered(row, 1));
    });
    this.#store = new GridStore(form.units.length, form.columns.length, (row, column) =>
      this.#show(row, column),
    );
  }

  get rowCount(): number {
    return this.form.units.length;
  }

  rowHeader(row: number) {
    const unit = this.form.units[row];
    return { code: unit?.code ?? "", name: unit?.name ?? "" };
  }

  cell(row: number, column: number): GridCell {
    return this.#store.cell(row, column);
  }

  totals(column: number): GridTotal {
    const { sum, filled } = this.#store.columnTotal(column);
    const type = this.form.columns[column]?.type;
    return {
      text: type === "grade" || type === "score" ? "" : formatInteger(sum),
      coverage: `${filled}/${this.#asked[column] ?? 0}`,
    };
  }

  commit(row: number, column: number, text: string): void {
    const type = this.form.columns[column]?.type;
    if (type === undefined || this.#refusalAt({ row, column }) !== null) return;
    const reading = readTyped(text, type);
    if (!reading.ok) return this.#refuse([{ row, column, text, reason: reading.code }]);
    const { entry, isEstimate } = reading;
    void this.#track(this.#save({ row, column, entry, isEstimate }, text));
  }

  clear(cells: readonly CellAddress[]): void {
    const writable = cells.filter((cell) => this.#refusalAt(cell) === null);
    // What was refused is stored nowhere: it only has to go from the screen.
    this.#redraw(writable);
    void this.#saveBlock(
      writable
        .filter((cell) => this.#current(cell).entry !== null)
        .map(({ row, column }) => ({ row, column, entry: null, isEstimate: false })),
      "typed",
    );
  }

  paste(cells: readonly TextWrite[], outside: number): void {
    void this.#paste(planPaste(cells, outside, this.#pasteTarget()));
  }

  fill(copies: readonly CellCopy[]): void {
    const writes: CellWrite[] = [];
    const refused: RefusedWrite[] = [];
    for (const { from, to } of copies) {
      const { entry, isEstimate } = this.#current(from);
      const reason = this.#refusalAt(to);
      const text = this.cell(from.row, from.column).text;
      // A figure means something else in another column of another kind.
      const fits = this.form.columns[from.column]?.type === this.form.columns[to.column]?.type;
      if (reason !== null || !fits) refused.push({ ...to, text, reason: reason ?? "NOT_A_NUMBER" });
      else if (!isSameEntry({ entry, isEstimate }, this.#current(to)))
        writes.push({ ...to, entry, isEstimate });
    }
    void this.#paste({ writes, refused, same: copies.length - writes.length, outside: 0 });
  }

  /** Titles, labels, numbers or codes of the columns, in their order. */
  isHeaderRow(column: number, texts: readonly string[]): boolean {
    const isTitle = texts.map((text, index) => {
      const definition = this.form.columns[column + index];
      const key = searchKey(text);
      if (!definition || key === "") return text.trim() === "";
      return [definition.shortLabel, definition.label, definition.number, definition.element].some(
        (name) => searchKey(name) === key,
      );
    });
    return isTitle.every(Boolean) && texts.some((text) => text.trim() !== "");
  }

  /** Every empty cell of some rows that counts something becomes "không phát sinh", as one act. */
  fillRowsWithNoOccurrence(rows: readonly number[]): void {
    void this.#saveBlock(
      rows.flatMap((row) => this.#emptyCounts(row)),
      "typed",
    );
  }

  #emptyCounts(row: number): CellWrite[] {
    return this.columns.flatMap((_, column): CellWrite[] => {
      const type = this.form.columns[column]?.type;
      const counts = type === "count" || type === "money";
      const isOpen =
        this.#refusalAt({ row, column }) === null && this.#current({ row, column }).entry === null;
      return counts && isOpen ? [{ row, column, entry: { state: "noOccurrence" }, isEstimate: false }] : [];
    });
  }

  /** Takes the latest act back, or does it again, once everything written before is settled. */
  async step(direction: "undo" | "redo"): Promise<StepOutcome> {
    await this.settled();
    try {
      return await this.#track(this.#step(direction));
    } catch {
      return { outcome: "failed" };
    }
  }

  /** Called when a write goes out or comes back. */
  subscribeProgress(listener: () => void): () => void {
    this.#progressListeners.add(listener);
    return () => this.#progressListeners.delete(listener);
  }

  isSaving(): boolean {
    return this.#running.size > 0;
  }

  /** How many writes have come back, whatever became of them. */
  settledCount(): number {
    return this.#settledCount;
  }

  #tellProgress(): void {
    for (const listener of this.#progressListeners) listener();
  }

  /** Nothing typed so far is on its way any more. */
  async settled(): Promise<void> {
    while (this.#running.size > 0) await Promise.allSettled(this.#running);
  }

  /** Marks cells by what the rules said of their units. */
  setFindings(findings: readonly FindingView[], units?: readonly string[]): void {
    const touched = units ?? this.form.units.map((unit) => unit.uid);
    const byUnit = Map.groupBy(findings, (finding) => finding.unitUid ?? "");
    const changed = touched.filter(
      (uid) => (this.#findings.get(uid)?.length ?? 0) > 0 || (byUnit.get(uid)?.length ?? 0) > 0,
    );
    for (const uid of touched) this.#findings.set(uid, byUnit.get(uid) ?? []);
    this.#redraw(
      changed.flatMap((uid) =>
        this.columns.map((_, column) => ({ row: this.#rowOf.get(uid) ?? -1, column })),
      ),
      true,
    );
  }

  /** What the rules say of one cell. */
  findingsAt({ row, column }: CellAddress): readonly FindingView[] {
    const element = this.form.columns[column]?.element ?? "";
    const all = this.#findings.get(this.form.units[row]?.uid ?? "") ?? [];
    return all.filter((finding) => finding.elements.includes(element));
  }

  setExplanation(unit: string, rule: string, explanation: string | null): void {
    const findings = this.#findings.get(unit) ?? [];
    this.setFindings(
      findings.map((finding) => (finding.rule === rule ? { ...finding, explanation } : finding)),
      [unit],
    );
  }

  setNoted(cell: CellAddress, hasNote: boolean): void {
    this.#state(cell).hasNote = hasNote;
    this.#redraw([cell], true);
  }

  placeOf(finding: FindingView): CellAddress | undefined {
    const row = this.#rowOf.get(finding.unitUid ?? "");
    const column = finding.elements
      .map((element) => this.#columnOf.get(element))
      .find((index) => index !== undefined);
    return row === undefined || column === undefined ? undefined : { row, column };
  }

  isIncomplete(row: number): boolean {
    return this.columns.some((_, column) => {
      const state = this.#state({ row, column });
      return this.form.columns[column]?.mode === "entered" && state.isAsked && state.entry === null;
    });
  }

  hasFindings(row: number): boolean {
    return (
      (this.#findings.get(this.form.units[row]?.uid ?? "")?.length ?? 0) > 0 ||
      this.columns.some((_, column) => this.cell(row, column).tone === "refused")
    );
  }

  /** Rows that have at least one figure. */
  startedRows(): number {
    return this.#startedRows;
  }

  /** Cells whose text was refused and is stored nowhere. */
  refusedCount(): number {
    return this.#store.refusedCount();
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

  #state({ row, column }: CellAddress): CellState {
    const state = this.#cells[column]?.[row];
    if (!state) throw new RangeError(`no cell ${row},${column}`);
    return state;
  }

  #current(cell: CellAddress): Pick<CellState, "entry" | "isEstimate"> {
    return this.#onTheWay.get(`${cell.row},${cell.column}`) ?? this.#state(cell);
  }

  /** Takes over what is stored now. */
  #keep(cell: CellAddress, stored: Pick<CellState, "entry" | "isEstimate" | "revision">): void {
    const state = this.#state(cell);
    if (state.entry === null && stored.entry !== null) this.#countEntered(cell.row, 1);
    if (state.entry !== null && stored.entry === null) this.#countEntered(cell.row, -1);
    Object.assign(state, stored);
  }

  #countEntered(row: number, change: 1 | -1): void {
    const before = this.#entered[row] ?? 0;
    this.#entered[row] = before + change;
    if (before === 0) this.#startedRows += 1;
    else if (before + change === 0) this.#startedRows -= 1;
  }

  #refusalAt(cell: CellAddress): WriteRefusal | null {
    if (this.form.columns[cell.column]?.mode === "computed") return "COMPUTED";
    if (this.form.lockedReason !== null) return "LOCKED";
    return this.#state(cell).isAsked ? null : "NOT_ASKED";
  }

  #pasteTarget() {
    return {
      refusalAt: (cell: CellAddress) => this.#refusalAt(cell),
      typeOf: (column: number) => this.form.columns[column]?.type ?? "count",
      storedAt: (cell: CellAddress) => this.#current(cell),
    };
  }

  async #paste(plan: PastePlan): Promise<void> {
    if (plan.writes.length > MOST_UNASKED && !(await this.#events.confirmPaste(plan))) return;
    // Texts that are no figures stay to be seen and mended; what stands in a cell that takes nothing stays as it is.
    this.#refuse(
      plan.refused.filter(
        ({ reason }) => reason !== "NOT_ASKED" && reason !== "COMPUTED" && reason !== "LOCKED",
      ),
    );
    const { saved, refused } = await this.#saveBlock(plan.writes, "pasted");
    this.#events.onBlock({ saved, refused: [...plan.refused, ...refused], outside: plan.outside });
  }

  async #save(write: CellWrite, text: string): Promise<void> {
    const key = `${write.row},${write.column}`;
    this.#draw(write, { ...this.#show(write.row, write.column, write), saving: true });
    this.#onTheWay.set(key, write);
    const work = (this.#queues.get(key) ?? Promise.resolve()).then(() => this.#send(write, text));
    this.#queues.set(key, work);
    await work;
    if (this.#queues.get(key) === work) this.#queues.delete(key);
  }

  async #send(write: CellWrite, text: string): Promise<void> {
    const { row, column, entry, isEstimate } = write;
    const state = this.#state(write);
    const unit = this.form.units[row]?.uid ?? "";
    try {
      const { revision, findings } = await client.entries.save({
        unit,
        element: this.form.columns[column]?.element ?? "",
        period: this.form.period,
        entry,
        isEstimate,
        expectedRevision: state.revision,
      });
      this.#keep(write, { entry, isEstimate, revision });
      this.#settle(write, this.#show(row, column));
      this.setFindings(findings, [unit]);
    } catch (error) {
      const code = error instanceof ORPCError ? error.code : "";
      if (error instanceof ORPCError && code === "STALE_REVISION") {
        const { current, revision } = error.data as { current: EntryValue | null; revision: number };
        this.#keep(write, { entry: current, isEstimate: false, revision });
        this.#settle(write, { ...this.#show(row, column), title: this.#words.stale });
        return;
      }
      const reason = SAVE_REFUSALS.find((candidate) => candidate === code);
      this.#settle(write, {
        text,
        state: "value",
        tone: "refused",
        title: reason ? this.#words.refused(reason) : this.#words.saveFailed,
      });
    }
  }

  #saveBlock(
    writes: readonly CellWrite[],
    source: "typed" | "pasted",
  ): Promise<{ saved: number; refused: RefusedWrite[] }> {
    if (writes.length === 0) return Promise.resolve({ saved: 0, refused: [] });
    for (const write of writes) this.#onTheWay.set(`${write.row},${write.column}`, write);
    this.#store.set(
      writes.map((write) => ({
        ...write,
        cell: { ...this.#show(write.row, write.column, write), saving: true },
      })),
    );
    const keys = writes.map(({ row, column }) => `${row},${column}`);
    // A cell that was just typed into has its new revision only when that write is back.
    const earlier = new Set(keys.flatMap((key) => this.#queues.get(key) ?? []));
    const work = Promise.allSettled(earlier).then(() => this.#sendBlock(writes, source));
    const settled = work.then(() => {
      for (const key of keys) if (this.#queues.get(key) === settled) this.#queues.delete(key);
    });
    for (const key of keys) this.#queues.set(key, settled);
    return this.#track(work);
  }

  async #sendBlock(
    writes: readonly CellWrite[],
    source: "typed" | "pasted",
  ): Promise<{ saved: number; refused: RefusedWrite[] }> {
    try {
      const result = await client.entries.saveMany({
        source,
        cells: writes.map((write) => ({
          unit: this.form.units[write.row]?.uid ?? "",
          element: this.form.columns[write.column]?.element ?? "",
          period: this.form.period,
          entry: write.entry,
          isEstimate: write.isEstimate,
          expectedRevision: this.#state(write).revision,
        })),
      });
      const written = new Map(writes.map((write) => [`${write.row},${write.column}`, write]));
      const changes: CellChange[] = [];
      for (const { unit, element, revision } of result.saved) {
        const cell = this.#addressOf(unit, element);
        const write = written.get(`${cell.row},${cell.column}`);
        if (!write) continue;
        this.#keep(cell, { entry: write.entry, isEstimate: write.isEstimate, revision });
        if (this.#isLatest(write)) changes.push({ ...cell, cell: this.#show(cell.row, cell.column) });
      }
      const refused: RefusedWrite[] = [];
      for (const { unit, element, code, current, revision } of result.refused) {
        const cell = this.#addressOf(unit, element);
        const isStale = code === "STALE_REVISION";
        if (isStale) this.#keep(cell, { entry: current, isEstimate: false, revision });
        const reason = SAVE_REFUSALS.find((candidate) => candidate === code);
        const title = isStale
          ? this.#words.stale
          : reason
            ? this.#words.refused(reason)
            : this.#words.saveFailed;
        const shown = this.#show(cell.row, cell.column);
        changes.push({ ...cell, cell: isStale ? { ...shown, title } : { ...shown, tone: "refused", title } });
        refused.push({ ...cell, text: shown.text, reason: "LOCKED" });
      }
      this.#store.set(changes);
      this.setFindings(result.findings, [...new Set(result.saved.map((cell) => cell.unit))]);
      return { saved: result.saved.length, refused };
    } catch {
      this.#store.set(
        writes.map((write) => ({
          ...write,
          cell: {
            ...this.#show(write.row, write.column, write),
            tone: "refused",
            title: this.#words.saveFailed,
          },
        })),
      );
      return { saved: 0, refused: [] };
    } finally {
      for (const write of writes)
        if (this.#isLatest(write)) this.#onTheWay.delete(`${write.row},${write.column}`);
    }
  }

  async #step(direction: "undo" | "redo"): Promise<StepOutcome> {
    const step = await client.entries[direction]({ period: this.form.period });
    if (step.outcome !== "done") return { outcome: step.outcome };
    const cells = await this.#takeOver(step.cells);
    tellWritten(step.cells, this);
    return { outcome: "done", source: step.source, cells, count: step.cells.length, kept: step.kept };
  }

  /** Shows cells as something else than this sheet wrote them, and what the rules say of their units now. */
  takeOver(written: readonly WrittenCell[]): void {
    // What could not be judged again keeps its marks until the next check.
    this.#track(this.#takeOver(written)).catch(() => undefined);
  }

  async #takeOver(written: readonly WrittenCell[]): Promise<CellAddress[]> {
    const here = written.filter(
      ({ unit, element, period }) =>
        period === this.form.period && this.#rowOf.has(unit) && this.#columnOf.has(element),
    );
    const cells = here.map(({ unit, element, entry, isEstimate, revision }) => {
      const cell = this.#addressOf(unit, element);
      this.#keep(cell, { entry, isEstimate, revision });
      return cell;
    });
    this.#redraw(cells);
    const units = [...new Set(here.map(({ unit }) => unit))];
    if (units.length > 0) {
      const { findings } = await client.entries.check({
        form: this.form.form,
        period: this.form.period,
        units,
      });
      this.setFindings(findings, units);
    }
    return cells;
  }

  #addressOf(unit: string, element: string): CellAddress {
    return { row: this.#rowOf.get(unit) ?? -1, column: this.#columnOf.get(element) ?? -1 };
  }

  async #track<T>(work: Promise<T>): Promise<T> {
    this.#running.add(work);
    this.#tellProgress();
    try {
      return await work;
    } finally {
      this.#running.delete(work);
      this.#settledCount += 1;
      this.#tellProgress();
    }
  }

  #refuse(refused: readonly RefusedWrite[]): void {
    this.#store.set(
      refused.map(({ row, column, text, reason }) => ({
        row,
        column,
        cell: { text, state: "value", tone: "refused", title: this.#words.refused(reason) },
      })),
    );
  }

  #draw({ row, column }: CellAddress, cell: GridCell): void {
    this.#store.set([{ row, column, cell }]);
  }

  #isLatest(write: CellWrite): boolean {
    return this.#onTheWay.get(`${write.row},${write.column}`) === write;
  }

  /** Shows what became of a write, unless something was typed over it meanwhile. */
  #settle(write: CellWrite, cell: GridCell): void {
    if (!this.#isLatest(write)) return;
    this.#onTheWay.delete(`${write.row},${write.column}`);
    this.#draw(write, cell);
  }

  /** @param keepsRefused leaves what was refused as it was typed, and what is on its way as it is shown */
  #redraw(cells: readonly CellAddress[], keepsRefused = false): void {
    const places = cells.filter(
      ({ row, column }) =>
        row >= 0 &&
        !(keepsRefused && (this.cell(row, column).tone === "refused" || this.cell(row, column).saving)),
    );
    this.#store.set(places.map(({ row, column }) => ({ row, column, cell: this.#show(row, column) })));
  }

  /** A cell as it stands; `write` overrides what is stored while it is on its way. */
  #show(row: number, column: number, write?: Pick<CellWrite, "entry" | "isEstimate">): GridCell {
    const definition = this.form.columns[column];
    if (!definition) return { text: "", state: "empty" };
    const state = this.#state({ row, column });
    const findings = this.findingsAt({ row, column });
    const shown = findings.find((finding) => finding.explanation === null) ?? findings[0];
    return drawCell(definition, write ? { ...state, ...write } : state, shown, this.#words);
  }
}

function readCells(form: FormData): CellState[][] {
  return form.columns.map((_, column) => {
    const data = form.cells[column];
    const estimated = new Set(data?.estimated);
    const noted = new Set(data?.noted);
    return form.units.map((_unit, row): CellState => {
      const state = data?.states[row] ?? -1;
      const name = ENTRY_STATES[state];
      const isAsked = state !== NEVER_ASKED;
      return {
        entry: !isAsked || name === undefined ? null : toEntry(name, data?.values[row] ?? 0),
        revision: data?.revisions[row] ?? 0,
        isAsked,
        isEstimate: estimated.has(row),
        hasNote: noted.has(row),
      };
    });
  });
}

function toEntry(state: EntryValue["state"], value: number): EntryValue {
  return state === "value" ? { state, value } : { state };
}
