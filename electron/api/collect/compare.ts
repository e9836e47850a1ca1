// What the answers of a file would change. Reads only.
import { findElement } from "../../../shared/catalogue/elements.ts";
import { formByCode } from "../../../shared/catalogue/forms.ts";
import {
  type CellOutcome,
  type CollectCell,
  type CollectFault,
  type CollectFile,
  type CollectPreview,
  type CollectUnit,
} from "../../../shared/contract/collect.ts";
import type { EntryValue } from "../../../shared/domain/entry.ts";
import { type Period, periodOf } from "../../../shared/domain/period.ts";
import { findEntry } from "../../database/queries/entries.ts";
import { findNote } from "../../database/queries/entry-notes.ts";
import { revisionOf } from "../../database/queries/entry-history.ts";
import { listUnitIds, type UnitRecord } from "../../database/queries/units.ts";
import type { TemplateAnswer, UnitAnswers } from "../../files/templates/read-template.ts";
import { CellLocks, keyOf } from "../cell-place.ts";
import { refusalOf } from "../cell-writer.ts";
import { unitsOf } from "../form-reader.ts";
import type { Workspace } from "../workspace.ts";
import type { Collection, ComparedCell, ComparedFile, KeptFile } from "./collection.ts";
import { catalogueOf } from "./template-data.ts";

/** What is the same for all files of one comparison. */
export class Register {
  readonly #workspace: Workspace;
  readonly #unitsOf = new Map<string, ReadonlyMap<string, UnitRecord>>();
  readonly locks: CellLocks;
  #known: ReadonlySet<string> | undefined;

  constructor(workspace: Workspace) {
    this.#workspace = workspace;
    this.locks = new CellLocks(workspace);
  }

