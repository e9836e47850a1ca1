// "10/14 chỉ tiêu đạt và vượt" on the home screen (domain.md §d.5 rule 9): of a term that is over, as Lịch sử says it.
import type { ProgrammeLine } from "../../shared/contract/evaluation.ts";
import { isTermOver, outsideProgramme } from "../../shared/domain/evaluate/window.ts";
import { type Period, periodOf } from "../../shared/domain/period.ts";
import type { Programme } from "../../shared/domain/programme.ts";
import { currentPeriod } from "./answered-period.ts";
import { evaluateProgramme } from "./evaluation.ts";
import { countVerdicts, evaluatedLast } from "./history/verdict-counts.ts";
import { api, requireOffice } from "./implementation.ts";
import { adoptedProgrammes } from "./load-programme.ts";
import { lastDue } from "./submissions/reporting.ts";
import type { OfficeRecord, Workspace } from "./workspace.ts";

export const summaries = api.evaluation.summaries.handler(async ({ context: { workspace }, signal }) => {
  const office = requireOffice(workspace);
  const thisYear = periodOf(workspace.today().slice(0, 4));
  const current = currentPeriod(workspace, office);
  const isReceiver = office.kind === "provincialFederation";
  const consolidatedIn = isReceiver ? lastDue(workspace) : null;
  const lines: ProgrammeLine[] = [];
  for (const programme of adoptedProgrammes(workspace)) {
    const { code, title, titleEnglish, term, targets } = programme;
    if (targets.length === 0) continue;
    const isOver = isTermOver(term, thisYear);
    // No figures stand in a register of its own: the consolidation of a period judges the reports.
    const result = isReceiver
      ? null
      : isOver
        ? resultAtEnd(workspace, office, programme)
        : resultAt(workspace, office, programme, current);
    lines.push({ code, title, titleEnglish, term, isOver, result, consolidatedIn });
    // The first page asks for this: whoever goes on at once is not kept waiting for all of them.
    await workspace.giveWay();
    signal?.throwIfAborted();
  }
  return lines;
});

function resultAt(
  workspace: Workspace,
  office: OfficeRecord,
  programme: Programme,
  period: Period,
): ProgrammeLine["result"] {
  const { reached, total } = evaluateProgramme(workspace, office, programme, period).summary;
  return { period: period.code, reached, total, outside: outsideProgramme(programme, period) ?? null };
}

function resultAtEnd(
  workspace: Workspace,
  office: OfficeRecord,
  programme: Programme,
): ProgrammeLine["result"] {
  const evaluated = evaluatedLast(workspace, office, programme);
  if (!evaluated) return null;
  const statuses = evaluated.rows.map(({ status }) => status);
  const { reached, total } = countVerdicts(evaluated.period, statuses);
  // Each of its targets is judged at its own year there.
  return { period: evaluated.period.code, reached, total, outside: null };
}
