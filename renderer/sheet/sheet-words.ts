// Why a text is not stored, and the sentences a sheet needs; the page gives them in its language.
import type { FormColumn } from "../../shared/contract/entries.ts";
import type { CellWords } from "./cell-view.ts";
import type { RefusedWrite } from "./paste-plan.ts";

/** Refusals of the program itself, whatever was typed. */
const SAVE_REFUSALS = [
  "RHYTHM_TOO_SHORT",
  "NOT_APPLICABLE",
  "UNIT_NOT_ACTIVE",
  "PERIOD_LOCKED",
  "VALUE_REFUSED",
] as const;
/** `SAVE_FAILED`: the program did not answer. `STALE_REVISION`: somebody else wrote the cell first. */
export type SaveRefusal = (typeof SAVE_REFUSALS)[number] | "SAVE_FAILED" | "STALE_REVISION";

/** `KEPT`: typed on another day and never entered. */
export type RefusalReason = RefusedWrite["reason"] | "KEPT";

export interface SheetWords extends CellWords {
  /** @param column of the form */
  readonly columnTitle: (column: FormColumn) => string;
  readonly section: (code: string) => string;
  readonly stale: string;
  /**
   * @param text   what was typed
   * @param stored the figure that still counts, as it is printed; "" when there is none
   */
  refused(reason: RefusalReason, text: string, stored: string): string;
}

/** @param code of an answer */
export function saveRefusalOf(code: string): SaveRefusal {
  return SAVE_REFUSALS.find((candidate) => candidate === code) ?? "SAVE_FAILED";
}
