// Sends what was written into a sheet, cell after cell in the order it was written, and tells what became of it.
import { ORPCError } from "@orpc/client";
import type { BlockAnswer, FindingView, StaleCell } from "../../shared/contract/entries.ts";
import { type CellBlock, cellBlock } from "../../shared/domain/cell-block.ts";
import type { client } from "../api/api.ts";
import type { CellAddress } from "../components/grid/grid-model.ts";
import type { CellWrite } from "./paste-plan.ts";
import type { SheetCells, StoredCell } from "./sheet-cells.ts";
import { type SaveRefusal, saveRefusalOf } from "./sheet-words.ts";
import { placeOf } from "./unsaved-texts.ts";

interface SaverEvents {
  /** Something else is shown of these cells now. */
  onChange(cells: readonly CellAddress[]): void;
  /** What the rules say now of the unions that were written. */
  onFindings(findings: readonly FindingView[], units: readonly string[]): void;
}

interface UnsavedWrite {
  readonly write: CellWrite;
  readonly reason: SaveRefusal;
}

export interface SaveOutcome {
  readonly saved: number;
  readonly refused: readonly UnsavedWrite[];
}

/** The calls a sheet is stored with. */
type SaverCalls = Pick<typeof client.entries, "save" | "saveMany" | "markEstimated">;

type Settle = (outcome: SaveOutcome) => void;

export class SheetSaver {
  readonly #cells: SheetCells;
  readonly #calls: SaverCalls;
  readonly #events: SaverEvents;
  /** Writes of one cell follow one another: the next needs the revision of the last. */
  readonly #queues = new Map<number, Promise<unknown>>();
  readonly #running = new Set<Promise<unknown>>();
  readonly #listeners = new Set<() => void>();
  /** What was written last into a cell and is not settled yet: what whoever writes next has to reckon with. */
  readonly #onTheWay = new Map<number, CellWrite>();
  #settledCount = 0;

  constructor(cells: SheetCells, calls: SaverCalls, events: SaverEvents) {
    this.#cells = cells;
    this.#calls = calls;
    this.#events = events;
  }

  onTheWay(cell: CellAddress): CellWrite | undefined {
    return this.#onTheWay.get(placeOf(cell));
  }

  /** @param settle is told what became of the write before it counts as settled */
  save(write: CellWrite, settle: Settle): Promise<SaveOutcome> {
    return this.#queue([write], () => this.#send(write), settle);
  }

