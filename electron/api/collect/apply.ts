// Writes chosen answers: one transaction, one change set, one batch that can be taken back.
import { setImmediate as turn } from "node:timers/promises";
import { v7 as uuidV7 } from "uuid";
import type { CollectResult } from "../../../shared/contract/collect.ts";
import type { JobProgress } from "../../../shared/contract/schemas.ts";
import { formatPeriod } from "../../../shared/domain/number-format.ts";
import { type Period, periodOf } from "../../../shared/domain/period.ts";
import { LongTransaction } from "../../database/long-transaction.ts";
import { type Act, appendAudit } from "../../database/queries/audit.ts";
import { setNote } from "../../database/queries/entry-notes.ts";
import { writeEntry } from "../../database/queries/entry-writes.ts";
import { type BatchChange, insertBatch, insertBatchChange } from "../../database/queries/imports.ts";
import { sha256Hex } from "../../exchange/digest.ts";
import { actOnCells } from "../entry-undo.ts";
import type { Workspace } from "../workspace.ts";
import type { Collection, ComparedCell, ComparedFile, KeptFile } from "./collection.ts";
import { compareFile, previewOf, Register, signatureOf } from "./compare.ts";

export interface Choice {
  readonly id: number;
  readonly conflicts: "keep" | "replace";
  readonly leaveOut: readonly string[];
}

type ApplyRefusal =
  | { readonly code: "PREVIEW_STALE" | "NOTHING_TO_APPLY" }
  | { readonly code: "PERIOD_LOCKED"; readonly periods: readonly string[] }
  | { readonly code: "DUPLICATE_CHOSEN"; readonly units: readonly string[] };

interface ChosenFile {
  readonly kept: KeptFile;
  readonly compared: ComparedFile;
  readonly cells: readonly ComparedCell[];
}

interface ApplyPlan {
  readonly files: readonly ChosenFile[];
  readonly writes: readonly ComparedCell[];
  readonly periods: readonly Period[];
  readonly counts: Omit<CollectResult, "batchUid" | "applied">;
}

/** Cells written between two reports of progress. */
const CHUNK = 2000;

/** What a choice comes to, or why it cannot be done. Reads only. */
export function planApply(
  workspace: Workspace,
  collection: Collection,
  choices: readonly Choice[],
): ApplyPlan | ApplyRefusal {
  const states = new Map(previewOf("", collection).files.map((view) => [view.id, view.state]));
  const chosen = choices.flatMap(({ id, leaveOut }): ChosenFile[] => {
    const kept = collection.files.find((file) => file.id === id);
    const compared = collection.compared.get(id);
    const state = states.get(id);
    if (!kept || !compared || (state !== "ready" && state !== "choose")) return [];
    const without = new Set(leaveOut);
    return [{ kept, compared, cells: compared.cells.filter(({ view }) => !without.has(view.unit.uid)) }];
  });
  const twice = answeredTwice(chosen);
  if (twice.length > 0) return { code: "DUPLICATE_CHOSEN", units: twice };
  const codes = [...new Set(chosen.flatMap(({ compared }) => compared.view.period ?? []))];
  const periods = codes.map(periodOf);
  const register = new Register(workspace);
  const locked = periods.filter((period) => register.locks.isLocked(period));
  if (locked.length > 0) return { code: "PERIOD_LOCKED", periods: locked.map(({ code }) => code) };
  const isFresh = chosen.every(
    ({ kept, compared }) => signatureOf(compareFile(workspace, register, kept)) === signatureOf(compared),
  );
  if (!isFresh) return { code: "PREVIEW_STALE" };
  const replacing = new Set(choices.filter(({ conflicts }) => conflicts === "replace").map(({ id }) => id));
  const outcomes = (outcome: string) =>
    chosen.flatMap(({ cells }) => cells.filter(({ view }) => view.outcome === outcome));
  const writes = chosen.flatMap(({ kept, cells }) =>
    cells.filter(
      ({ view, entry, note }) =>
        (entry !== null || note !== null) && (view.outcome !== "conflict" || replacing.has(kept.id)),
    ),
  );
  if (writes.length === 0) return { code: "NOTHING_TO_APPLY" };
  const conflicts = outcomes("conflict").length;
  return {
    files: chosen,
    writes,
    periods,
    counts: {
      kept: conflicts - writes.filter(({ view }) => view.outcome === "conflict").length,
      unchanged: outcomes("same").length,
      rejected: outcomes("rejected").length,
      files: chosen.length,
      units: new Set(writes.map(({ view, period }) => `${period.code} ${view.unit.uid}`)).size,
    },
  };
}

