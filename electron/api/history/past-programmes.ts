// Programmes of every term, in their own words (ui.md §1 "Lịch sử"). The five of the sources are there, adopted or not.
import type { HistoryProgramme, YearlyVerdicts } from "../../../shared/contract/history.ts";
import { periodOf } from "../../../shared/domain/period.ts";
import { targetInForce } from "../../../shared/domain/target.ts";
import { evaluateProgramme } from "../evaluation.ts";
import { gradeSchemes } from "../grade-schemes.ts";
import { api, requireOffice } from "../implementation.ts";
import { allProgrammes, type LoadedProgramme, requireProgramme, summaryOf } from "../load-programme.ts";
import type { OfficeRecord, Workspace } from "../workspace.ts";
import { answersOf, lastDayOf } from "./answered-targets.ts";
import { countPublished, countVerdicts, evaluatedLast, yearsOfTerm } from "./verdict-counts.ts";

/** Years of a programme that are judged beside each other. */
const MOST_JUDGED = 10;

/** Newest term first; an open one before those that are over. */
export function historyProgrammes(workspace: Workspace, office: OfficeRecord): HistoryProgramme[] {
  return allProgrammes(workspace)
    .map((loaded) => historyProgramme(workspace, office, loaded))
    .toSorted(
      (left, right) =>
        (right.term.to ?? 9999) - (left.term.to ?? 9999) ||
        right.term.from - left.term.from ||
        (left.code < right.code ? -1 : 1),
    );
}

function historyProgramme(
  workspace: Workspace,
  office: OfficeRecord,
  loaded: LoadedProgramme,
): HistoryProgramme {
  const { programme, row } = loaded;
  const evaluated = row ? evaluatedLast(workspace, office, programme) : null;
  const on = lastDayOf(programme.term, workspace.today());
  return {
    ...summaryOf(workspace, loaded),
    legalBases: programme.legalBases,
    evaluated:
      evaluated &&
      countVerdicts(
        evaluated.period,
        evaluated.rows.map(({ status }) => status),
      ),
    published: countPublished(programme.results.flatMap((result) => answersOf(workspace, result, on))),
  };
}

export const programmes = api.history.programmes.handler(({ context: { workspace } }) =>
  historyProgrammes(workspace, requireOffice(workspace)),
);

export const programme = api.history.programme.handler(({ input, context: { workspace }, errors }) => {
  requireOffice(workspace);
  const loaded = requireProgramme(workspace, input.code, errors);
  const { programme: past } = loaded;
  const on = input.on ?? lastDayOf(past.term, workspace.today());
  const from = `${past.term.from}-01-01`;
  const to = past.term.to === null ? "9999-12-31" : `${past.term.to}-12-31`;
  return {
    summary: summaryOf(workspace, loaded),
    programme: past,
    on,
    revisedOn: [
      ...new Set(past.targets.flatMap(({ revisions = [] }) => revisions.map(({ validFrom }) => validFrom))),
    ].toSorted(),
    targets: past.targets.map((target) => ({ id: target.id, ...inForce(target, on) })),
    gradeSchemes: gradeSchemes(workspace).filter(
      ({ validFrom, validTo }) => validFrom <= to && (validTo ?? "9999-12-31") >= from,
    ),
    results: past.results.map((result) => ({ result, answers: answersOf(workspace, result, on) })),
  };
});

function inForce(target: Parameters<typeof targetInForce>[0], on: string) {
  const { comparator, value, decision } = targetInForce(target, on);
  return { comparator, value, decision };
}

export const verdicts = api.history.verdicts.handler(
  ({ input, context: { workspace }, errors }): YearlyVerdicts => {
    const office = requireOffice(workspace);
    const { programme: past } = requireProgramme(workspace, input.code, errors);
    const periods = yearsOfTerm(workspace, past.term)
      .slice(0, MOST_JUDGED)
      .toReversed()
      .map((year) => periodOf(String(year)));
    const years = periods.map((period) => evaluateProgramme(workspace, office, past, period).rows);
    return {
      periods: periods.map(({ code }) => code),
      rows: past.targets.map(({ id }, index) => ({
        target: id,
        // A target whose own year is over is judged at that year, whatever is asked: it is shown there and nowhere else.
        years: years.map((rows, at) => {
          const row = rows[index];
          return row !== undefined && row.period === periods[at]?.code ? row : null;
        }),
      })),
    };
  },
);