  /** Many cells as one act. */
  saveBlock(writes: readonly CellWrite[], source: "typed" | "pasted", settle: Settle): Promise<SaveOutcome> {
    if (writes.length === 0) return Promise.resolve({ saved: 0, refused: [] });
    return this.#queue(
      writes,
      () =>
        this.#sendBlock(
          writes,
          (block) => this.#calls.saveMany({ period: this.#cells.form.period, source, block }),
          ({ entry, isEstimate }) => ({ entry, isEstimate }),
        ),
      settle,
    );
  }

  /** The same figures, marked as estimates or no longer. */
  markEstimated(writes: readonly CellWrite[], settle: Settle): Promise<SaveOutcome> {
    return this.#queue(
      writes,
      () =>
        this.#sendBlock(
          writes,
          (block) => this.#calls.markEstimated({ period: this.#cells.form.period, block }),
          // What is stored was marked, whatever was on its way here when the mark was asked for.
          (write) => ({ entry: this.#cells.at(write).entry, isEstimate: write.isEstimate }),
        ),
      settle,
    );
  }

  isSaving(): boolean {
    return this.#running.size > 0;
  }

  /** How many writes have come back, whatever became of them. */
  settledCount(): number {
    return this.#settledCount;
  }

  /** Nothing written so far is on its way any more. */
  async settled(): Promise<void> {
    while (this.#running.size > 0) await Promise.allSettled(this.#running);
  }

  /** Called when a write goes out or comes back. */
  subscribe(listener: () => void): () => void {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  }

  /** Counts as saving while it runs. */
  async track<T>(work: Promise<T>): Promise<T> {
    this.#running.add(work);
    this.#tell();
    try {
      return await work;
    } finally {
      this.#running.delete(work);
      this.#settledCount += 1;
      this.#tell();
    }
  }

  #tell(): void {
    for (const listener of this.#listeners) listener();
  }

  #queue(
    writes: readonly CellWrite[],
    send: () => Promise<SaveOutcome>,
    settle: Settle,
  ): Promise<SaveOutcome> {
    for (const write of writes) this.#onTheWay.set(placeOf(write), write);
    this.#events.onChange(writes);
    const places = writes.map(placeOf);
    // A cell that was just written has its new revision only when that write is back.
    const earlier = new Set(places.flatMap((place) => this.#queues.get(place) ?? []));
    const work = Promise.allSettled(earlier)
      .then(send)
      .then((outcome) => {
        settle(outcome);
        return outcome;
      });
    const settled = work.then(() => {
      for (const place of places) if (this.#queues.get(place) === settled) this.#queues.delete(place);
    });
    for (const place of places) this.#queues.set(place, settled);
    return this.track(work);
  }

  async #send(write: CellWrite): Promise<SaveOutcome> {
    const { entry, isEstimate } = write;
    const key = this.#cells.keyOf(write);
    try {
      const { revision, findings } = await this.#calls.save({
        ...key,
        entry,
        isEstimate,
        expectedRevision: this.#cells.at(write).revision,
      });
      this.#cells.keep(write, { entry, isEstimate, revision });
      this.#settle([write]);
      this.#events.onFindings(findings, [key.unit]);
      return { saved: 1, refused: [] };
    } catch (error) {
      const code = error instanceof ORPCError ? error.code : "";
      let reason = saveRefusalOf(code);
      if (error instanceof ORPCError && code === "STALE_REVISION") {
        const { current, isEstimate: isMarked, revision } = error.data as StaleCell;
        this.#cells.keep(write, { entry: current, isEstimate: isMarked, revision });
        reason = "STALE_REVISION";
      }
      this.#settle([write]);
      return { saved: 0, refused: [{ write, reason }] };
    }
  }

  async #sendBlock(
    writes: readonly CellWrite[],
    send: (block: CellBlock) => Promise<BlockAnswer>,
    /** What stands in a cell that was taken. */
    storedBy: (write: CellWrite) => Pick<StoredCell, "entry" | "isEstimate">,
  ): Promise<SaveOutcome> {
    const block = cellBlock(
      writes.map((write) => ({
        ...this.#cells.keyOf(write),
        entry: write.entry,
        isEstimate: write.isEstimate,
        revision: this.#cells.at(write).revision,
      })),
    );
    try {
      const { revisions, refused, findings } = await send(block);
      const saved = writes.flatMap((write, index) => {
        const revision = revisions[index] ?? null;
        if (revision === null) return [];
        this.#cells.keep(write, { ...storedBy(write), revision });
        return [write];
      });
      const unsaved = refused.flatMap(({ cell, code, current, isEstimate, revision }): UnsavedWrite[] => {
        const write = writes[cell];
        if (!write) return [];
        if (code !== "STALE_REVISION") return [{ write, reason: saveRefusalOf(code) }];
        this.#cells.keep(write, { entry: current, isEstimate, revision });
        return [{ write, reason: code }];
      });
      this.#settle(writes);
      this.#events.onFindings(findings, [...new Set(saved.map((write) => this.#cells.keyOf(write).unit))]);
      return { saved: saved.length, refused: unsaved };
    } catch (error) {
      const reason = saveRefusalOf(error instanceof ORPCError ? error.code : "");
      this.#settle(writes);
      return { saved: 0, refused: writes.map((write) => ({ write, reason })) };
    }
  }

  /** Shows what is stored now, unless something was written over it meanwhile. */
  #settle(writes: readonly CellWrite[]): void {
    const latest = writes.filter((write) => this.onTheWay(write) === write);
    for (const write of latest) this.#onTheWay.delete(placeOf(write));
    this.#events.onChange(latest);
  }
}
