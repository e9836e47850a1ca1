import type { EntryValue } from "../../../shared/domain/entry.ts";
import { gradeWordsOf } from "../../../shared/catalogue/grade-schemes.ts";
import { findElement } from "../../../shared/catalogue/elements.ts";
import type { ImportLine } from "../../../shared/contract/imports.ts";
import { formatEntry } from "../../../shared/domain/number-format.ts";
import type { Period } from "../../../shared/domain/period.ts";
import { auditHead } from "../../database/queries/audit.ts";
import { findEntry, type StoredEntry } from "../../database/queries/entries.ts";
import { findNote, setNote } from "../../database/queries/entry-notes.ts";
import { writeEntry } from "../../database/queries/entry-writes.ts";
import { periodId } from "../../database/queries/periods.ts";
import { listUnits, type UnitRecord } from "../../database/queries/units.ts";
import { readEntryRows } from "../../files/entry-rows.ts";
import type { Table } from "../../files/table.ts";
import { CellLocks } from "../cell-place.ts";
import { refusalOf, selfUnit } from "../cell-writer.ts";
import type { OfficeRecord, Workspace } from "../workspace.ts";
import { ColumnsMissingError, differences, type ImportPlan, noticeOf, type PlannedLine } from "./plan.ts";

/** Compares a file of entries with what is stored; each line is one cell. */
export function planEntries(workspace: Workspace, office: OfficeRecord, table: Table): ImportPlan {
  const reading = readEntryRows(table, findElement);
  if (!reading.ok) throw new ColumnsMissingError(reading.missing);
  const { db } = workspace;
  const head = auditHead(db)?.seq ?? 0;
  const unitsAt = registerAt(workspace);
  const locks = new CellLocks(workspace);
  const lines = reading.rows.map((row): PlannedLine => {
    const rejected = (code: string, name: string, reasons: ImportLine["reasons"]): PlannedLine => ({
      view: { line: row.line, outcome: "rejected", code, name, changes: [], reasons, similarTo: [] },
    });
    if (!row.ok) return rejected(row.key, "", row.reasons);
    const { unitCode, element, period, entry, asOf, isEstimate, note } = row.row;
    const print = (figure: EntryValue | null) => formatEntry(figure, element.type, gradeWordsOf(period.code));
    const code = `${unitCode} · ${element.code} · ${period.code}`;
    const isSelf = unitCode === office.code;
    const unit = isSelf ? selfUnit(office) : unitsAt(period).get(unitCode);
    const name = unit?.name ?? "";
    if (!unit) return rejected(code, "", [{ column: "unit_code", code: "UNIT_UNKNOWN", value: unitCode }]);
    const refusal = refusalOf(unit, element.code, period, entry, isSelf);
    if (refusal !== null)
      return rejected(code, name, [{ column: "value", code: refusal, value: print(entry) }]);
    const key = { periodId: periodId(period), elementId: workspace.elementId(element.code), unitId: unit.id };
    const stored = findEntry(db, key);
    const [before, after] = [print(stored?.entry ?? null), print(entry)];
    const noteBefore = findNote(db, key);
    const isNoteSame = note === null || noteBefore === note;
    const isFigureSame =
      entry === null ||
      (stored !== undefined && before === after && stored.isEstimate === isEstimate && stored.asOf === asOf);
    const isNew = stored === undefined && (entry !== null || noteBefore === null);
    const outcome = isFigureSame && isNoteSame ? "same" : isNew ? "new" : "changed";
    const view: ImportLine = {
      line: row.line,
      outcome,
      code,
      name,
      changes: [
        // Of a figure that stays only what is new about it is said.
        ...(entry === null || (before === after && outcome !== "same")
          ? []
          : [{ field: element.label, before, after }]),
        ...(entry === null ? [] : aboutFigure(stored, { isEstimate, asOf })),
        ...(isNoteSame ? [] : [{ field: "note", before: noteBefore ?? "", after: note ?? "" }]),
      ],
      reasons: [],
      similarTo: [],
    };
    if (outcome === "same") return { view };
    const lock = locks.of(period, key);
    if (lock === "closed")
      return rejected(code, name, [{ column: "value", code: "CELL_CLOSED", value: after }]);
    return {
      view,
      period: period.code,
      isOpened: locks.isOpened(period, key),
      apply(act) {
        workspace.ensurePeriod(period);
        if (entry !== null) writeEntry(db, key, { entry, isEstimate, asOf, source: "imported" }, act);
        if (note !== null) setNote(db, key, note, act);
        return [];
      },
    };
  });
  return {
    kind: "entries",
    lines,
    ...noticeOf(reading),
    isStillFresh: () => (auditHead(db)?.seq ?? 0) === head,
  };
}

type About = Pick<StoredEntry, "isEstimate" | "asOf">;

/** What else is said of a figure and changes with it. */
function aboutFigure(stored: About | undefined, wanted: About): ImportLine["changes"] {
  const fields = ({ isEstimate, asOf }: About) => ({ isEstimate: isEstimate ? "yes" : "no", asOf });
  return differences(fields(stored ?? { isEstimate: false, asOf: null }), fields(wanted));
}

/** Units by code as they are at the end of a period: what is asked of a unit may change over the years. */
function registerAt(workspace: Workspace): (period: Period) => ReadonlyMap<string, UnitRecord> {
  const known = new Map<string, ReadonlyMap<string, UnitRecord>>();
  return ({ endOn }) => {
    const read = known.get(endOn) ?? new Map(listUnits(workspace.db, endOn).map((unit) => [unit.code, unit]));
    known.set(endOn, read);
    return read;
  };
}
