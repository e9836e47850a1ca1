import { setImmediate as turn } from "node:timers/promises";
import type { ImportLine, ImportPreview } from "../../shared/contract/imports.ts";
import { v4 as uuidV4, v7 as uuidV7 } from "uuid";
import { periodOf } from "../../shared/domain/period.ts";
import { LongTransaction } from "../database/long-transaction.ts";
import { failPoint } from "../database/fail-point.ts";
import { appendAudit } from "../database/queries/audit.ts";
import { canUndoBatch, insertBatch, insertBatchChange, listBatches } from "../database/queries/imports.ts";
import { sha256Hex } from "../exchange/digest.ts";
import { isWorkbook, readSpreadsheet, readTableBytes } from "../files/read-table.ts";
import { type Table, TableError } from "../files/table.ts";
import { actOnCells } from "./entry-undo.ts";
import { lockOf } from "./form-reader.ts";
import { planEmployers } from "./imports/employers.ts";
import { planEntries } from "./imports/entries.ts";
import { writeEntryFile } from "./imports/export-entries.ts";
import { ColumnsMissingError, type ImportPlan } from "./imports/plan.ts";
import { type RejectedLines, rejectedLines, writeRejected } from "./imports/rejected.ts";
import { undoBatch } from "./imports/undo.ts";
import { planUnits } from "./imports/units.ts";
import { api, requireOffice } from "./implementation.ts";
import type { OfficeRecord, Workspace } from "./workspace.ts";

/** Lines a preview sends; what matters comes first. */
const LINES_SHOWN = 5000;
/** Lines applied between two reports of progress. */
const CHUNK = 2000;

const KIND = Symbol("import");
interface PendingImport {
  readonly kind: typeof KIND;
  /** Null once it was applied; what was not taken can still be fetched. */
  readonly plan: ImportPlan | null;
  readonly rejected: RejectedLines;
  readonly fileName: string;
  readonly fileSha256: string;
}

function findPending(workspace: Workspace, id: string): PendingImport | undefined {
  const found = workspace.previews.get(id);
  return isPending(found) ? found : undefined;
}

function isPending(value: unknown): value is PendingImport {
  return typeof value === "object" && value !== null && "kind" in value && value.kind === KIND;
}

function planOf(
  workspace: Workspace,
  office: OfficeRecord,
  kind: ImportPlan["kind"],
  table: Table,
): ImportPlan {
  if (kind === "units") return planUnits(workspace, office, table);
  return kind === "employers" ? planEmployers(workspace, table) : planEntries(workspace, office, table);
}

function previewOf(previewId: string, plan: ImportPlan, fileName: string, table: Table): ImportPreview {
  const lines = plan.lines.map((line) => line.view);
  const count = (outcome: ImportLine["outcome"]) => lines.filter((line) => line.outcome === outcome).length;
  const rank = (line: ImportLine) =>
    line.outcome === "rejected" ? 0 : line.similarTo.length > 0 ? 1 : line.outcome === "same" ? 3 : 2;
  return {
    previewId,
    kind: plan.kind,
    fileName,
    sheet: table.sheet,
    ignoredSheets: table.ignoredSheets ?? [],
    unreadColumns: plan.unreadColumns,
    formulas: plan.formulas,
    counts: {
      new: count("new"),
      changed: count("changed"),
      same: count("same"),
      rejected: count("rejected"),
      similar: lines.filter((line) => line.similarTo.length > 0).length,
    },
    lines: lines
      .toSorted((left, right) => rank(left) - rank(right) || left.line - right.line)
      .slice(0, LINES_SHOWN),
    linesTotal: lines.length,
  };
}

function lockedPeriods(workspace: Workspace, codes: readonly string[]): string[] {
  return [...new Set(codes)].filter((code) => lockOf(workspace, periodOf(code)) !== null);
}