/** Names of unions whose answer was chosen from two files. */
function answeredTwice(chosen: readonly ChosenFile[]): string[] {
  const answeredBy = new Map<string, number>();
  const twice = new Set<string>();
  for (const { kept, compared, cells } of chosen)
    for (const { view } of cells) {
      const key = `${compared.view.period} ${view.unit.uid}`;
      const other = answeredBy.get(key) ?? kept.id;
      if (other !== kept.id) twice.add(view.unit.name);
      answeredBy.set(key, other);
    }
  return [...twice];
}

/** Called with nothing else writing (`workspace.hold`). Stopped by the signal or the caller, it leaves nothing behind. */
export async function* writeAnswers(
  workspace: Workspace,
  plan: ApplyPlan,
  signal: AbortSignal | undefined,
): AsyncGenerator<JobProgress, CollectResult> {
  const { db } = workspace;
  const { files, writes, periods, counts } = plan;
  const batchUid = uuidV7();
  const long = new LongTransaction(db);
  try {
    const act = long.turn(() => {
      const by = actOnCells(workspace, "imported", periods);
      for (const period of periods) workspace.ensurePeriod(period);
      insertCollection(workspace, plan, batchUid, by);
      return by;
    });
    for (let start = 0; start < writes.length; start += CHUNK) {
      const some = writes.slice(start, start + CHUNK);
      long.turn(() => {
        for (const cell of some) writeAnswer(workspace, cell, act);
      });
      if (some.length < CHUNK) break;
      yield { step: "writing", done: start + CHUNK, total: writes.length };
      await turn();
      if (signal?.aborted) throw signal.reason;
    }
    long.turn(() =>
      appendAudit(db, act, "collect.apply", batchUid, {
        files: files.map(({ kept }) => ({ file: kept.fileName, sha256: kept.sha256 })),
        applied: writes.length,
        kept: counts.kept,
      }),
    );
    long.commit();
  } finally {
    // Also when the client stops listening: nothing half written.
    long.end();
  }
  return { batchUid, applied: writes.length, ...counts };
}

/** The collection as one batch, with the files its answers came in. */
function insertCollection(
  { db }: Workspace,
  { files, writes, periods }: ApplyPlan,
  batchUid: string,
  act: Act,
): void {
  const hashes = files.map(({ kept }) => kept.sha256 ?? "").toSorted();
  const batchId = insertBatch(
    db,
    {
      uid: batchUid,
      kind: "entries",
      fileName: `Thu thập ${periods.map(formatPeriod).join(", ")}: ${files.length} tệp`,
      fileSha256: sha256Hex(Buffer.from(hashes.join("\n"), "utf8")),
      applied: writes.length,
    },
    act,
  );
  const sheets: BatchChange[] = files.map(({ kept, compared }) => ({
    // What the answers came in, for the list of collections; nothing of it is taken back.
    object: "answerFile",
    key: {
      file: kept.fileName,
      sha256: kept.sha256,
      form: compared.view.form,
      period: compared.view.period,
    },
    before: null,
    after: null,
  }));
  for (const [position, sheet] of sheets.entries()) insertBatchChange(db, batchId, position, sheet);
}

function writeAnswer({ db }: Workspace, { key, entry, note }: ComparedCell, act: Act): void {
  if (!key) throw new RangeError("writeAnswer: no place");
  if (entry) writeEntry(db, key, { entry, isEstimate: false, asOf: null, source: "imported" }, act);
  if (note !== null) setNote(db, key, note, act);
}