  units(period: Period): ReadonlyMap<string, UnitRecord> {
    const known = this.#unitsOf.get(period.code);
    if (known) return known;
    const read = new Map(unitsOf(this.#workspace, period).map((unit) => [unit.uid, unit]));
    this.#unitsOf.set(period.code, read);
    return read;
  }

  /** Whether the register has the unit at all, alive in the period or not. */
  knows(uid: string): boolean {
    this.#known ??= new Set(listUnitIds(this.#workspace.db).map((unit) => unit.uid));
    return this.#known.has(uid);
  }
}

export function compareFile(workspace: Workspace, register: Register, kept: KeptFile): ComparedFile {
  const { contents } = kept;
  if (kept.fault || !contents) return refusedFile(kept, kept.fault ?? { code: "NOT_A_TEMPLATE", detail: "" });
  const { identity } = contents.stated;
  const period = periodOf(identity.period);
  if (register.locks.isLocked(period))
    return refusedFile(kept, { code: "PERIOD_LOCKED", detail: period.code });
  const units = register.units(period);
  if (identity.kind === "single") {
    const uid = identity.units[0] ?? "";
    if (!units.has(uid))
      return refusedFile(kept, {
        code: register.knows(uid) ? "UNIT_NOT_ACTIVE" : "UNIT_UNKNOWN",
        detail: "",
      });
  }
  const cells = contents.units.flatMap((answers) => compareUnit(workspace, register, period, answers));
  const counts = countOutcomes(cells);
  const isWriting = counts.new + counts.changed + counts.conflict > 0;
  const answering = new Map(cells.map(({ view }) => [view.unit.uid, view.unit]));
  return {
    cells,
    findings: [],
    view: {
      id: kept.id,
      fileName: kept.fileName,
      state: isWriting ? "ready" : "nothing",
      fault: cells.length === 0 ? { code: "EMPTY_ANSWER", detail: "" } : null,
      kind: identity.kind,
      form: period.rhythm,
      period: period.code,
      units:
        identity.kind === "single"
          ? identity.units.flatMap((uid) => unitView(units.get(uid)) ?? [])
          : [...answering.values()],
      counts,
      findings: { block: 0, warn: 0 },
      isOfOlderForm: identity.catalogue !== catalogueOf(formByCode(period.rhythm)),
    },
  };
}

function compareUnit(
  workspace: Workspace,
  register: Register,
  period: Period,
  { unit: uid, code, answers }: UnitAnswers,
): ComparedCell[] {
  const unit = register.units(period).get(uid);
  const view = unitView(unit) ?? { uid, code: code ?? "", name: "" };
  const unitReason = !unit
    ? register.knows(uid)
      ? "UNIT_NOT_ACTIVE"
      : "UNIT_UNKNOWN"
    : code !== null && code !== unit.code
      ? "ROW_MOVED"
      : null;
  return answers.map((answer) => compareAnswer(workspace, register, period, unit, view, answer, unitReason));
}

function compareAnswer(
  workspace: Workspace,
  register: Register,
  period: Period,
  unit: UnitRecord | undefined,
  unitView: CollectUnit,
  answer: TemplateAnswer,
  unitReason: string | null,
): ComparedCell {
  const { db } = workspace;
  const element = findElement(answer.element);
  const key = unit && element ? keyOf(workspace, unit, element.code, period) : null;
  const stored = key ? findEntry(db, key) : undefined;
  const noteBefore = key && answer.note !== null ? findNote(db, key) : null;
  const before = stored?.entry ?? null;
  const isNewEntry = answer.entry !== null && !isSame(before, answer.entry);
  const isNewNote = answer.note !== null && answer.note !== noteBefore;
  // Of a report that came back only the cells it names may change; the rest of the sheet says what it said.
  const isClosed = key !== null && (isNewEntry || isNewNote) && register.locks.of(period, key) === "closed";
  const reason =
    unitReason ??
    answer.reason ??
    (unit && element ? refusalOf(unit, element.code, period, answer.entry) : "ELEMENT_UNKNOWN") ??
    (isClosed ? "CELL_CLOSED" : null);
  const view: CollectCell = {
    unit: unitView,
    element: answer.element,
    label: element?.label ?? answer.element,
    address: answer.address,
    shown: [answer.valueText, answer.wordText].filter((text) => text !== "").join(" / "),
    outcome: outcomeOf(),
    before,
    after: reason === null ? answer.entry : null,
    noteBefore,
    noteAfter: reason === null ? answer.note : null,
    reason,
  };
  function outcomeOf(): CellOutcome {
    if (reason !== null) return "rejected";
    if (!isNewEntry && !isNewNote) return "same";
    const isTyped = stored?.source === "typed" || stored?.source === "pasted";
    if ((isNewEntry && isTyped) || (isNewNote && noteBefore !== null)) return "conflict";
    return before === null ? "new" : "changed";
  }
  return {
    view,
    period,
    key,
    revision: stored?.revision ?? (key ? revisionOf(db, key) : 0),
    entry: reason === null && isNewEntry ? answer.entry : null,
    note: reason === null && isNewNote ? answer.note : null,
    valueText: answer.valueText,
    wordText: answer.wordText,
  };
}

/**
 * The files as they stand to one another: the same file twice, two answers of one union.
 * Until one is chosen, no answer of such a union is taken.
 */
export function previewOf(previewId: string, collection: Collection): CollectPreview {
  const firstOf = new Map<string, string>();
  const files: CollectFile[] = [];
  const answers = new Map<string, { unit: CollectUnit; period: string; files: number[] }>();
  for (const kept of collection.files) {
    const compared = collection.compared.get(kept.id);
    if (!compared) continue;
    const { view } = compared;
    const twin = kept.sha256 === null ? undefined : firstOf.get(kept.sha256);
    if (twin !== undefined) {
      files.push(refusedFile(kept, { code: "SAME_FILE", detail: twin }).view);
      continue;
    }
    if (kept.sha256 !== null) firstOf.set(kept.sha256, kept.fileName);
    files.push(view);
    if (view.period === null || view.fault) continue;
    for (const unit of view.units) {
      const key = `${view.period} ${unit.uid}`;
      const known = answers.get(key) ?? { unit, period: view.period, files: [] };
      known.files.push(view.id);
      answers.set(key, known);
    }
  }
  const duplicates = [...answers.values()].filter((answer) => answer.files.length > 1);
  const undecided = new Set(duplicates.flatMap((answer) => answer.files));
  return {
    previewId,
    files: files.map((view) =>
      undecided.has(view.id) && view.state === "ready" ? { ...view, state: "choose" } : view,
    ),
    duplicates,
  };
}

/** The same for the same answers over the same stored figures. */
export function signatureOf({ view, cells }: ComparedFile): string {
  return JSON.stringify([
    view.state,
    view.fault,
    cells.map(({ view: { outcome, before, noteBefore }, revision }) => [
      outcome,
      before,
      noteBefore,
      revision,
    ]),
  ]);
}

function refusedFile(kept: KeptFile, fault: CollectFault): ComparedFile {
  const identity = kept.contents?.stated.identity;
  const period = identity && periodOf(identity.period);
  return {
    cells: [],
    findings: [],
    view: {
      id: kept.id,
      fileName: kept.fileName,
      state: "refused",
      fault,
      kind: identity?.kind ?? null,
      form: period?.rhythm ?? null,
      period: period?.code ?? null,
      units: [],
      counts: countOutcomes([]),
      findings: { block: 0, warn: 0 },
      isOfOlderForm: false,
    },
  };
}

function countOutcomes(cells: readonly ComparedCell[]): Record<CellOutcome, number> {
  const counts = { new: 0, changed: 0, conflict: 0, same: 0, rejected: 0 };
  for (const { view } of cells) counts[view.outcome] += 1;
  return counts;
}

/** Cells in the order in which a person wants to see them. */
export function inOrderOfWeight(cells: readonly ComparedCell[]): CollectCell[] {
  const order: readonly CellOutcome[] = ["rejected", "conflict", "changed", "new", "same"];
  return cells
    .map(({ view }) => view)
    .toSorted((left, right) => order.indexOf(left.outcome) - order.indexOf(right.outcome));
}

function unitView(unit: UnitRecord | undefined): CollectUnit | undefined {
  return unit && { uid: unit.uid, code: unit.code, name: unit.name };
}

function isSame(left: EntryValue | null, right: EntryValue): boolean {
  if (left?.state !== right.state) return false;
  return left.state !== "value" || right.state !== "value" || left.value === right.value;
}
