// The cells of one form, outside React: what is typed is parsed here, sent, and shown as saved only when it is.
import { ORPCError } from "@orpc/client";
import { ENTRY_STATES, type EntryValue } from "../../../shared/domain/entry.ts";
import type { FindingView, FormData } from "../../../shared/contract/entries.ts";
import { formatEntry, formatInteger } from "../../../shared/domain/number-format.ts";
import { parseCell } from "../../../shared/domain/number-input.ts";
import { client } from "../../api/api.ts";
import type {
  CellRange,
  GridCell,
  GridColumn,
  GridModel,
  GridTotal,
} from "../../components/grid/grid-model.ts";
import { type CellChange, GridStore } from "../../components/grid/grid-store.ts";

export type RefusalReason =
  | "NOT_APPLICABLE"
  | "UNIT_NOT_ACTIVE"
  | "PERIOD_LOCKED"
  | "VALUE_REFUSED"
  | "READ_ONLY"
  | "OTHER"
  | Extract<ReturnType<typeof parseCell>, { ok: false }>["code"];

/** Sentences the sheet needs; the page gives them in its language. */
export interface SheetWords {
  readonly neverAsked: string;
  readonly computed: string;
  readonly stale: string;
  readonly saveFailed: string;
  readonly locked: string | null;
  refused(reason: RefusalReason): string;
}

export interface SheetEvents {
  /** A write went out or came back. */
  onPending(count: number): void;
  onPasted(result: { saved: number; refused: number; outside: number }): void;
}

interface CellState {
  entry: EntryValue | null;
  revision: number;
  isAsked: boolean;
  isEstimate: boolean;
  hasNote: boolean;
}

const NEVER_ASKED = 4;

