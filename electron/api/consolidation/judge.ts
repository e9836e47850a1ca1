// The province's programmes over all reports at once: ratio of sums, `self` targets as a share of the offices (domain.md §d.5 rule 7).
import type { ConsolidatedProgramme, ConsolidatedVerdict } from "../../../shared/contract/consolidation.ts";
import { asksForAll } from "../../../shared/domain/evaluate/comparison.ts";
import { elementsIn } from "../../../shared/domain/evaluate/conditions.ts";
import { Evaluator } from "../../../shared/domain/evaluate/evaluate-target.ts";
import { outsideProgramme } from "../../../shared/domain/evaluate/window.ts";
import type { Evaluation } from "../../../shared/domain/evaluation.ts";
import type { Indicator } from "../../../shared/domain/indicator.ts";
import type { Period } from "../../../shared/domain/period.ts";
import type { Programme } from "../../../shared/domain/programme.ts";
import type { Target } from "../../../shared/domain/target.ts";
import { type AddedFigure, mergedSource, type Population, type Reporter } from "./merged-source.ts";

interface Consolidated {
  /** uid of the province. */
  readonly self: string;
  readonly reporters: readonly Reporter[];
  readonly added: readonly AddedFigure[];
  readonly largeWorkforceThreshold: number;
}

/** @param allocatedTo amounts given to the province for the year, by programme and target */
export function judgeProgrammes(
  all: Consolidated,
  programmes: readonly Programme[],
  period: Period,
  allocatedTo: (programme: Programme) => ReadonlyMap<string, number>,
): ConsolidatedProgramme[] {
  const evaluators = new Map<Population, Evaluator>();
  const evaluatorOf = (population: Population) => {
    const known = evaluators.get(population);
    if (known) return known;
    const made = new Evaluator(
      mergedSource(all.self, all.reporters, all.added, all.largeWorkforceThreshold, population),
    );
    evaluators.set(population, made);
    return made;
  };
  const missing = all.reporters.filter(({ report }) => report === null).length;
  return programmes.map((programme) => {
    const allocated = allocatedTo(programme);
    const rows = programme.targets.map((target) => {
      const amount = target.value.scale === "count" ? allocated.get(target.id) : undefined;
      const { population, isByOffice } = populationOf(target, all.added);
      const row = evaluatorOf(population).evaluate(
        programme,
        { ...target, indicator: { ...target.indicator, population: "grassroots" } },
        period,
        amount === undefined ? {} : { allocated: amount },
      );
      const officesMissing = target.qualitative ? 0 : missing + silentRegisters(target, all.reporters, row);
      return verdictOf(target, row, officesMissing, isByOffice, population === "adjusted");
    });
    const reached = rows.filter(({ status }) => status === "met" || status === "exceeded").length;
    const { code, title } = programme;
    return { code, title, outside: outsideProgramme(programme, period) ?? null, rows, reached };
  });
}

function populationOf(
  target: Target,
  added: readonly AddedFigure[],
): { population: Population; isByOffice: boolean } {
  const { indicator } = target;
  if (indicator.population === "self") return { population: "offices", isByOffice: true };
  if (indicator.population === "grassrootsAndSelf") return { population: "everyone", isByOffice: false };
  const elements = new Set(elementsIn(indicator));
  const isAdded = isSumOnly(indicator) && added.some(({ element }) => elements.has(element));
  return { population: isAdded ? "adjusted" : "grassroots", isByOffice: false };
}

/** A row of the province belongs to no union and no kind of employer: it cannot be one of the units, nor of a segment. */
function isSumOnly({ numerator, denominator, segment }: Indicator): boolean {
  return segment === undefined && numerator.kind === "sum" && (denominator?.kind ?? "sum") === "sum";
}

/** Offices that keep no register of employers: nothing of them is in a count of employers. */
function silentRegisters(target: Target, reporters: readonly Reporter[], row: Evaluation): number {
  if (target.indicator.numerator.kind !== "countEmployers" || row.numerator === null) return 0;
  return reporters.filter(({ report }) => report !== null && report.employers.length === 0).length;
}

function verdictOf(
  target: Target,
  row: Evaluation,
  officesMissing: number,
  isByOffice: boolean,
  hasOwnRow: boolean,
): ConsolidatedVerdict {
  // The offices of `self` targets stand among the units, missing ones included: the evaluator has bounded them.
  const isCertain = officesMissing === 0 || isByOffice || holdsWhateverIsMissing(target, row);
  return {
    ...row,
    ...(isCertain ? {} : { status: "insufficientData" as const }),
    // The province's own row is no union that answered.
    unitsCounted: row.unitsCounted - Number(hasOwnRow && row.unitsCounted > 0),
    unitsReporting: row.unitsReporting - Number(hasOwnRow && row.unitsReporting > 0),
    title: target.title,
    officesMissing,
    isByOffice,
    // Bounds count the missing units of the reports that came, not those of the ones that did not.
    ...(officesMissing > 0 && !isByOffice ? { worst: null, best: null } : {}),
  };
}

/** Whether no report that is still missing could change the verdict (domain.md §d.5 rule 4). */
function holdsWhateverIsMissing(
  target: Target,
  { status, comparator, value, denominator }: Evaluation,
): boolean {
  if (status !== "met" && status !== "exceeded" && status !== "notMet") return true;
  if (denominator !== null) return status === "notMet" && asksForAll(comparator, value);
  const onlyGrows = target.indicator.numerator.kind !== "netChange";
  const isFloor = comparator === "gte" || comparator === "gt";
  if (isFloor) return onlyGrows && status !== "notMet";
  return comparator === "lte" && onlyGrows && status === "notMet";
}
