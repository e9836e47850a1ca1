// What is done to targets of an issued programme without changing it: a try on the figures, shares, verdicts.
import { Evaluator } from "../../../shared/domain/evaluate/evaluate-target.ts";
import { outsideTime } from "../../../shared/domain/evaluate/window.ts";
import { type Period, parsePeriod, periodOf } from "../../../shared/domain/period.ts";
import { inTransaction } from "../../database/connection.ts";
import { appendAudit } from "../../database/queries/audit.ts";
import { listPeriodsWithEntries } from "../../database/queries/entries.ts";
import { insertVerdict } from "../../database/queries/programme-editing.ts";
import { deleteAllocation, listAllocations, setAllocation } from "../../database/queries/programmes.ts";
import { findUnitByCode } from "../../database/queries/units.ts";
import { answeredPeriod } from "../answered-period.ts";
import { officeFigures } from "../figure-source.ts";
import { api, requireOffice } from "../implementation.ts";
import { requireTarget, requireWritable } from "../load-programme.ts";
import { remembering } from "../remember.ts";
import type { OfficeRecord, Workspace } from "../workspace.ts";

/** Somebody who tries formulas asks for the same period again and again. */
const evaluatorOf = remembering(
  (_office: OfficeRecord, period: Period) => period.code,
  (workspace, office, period) => new Evaluator(officeFigures(workspace, office, period).source),
  2,
);

/** The last one with any figure: a report that is not due yet is all a new office has. */
function latestPeriod({ db }: Workspace, isAsked: (period: Period) => boolean): Period | undefined {
  return listPeriodsWithEntries(db)
    .map(parsePeriod)
    .find((period) => period !== undefined && isAsked(period));
}

export const targetProcedures = {
  judge: api.programmeEditing.judge.handler(({ input, context: { workspace } }) => {
    const office = requireOffice(workspace);
    const { target, term } = input;
    const isAsked = (candidate: Period) => outsideTime(term, candidate, target.time) === undefined;
    const period =
      input.period === undefined
        ? (answeredPeriod(workspace, office, isAsked) ?? latestPeriod(workspace, isAsked))
        : periodOf(input.period);
    if (!period) return null;
    return evaluatorOf(workspace, office, period).evaluate({ term, lastValidOn: null }, target, period);
  }),

  setAllocations: api.programmeEditing.setAllocations.handler(({ input, context: { workspace }, errors }) =>
    inTransaction(workspace.db, () => {
      const { db } = workspace;
      const { row, programme } = requireWritable(workspace, input.code, errors);
      const { target, year } = input;
      requireTarget(programme, target, errors);
      const before = new Map(
        listAllocations(db, row.id)
          .filter((share) => share.target === target && share.year === year)
          .map(({ unitId, amount }) => [unitId, amount]),
      );
      const changed: { unit: string; before: number | null; amount: number | null }[] = [];
      for (const { unitCode, amount } of input.shares) {
        const unit = findUnitByCode(db, unitCode, workspace.today());
        if (!unit) throw errors.UNIT_UNKNOWN();
        const given = before.get(unit.id) ?? null;
        if (given === amount) continue;
        if (amount === null) deleteAllocation(db, row.id, target, unit.id, year);
        else setAllocation(db, row.id, target, unit.id, year, amount);
        changed.push({ unit: unitCode, before: given, amount });
      }
      if (changed.length > 0)
        appendAudit(db, workspace.act(), "programme.allocate", row.code, { target, year, changed });
      return { changed: changed.length };
    }),
  ),

  setVerdict: api.programmeEditing.setVerdict.handler(({ input, context: { workspace }, errors }) =>
    inTransaction(workspace.db, () => {
      const { db } = workspace;
      const { row, programme } = requireWritable(workspace, input.code, errors);
      const target = requireTarget(programme, input.target, errors);
      if (!target.qualitative) throw errors.TARGET_NOT_QUALITATIVE();
      const { period, verdict, text } = input;
      const act = workspace.act();
      const found = { period, verdict, text, author: act.actor, at: act.at };
      insertVerdict(db, row.id, target.id, found);
      appendAudit(db, act, "programme.verdict", `${row.code}/${target.id}`, { period, verdict, text });
      return found;
    }),
  ),
};