export const importsRouter = {
  preview: api.imports.preview.handler(async ({ input, context: { workspace }, errors }) => {
    const office = requireOffice(workspace);
    const file = workspace.tickets.take(input.ticket);
    if (!file) throw errors.HANDLE_UNKNOWN();
    let isSaidToBeWorkbook = false;
    try {
      // Read once: what is shown, what is written and what is hashed is one and the same file.
      const bytes = await readSpreadsheet(file.path);
      // What is no zip is read as text, for people rename files; one that is no table either is what its name says, broken.
      isSaidToBeWorkbook = /\.xlsx$/i.test(input.fileName) && !isWorkbook(bytes);
      const table = await readTableBytes(bytes);
      // Another import may have begun while the file was read; what it has not yet committed is nothing to compare with.
      await workspace.untilFree();
      const plan = planOf(workspace, office, input.kind, table);
      const previewId = uuidV4();
      workspace.previews.set(previewId, {
        kind: KIND,
        plan,
        rejected: rejectedLines(plan, table),
        fileName: input.fileName,
        fileSha256: sha256Hex(bytes),
      } satisfies PendingImport);
      return previewOf(previewId, plan, input.fileName, table);
    } catch (error) {
      if (error instanceof TableError) {
        const code = error.code === "CSV_ENCODING" && isSaidToBeWorkbook ? "XLSX_NOT_A_WORKBOOK" : error.code;
        throw errors.FILE_REFUSED({ data: { code, line: error.line, detail: error.detail } });
      }
      if (error instanceof ColumnsMissingError && isSaidToBeWorkbook)
        throw errors.FILE_REFUSED({ data: { code: "XLSX_NOT_A_WORKBOOK", line: null, detail: "" } });
      if (error instanceof ColumnsMissingError)
        throw errors.FILE_REFUSED({
          data: { code: "COLUMNS_MISSING", line: 1, detail: error.columns.join(", ") },
        });
      throw error;
    } finally {
      file.discard();
    }
  }),

  apply: api.imports.apply.handler(async function* ({ input, context: { workspace }, errors, signal }) {
    requireOffice(workspace);
    const pending = findPending(workspace, input.previewId);
    const plan = pending?.plan;
    if (!pending || !plan) throw errors.PREVIEW_UNKNOWN();
    const { db } = workspace;
    const release = await workspace.hold();
    let long: LongTransaction | undefined;
    try {
      const skipped = new Set(input.skipLines);
      const wanted = plan.lines.filter((line) => line.apply !== undefined && !skipped.has(line.view.line));
      const locked = lockedPeriods(
        workspace,
        // What a return keeps open was asked when it was compared, and nothing has changed since.
        wanted.flatMap((line) => (line.period === undefined || line.isOpened ? [] : [line.period])),
      );
      if (locked.length > 0) throw errors.PERIOD_LOCKED({ data: { periods: locked } });
      if (!plan.isStillFresh()) throw errors.PREVIEW_STALE();
      const batchUid = uuidV7();
      const { kind } = plan;
      const { fileName, fileSha256 } = pending;
      long = new LongTransaction(db);
      const periods = [...new Set(wanted.flatMap((line) => line.period ?? []))].map((code) => periodOf(code));
      const { act, batchId } = long.turn(() => {
        const by = periods.length > 0 ? actOnCells(workspace, "imported", periods) : workspace.act();
        const batch = { uid: batchUid, kind, fileName, fileSha256, applied: wanted.length };
        return { act: by, batchId: insertBatch(db, batch, by) };
      });
      let position = 0;
      for (let start = 0; start < wanted.length; start += CHUNK) {
        const some = wanted.slice(start, start + CHUNK);
        long.turn(() => {
          for (const change of some.flatMap((line) => line.apply?.(act) ?? []))
            insertBatchChange(db, batchId, position++, change);
        });
        if (some.length < CHUNK) break;
        yield { step: "writing", done: start + CHUNK, total: wanted.length };
        await turn();
        if (signal?.aborted) throw signal.reason;
      }
      long.turn(() =>
        appendAudit(db, act, `import.${kind}`, batchUid, {
          file: fileName,
          sha256: fileSha256,
          applied: wanted.length,
        }),
      );
      failPoint("import.after_rows");
      long.commit();
      failPoint("import.after_commit");
      workspace.previews.set(input.previewId, { ...pending, plan: null } satisfies PendingImport);
      return {
        batchUid,
        applied: wanted.length,
        skipped: plan.lines.length - wanted.length - pending.rejected.lines.length,
        rejected: pending.rejected.lines.length,
      };
    } finally {
      // Also when the client stops listening: nothing half written.
      long?.end();
      release();
    }
  }),

  rejectedFile: api.imports.rejectedFile.handler(({ input, context: { workspace }, errors }) => {
    const pending = findPending(workspace, input.previewId);
    if (!pending) throw errors.PREVIEW_UNKNOWN();
    const bytes = writeRejected(pending.rejected, input.words);
    return workspace.tickets.offer(`${pending.fileName.replace(/\.[^.]*$/, "")}-khong-nhan.csv`, bytes);
  }),

  exportEntries: api.imports.exportEntries.handler(async function* ({
    input,
    context: { workspace },
    signal,
  }) {
    const office = requireOffice(workspace);
    const period = input.period === null ? null : periodOf(input.period);
    const { bytes, rows } = yield* writeEntryFile(workspace, period, signal);
    const name = `so-lieu_${office.code}_${input.period ?? workspace.today()}.csv`;
    return { offer: workspace.tickets.offer(name, bytes), rows };
  }),

  list: api.imports.list.handler(({ context: { workspace } }) =>
    listBatches(workspace.db).map((row) => {
      const { id: _id, changeSet: _changeSet, ...batch } = row;
      return { ...batch, canUndo: canUndoBatch(row) };
    }),
  ),

  undo: api.imports.undo.handler(({ input, context: { workspace }, errors }) => {
    const outcome = undoBatch(workspace, input.batchUid);
    if (!("code" in outcome)) return outcome;
    switch (outcome.code) {
      case "BATCH_UNKNOWN":
        throw errors.BATCH_UNKNOWN();
      case "ALREADY_UNDONE":
        throw errors.ALREADY_UNDONE();
      case "UNDO_CONFLICT":
        throw errors.UNDO_CONFLICT({ data: { changed: outcome.changed } });
      case "PERIOD_LOCKED":
        throw errors.PERIOD_LOCKED({ data: { periods: outcome.periods } });
    }
  }),
};
