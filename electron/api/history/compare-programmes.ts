// Programmes and terms beside each other: what each asked of the same thing, and what came of it.
import type { ComparedCell, ComparedMeasure } from "../../../shared/contract/history.ts";
import { measureKey } from "../../../shared/domain/history/same-measure.ts";
import { answeringValue } from "../../../shared/domain/history/published-result.ts";
import type { Programme } from "../../../shared/domain/programme.ts";
import { type Target, targetInForce } from "../../../shared/domain/target.ts";
import { api, requireOffice } from "../implementation.ts";
import { loadProgramme } from "../load-programme.ts";
import type { OfficeRecord, Workspace } from "../workspace.ts";
import { lastDayOf } from "./answered-targets.ts";
import { historyProgrammes } from "./past-programmes.ts";
import { evaluatedLast } from "./verdict-counts.ts";

export const compareProgrammes = api.history.compareProgrammes.handler(({ context: { workspace } }) => {
  const office = requireOffice(workspace);
  const listed = historyProgrammes(workspace, office);
  const loaded = listed.flatMap(({ code }) => loadProgramme(workspace, code) ?? []);
  const columns = loaded.map(({ programme, row }) =>
    cellsOf(workspace, office, programme, row !== undefined),
  );
  const measures = new Map<string, Target>();
  for (const { programme } of loaded)
    for (const target of programme.targets)
      if (!target.qualitative && !measures.has(measureKey(target))) measures.set(measureKey(target), target);
  const answered = publishedOf(loaded.map(({ programme }) => programme));
  const rows = [...measures].map(
    ([key, target]): ComparedMeasure => ({
      key,
      title: target.title,
      titleEnglish: target.titleEnglish,
      cells: columns.map((cells, index) => cells.get(key) ?? answered[index]?.get(key) ?? null),
    }),
  );
  const shared = ({ cells }: ComparedMeasure) => cells.filter((cell) => cell !== null).length;
  return { programmes: listed, measures: rows.toSorted((left, right) => shared(right) - shared(left)) };
});

/** What a programme asks, by measure. */
function cellsOf(
  workspace: Workspace,
  office: OfficeRecord,
  programme: Programme,
  isAdopted: boolean,
): ReadonlyMap<string, ComparedCell> {
  const on = lastDayOf(programme.term, workspace.today());
  const evaluated = isAdopted ? evaluatedLast(workspace, office, programme) : null;
  return new Map(
    programme.targets.map((target, index): [string, ComparedCell] => {
      const { comparator, value } = targetInForce(target, on);
      const row = evaluated?.rows[index];
      return [
        measureKey(target),
        {
          target: target.id,
          measureUnit: target.measureUnit,
          asked: { comparator, value },
          evaluated: row ?? null,
          published: [],
        },
      ];
    }),
  );
}

/** Of each programme that published results: those that answer a target of another, by the measure of that target. */
function publishedOf(programmes: readonly Programme[]): ReadonlyMap<string, ComparedCell>[] {
  const targets = new Map(
    programmes.flatMap(({ targets: own }) => own.map((target) => [target.id, target] as const)),
  );
  return programmes.map(({ results }) => {
    const cells = new Map<string, ComparedCell>();
    for (const result of results)
      for (const { target: id, verdict } of result.comparesWith) {
        const target = targets.get(id);
        const value = target && verdict !== "notComparable" ? answeringValue(result, target) : undefined;
        if (!target || !value) continue;
        const key = measureKey(target);
        const known = cells.get(key)?.published ?? [];
        if (known.includes(value)) continue;
        cells.set(key, {
          target: null,
          measureUnit: "",
          asked: null,
          evaluated: null,
          published: [...known, value],
        });
      }
    return cells;
  });
}