export class EntrySheet implements GridModel {
  readonly form: FormData;
  readonly columns: readonly GridColumn[];
  readonly #words: SheetWords;
  readonly #events: SheetEvents;
  readonly #store: GridStore;
  readonly #cells: CellState[][];
  readonly #findings = new Map<string, readonly FindingView[]>();
  readonly #rowOf: ReadonlyMap<string, number>;
  readonly #columnOf: ReadonlyMap<string, number>;
  /** Writes of one cell follow one another: the next needs the revision of the last. */
  readonly #queues = new Map<string, Promise<void>>();
  #pending = 0;

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
    this.#cells = form.columns.map((_, column) => {
      const data = form.cells[column];
      const estimated = new Set(data?.estimated);
      const noted = new Set(data?.noted);
      return form.units.map((_unit, row): CellState => {
        const state = data?.states[row] ?? -1;
        const value = data?.values[row] ?? null;
        const name = ENTRY_STATES[state];
        const entry: EntryValue | null =
          state === NEVER_ASKED || name === undefined
            ? null
            : name === "value"
              ? { state: "value", value: value ?? 0 }
              : { state: name };
        return {
          entry,
          revision: data?.revisions[row] ?? 0,
          isAsked: state !== NEVER_ASKED,
          isEstimate: estimated.has(row),
          hasNote: noted.has(row),
        };
      });
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
    const asked = this.#cells[column]?.filter((cell) => cell.isAsked).length ?? 0;
    return {
      text: type === "grade" || type === "score" ? "" : formatInteger(sum),
      coverage: `${filled}/${asked}`,
    };
  }

  commit(row: number, column: number, text: string): void {
    const type = this.form.columns[column]?.type;
    if (type === undefined) return;
    const reading = parseCell(text, type);
    if (!reading.ok) return this.#refuse(row, column, text, reading.code);
    void this.#save(row, column, reading.entry, text);
  }

  clear(range: CellRange): void {
    const writes: { row: number; column: number; entry: EntryValue | null }[] = [];
    for (let row = range.top; row <= range.bottom; row += 1) {
      for (let column = range.left; column <= range.right; column += 1) {
        if (
          this.#isWritable(row, column) &&
          (this.#state(row, column).entry !== null || this.cell(row, column).tone === "refused")
        )
          writes.push({ row, column, entry: null });
      }
    }
    void this.#saveBlock(writes, "typed");
  }

  paste(top: number, left: number, matrix: readonly (readonly string[])[]): void {
    const writes: { row: number; column: number; entry: EntryValue | null }[] = [];
    let refused = 0;
    let outside = 0;
    matrix.forEach((line, down) => {
      line.forEach((text, across) => {
        const row = top + down;
        const column = left + across;
        const type = this.form.columns[column]?.type;
        if (type === undefined || row >= this.rowCount) {
          outside += 1;
          return;
        }
        const reading = parseCell(text, type);
        if (!this.#isWritable(row, column)) refused += 1;
        else if (reading.ok) writes.push({ row, column, entry: reading.entry });
        else {
          refused += 1;
          this.#refuse(row, column, text, reading.code);
        }
      });
    });
    void this.#saveBlock(writes, "pasted").then((result) =>
      this.#events.onPasted({ saved: result.saved, refused: refused + result.refused, outside }),
    );
  }

  /** Every empty cell of a row that is asked becomes "không phát sinh". */
  fillRowWithNoOccurrence(row: number): void {
    const writes = this.columns.flatMap((_, column) =>
      this.#isWritable(row, column) &&
      this.#state(row, column).entry === null &&
      this.form.columns[column]?.type !== "grade" &&
      this.form.columns[column]?.type !== "yesNo"
        ? [{ row, column, entry: { state: "noOccurrence" } as const }]
        : [],
    );
    void this.#saveBlock(writes, "typed");
  }

  /** Marks cells by what the rules said of their units. */
  setFindings(findings: readonly FindingView[], units?: readonly string[]): void {
    const touched = units ?? this.form.units.map((unit) => unit.uid);
    for (const uid of touched)
      this.#findings.set(
        uid,
        findings.filter((finding) => finding.unitUid === uid),
      );
    this.#redraw(
      touched.flatMap((uid) =>
        this.columns.map((_, column) => [this.#rowOf.get(uid) ?? -1, column] as const),
      ),
    );
  }

  placeOf(finding: FindingView): { row: number; column: number } | undefined {
    const row = this.#rowOf.get(finding.unitUid ?? "");
    const column = finding.elements
      .map((element) => this.#columnOf.get(element))
      .find((index) => index !== undefined);
    return row === undefined || column === undefined ? undefined : { row, column };
  }

  isIncomplete(row: number): boolean {
    return this.columns.some(
      (_, column) =>
        this.form.columns[column]?.mode === "entered" &&
        this.#state(row, column).isAsked &&
        this.#state(row, column).entry === null,
    );
  }

  hasFindings(row: number): boolean {
    return (this.#findings.get(this.form.units[row]?.uid ?? "")?.length ?? 0) > 0;
  }

  /** Rows that have at least one figure. */
  startedRows(): number {
    return this.form.units.filter((_, row) =>
      this.columns.some(
        (_column, column) =>
          this.form.columns[column]?.mode === "entered" && this.#state(row, column).entry !== null,
      ),
    ).length;
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

  #state(row: number, column: number): CellState {
    const state = this.#cells[column]?.[row];
    if (!state) throw new RangeError(`no cell ${row},${column}`);
    return state;
  }

  #isWritable(row: number, column: number): boolean {
    return this.columns[column]?.readOnly !== true && this.#state(row, column).isAsked;
  }

  async #save(row: number, column: number, entry: EntryValue | null, text: string): Promise<void> {
    const unit = this.form.units[row];
    const element = this.form.columns[column]?.element;
    if (!unit || element === undefined) return;
    const key = `${row},${column}`;
    this.#draw(row, column, { saving: true }, entry);
    const work = (this.#queues.get(key) ?? Promise.resolve()).then(() =>
      this.#send(row, column, unit.uid, element, entry, text),
    );
    this.#queues.set(key, work);
    this.#count(1);
    await work;
    this.#count(-1);
    if (this.#queues.get(key) === work) this.#queues.delete(key);
  }

  async #send(
    row: number,
    column: number,
    unit: string,
    element: string,
    entry: EntryValue | null,
    text: string,
  ): Promise<void> {
    const state = this.#state(row, column);
    try {
      const { revision, findings } = await client.entries.save({
        unit,
        element,
        period: this.form.period,
        entry,
        expectedRevision: state.revision,
      });
      Object.assign(state, { entry, revision });
      this.setFindings(findings, [unit]);
    } catch (error) {
      if (error instanceof ORPCError && error.code === "STALE_REVISION") {
        const { current, revision } = error.data as { current: EntryValue | null; revision: number };
        Object.assign(state, { entry: current, revision });
        this.#draw(row, column, { title: this.#words.stale });
      } else {
        const code = error instanceof ORPCError ? error.code : "";
        const reason = (
          ["NOT_APPLICABLE", "UNIT_NOT_ACTIVE", "PERIOD_LOCKED", "VALUE_REFUSED"] as const
        ).find((candidate) => candidate === code);
        this.#store.set([
          {
            row,
            column,
            cell: {
              text,
              state: "value",
              tone: "refused",
              title: reason ? this.#words.refused(reason) : this.#words.saveFailed,
            },
          },
        ]);
      }
    }
  }

  async #saveBlock(
    writes: readonly { row: number; column: number; entry: EntryValue | null }[],
    source: "typed" | "pasted",
  ): Promise<{ saved: number; refused: number }> {
    if (writes.length === 0) return { saved: 0, refused: 0 };
    this.#store.set(
      writes.map(({ row, column, entry }) => ({
        row,
        column,
        cell: { ...this.#show(row, column, entry), saving: true },
      })),
    );
    this.#count(1);
    try {
      const result = await client.entries.saveMany({
        source,
        cells: writes.map(({ row, column, entry }) => ({
          unit: this.form.units[row]?.uid ?? "",
          element: this.form.columns[column]?.element ?? "",
          period: this.form.period as never,
          entry,
          expectedRevision: this.#state(row, column).revision,
        })),
      });
      const entries = new Map(writes.map(({ row, column, entry }) => [`${row},${column}`, entry]));
      const changes: CellChange[] = [];
      for (const { unit, element, revision } of result.saved) {
        const [row, column] = [this.#rowOf.get(unit) ?? -1, this.#columnOf.get(element) ?? -1];
        Object.assign(this.#state(row, column), { entry: entries.get(`${row},${column}`) ?? null, revision });
        changes.push({ row, column, cell: this.#show(row, column) });
      }
      for (const { unit, element, code, current, revision } of result.refused) {
        const [row, column] = [this.#rowOf.get(unit) ?? -1, this.#columnOf.get(element) ?? -1];
        if (code === "STALE_REVISION") Object.assign(this.#state(row, column), { entry: current, revision });
        changes.push({
          row,
          column,
          cell: {
            ...this.#show(row, column),
            ...(code === "STALE_REVISION"
              ? { title: this.#words.stale }
              : { tone: "refused", title: this.#words.saveFailed }),
          },
        });
      }
      this.#store.set(changes);
      this.setFindings(result.findings, [...new Set(result.saved.map((cell) => cell.unit))]);
      return { saved: result.saved.length, refused: result.refused.length };
    } catch {
      this.#store.set(
        writes.map(({ row, column }) => ({
          row,
          column,
          cell: { ...this.#show(row, column), tone: "refused", title: this.#words.saveFailed },
        })),
      );
      return { saved: 0, refused: writes.length };
    } finally {
      this.#count(-1);
    }
  }

  #refuse(row: number, column: number, text: string, reason: RefusalReason): void {
    this.#store.set([
      { row, column, cell: { text, state: "value", tone: "refused", title: this.#words.refused(reason) } },
    ]);
  }

  #draw(row: number, column: number, more: Partial<GridCell>, entry?: EntryValue | null): void {
    this.#store.set([{ row, column, cell: { ...this.#show(row, column, entry), ...more } }]);
  }

  #redraw(places: readonly (readonly [number, number])[]): void {
    // What is refused stays as typed, and what is on its way keeps its mark, until they are settled.
    const settled = places.filter(
      ([row, column]) =>
        row >= 0 && this.cell(row, column).tone !== "refused" && !this.#queues.has(`${row},${column}`),
    );
    const own = places.filter(([row, column]) => row >= 0 && this.#queues.has(`${row},${column}`));
    this.#store.set(
      [...settled, ...own].map(([row, column]) => ({ row, column, cell: this.#show(row, column) })),
    );
  }

  #count(change: number): void {
    this.#pending += change;
    this.#events.onPending(this.#pending);
  }

  /** A cell as it stands; `entry` overrides what is stored while a write is on its way. */
  #show(row: number, column: number, entry: EntryValue | null = this.#state(row, column).entry): GridCell {
    const state = this.#state(row, column);
    const definition = this.form.columns[column];
    if (!definition) return { text: "", state: "empty" };
    if (!state.isAsked)
      return {
        text: "",
        state: "empty",
        tone: "notApplicable",
        readOnly: true,
        title: this.#words.neverAsked,
      };
    const text = formatEntry(entry, definition.type);
    const number =
      entry?.state === "value" &&
      (definition.type === "count" || definition.type === "money" || definition.type === "yesNo")
        ? entry.value
        : undefined;
    const finding = this.#findings
      .get(this.form.units[row]?.uid ?? "")
      ?.find((candidate) => candidate.elements.includes(definition.element));
    const tone =
      definition.mode === "computed"
        ? "computed"
        : this.form.lockedReason !== null
          ? "locked"
          : finding
            ? finding.explanation === null
              ? "warned"
              : "explained"
            : "normal";
    const title =
      finding?.message ?? (definition.mode === "computed" ? this.#words.computed : this.#words.locked);
    return {
      text,
      state: entry === null ? "empty" : entry.state === "value" ? "value" : "mark",
      tone,
      ...(number === undefined
        ? {}
        : {
            number,
            copyText: String(entry?.state === "value" && definition.type !== "yesNo" ? entry.value : text),
            editText: definition.type === "yesNo" ? text : String(number),
          }),
      ...(state.isEstimate ? { estimated: true } : {}),
      ...(state.hasNote ? { note: true } : {}),
      ...(title ? { title } : {}),
    };
  }
}
