// Where a cell is kept, and whether its period may be written.
import type { PeriodStateName } from "../../shared/contract/entries.ts";
import { GRASSROOTS_KINDS } from "../../shared/domain/org-unit.ts";
import type { Period } from "../../shared/domain/period.ts";
import { isCellOpen, listOpenCells } from "../database/queries/corrections.ts";
import type { CellKey } from "../database/queries/entry-columns.ts";
import { findPeriodState, periodId } from "../database/queries/periods.ts";
import { findUnitByUid, type UnitRecord } from "../database/queries/units.ts";
import { selfUnit } from "./cell-writer.ts";
import { lockOf } from "./form-reader.ts";
import type { OfficeRecord, Workspace } from "./workspace.ts";

const GRASSROOTS: ReadonlySet<string> = new Set(GRASSROOTS_KINDS);

/** The unit of a cell as it is at the end of the period; the office itself answers for its own figures. */
export function findTargetUnit(
  workspace: Workspace,
  office: OfficeRecord,
  uid: string,
  period: Period,
): UnitRecord | undefined {
  if (uid === office.uid) return selfUnit(office);
  const unit = findUnitByUid(workspace.db, uid, period.endOn);
  // Offices above and beside stand in the same table.
  return unit && GRASSROOTS.has(unit.kind) ? unit : undefined;
}

export function keyOf(workspace: Workspace, unit: { id: number }, element: string, period: Period): CellKey {
  return { periodId: periodId(period), elementId: workspace.elementId(element), unitId: unit.id };
}

/** The state that keeps a cell from being written, or null: a return opens single cells of a period that is locked. */
export function cellLock(
  workspace: Workspace,
  period: Period,
  key: CellKey,
): { state: PeriodStateName; at: string | null } | null {
  const lock = lockData(workspace, period);
  return lock && isCellOpen(workspace.db, key) ? null : lock;
}

/** The state that keeps a period from being written, or null. */
export function lockData(
  workspace: Workspace,
  period: Period,
): { state: PeriodStateName; at: string | null } | null {
  const state = lockOf(workspace, period);
  return state === null
    ? null
    : { state, at: findPeriodState(workspace.db, period.rhythm, period)?.approved_at ?? null };
}

/**
 * How cells stand to be written by a file, each period read once. `closed`: locked, while a return keeps others of its period open;
 * `locked`: nothing of its period is open.
 */
export class CellLocks {
  readonly #workspace: Workspace;
  /** Open cells by period; null where every cell is. */
  readonly #open = new Map<string, ReadonlySet<string> | null>();

  constructor(workspace: Workspace) {
    this.#workspace = workspace;
  }

  of(period: Period, key: CellKey): "open" | "closed" | "locked" {
    const open = this.#openIn(period);
    if (open === null || open.has(placeOf(key))) return "open";
    return open.size === 0 ? "locked" : "closed";
  }

  /** Whether the period of a cell is locked, and a return keeps the cell open. */
  isOpened(period: Period, key: CellKey): boolean {
    return this.#openIn(period)?.has(placeOf(key)) ?? false;
  }

  /** Whether nothing of a period may be written. */
  isLocked(period: Period): boolean {
    return this.#openIn(period)?.size === 0;
  }

  #openIn(period: Period): ReadonlySet<string> | null {
    const known = this.#open.get(period.code);
    if (known !== undefined) return known;
    const open =
      lockOf(this.#workspace, period) === null
        ? null
        : new Set(listOpenCells(this.#workspace.db, periodId(period)).map(placeOf));
    this.#open.set(period.code, open);
    return open;
  }
}

/**
 * The first of these periods that is locked and has one of these cells closed; undefined when all may be written.
 * @param listKeys asked only where a period is locked at all
 */
export function firstClosed(
  workspace: Workspace,
  periods: readonly Period[],
  listKeys: () => readonly CellKey[],
): Period | undefined {
  const locked = periods.filter((period) => lockOf(workspace, period) !== null);
  if (locked.length === 0) return undefined;
  const locks = new CellLocks(workspace);
  const keys = listKeys();
  return locked.find((period) => {
    const id = periodId(period);
    return keys.some((key) => key.periodId === id && locks.of(period, key) !== "open");
  });
}

function placeOf({ elementId, unitId }: Pick<CellKey, "elementId" | "unitId">): string {
  return `${elementId} ${unitId}`;
}
