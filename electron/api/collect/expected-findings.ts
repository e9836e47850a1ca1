// Rules that would speak if a file were applied. The answers are written, the rules asked, and the writing taken back.
import { setImmediate as turn } from "node:timers/promises";
import type { FindingView } from "../../../shared/contract/entries.ts";
import type { Period } from "../../../shared/domain/period.ts";
import { writeEntry } from "../../database/queries/entry-writes.ts";
import { checkUnits } from "../findings.ts";
import { formOf } from "../form-reader.ts";
import type { Workspace } from "../workspace.ts";
import type { ComparedCell, ComparedFile } from "./collection.ts";

/** Units whose answers are tried in one turn. */
const UNITS_AT_ONCE = 50;

/** Findings that do not stand now. Every answer is taken as written, also where something typed would be replaced. */
export async function findingsOf(
  workspace: Workspace,
  { view, cells }: ComparedFile,
): Promise<FindingView[]> {
  const [first] = cells;
  if (view.state !== "ready" || !first) return [];
  const byUnit = [...Map.groupBy(cells, (cell) => cell.view.unit.uid)];
  const found: FindingView[] = [];
  for (let start = 0; start < byUnit.length; start += UNITS_AT_ONCE) {
    const some = byUnit.slice(start, start + UNITS_AT_ONCE);
    found.push(...(await workspace.tryOut(() => findingsWith(workspace, first.period, some))));
    await turn();
  }
  return found;
}

/** Call inside a transaction that is taken back. */
function findingsWith(
  workspace: Workspace,
  period: Period,
  byUnit: readonly (readonly [uid: string, cells: readonly ComparedCell[]])[],
): FindingView[] {
  const { db } = workspace;
  const uids = byUnit.map(([uid]) => uid);
  const form = formOf(period);
  const keyOf = ({ rule, unitUid, said }: FindingView) => `${rule} ${unitUid} ${JSON.stringify(said)}`;
  const standing = new Set(checkUnits(workspace, form, period, uids).map(keyOf));
  const act = workspace.act();
  workspace.ensurePeriod(period);
  for (const [, cells] of byUnit)
    for (const { key, entry } of cells)
      if (key && entry)
        writeEntry(db, key, { entry, isEstimate: false, asOf: null, source: "imported" }, act);
  return checkUnits(workspace, form, period, uids).filter((finding) => !standing.has(keyOf(finding)));
}
