// One figure at the same point of several years: table, chart and footnotes are made of this (domain.md §h story 9).
import { elementByCode, findElement } from "../../../shared/catalogue/elements.ts";
import { MOST_YEARS, type Series, type SeriesPoint } from "../../../shared/contract/history.ts";
import type { DataElement } from "../../../shared/domain/data-element.ts";
import { Columns } from "../../../shared/domain/evaluate/columns.ts";
import { elementsIn } from "../../../shared/domain/evaluate/conditions.ts";
import {
  isCounted,
  pointOf,
  seriesKindOf,
  seriesKindOfTarget,
  sumOverYears,
} from "../../../shared/domain/history/series.ts";
import { type Period, periodOf } from "../../../shared/domain/period.ts";
import type { Programme } from "../../../shared/domain/programme.ts";
import type { Target } from "../../../shared/domain/target.ts";
import { listUnits } from "../../database/queries/units.ts";
import { evaluateProgramme } from "../evaluation.ts";
import { officeFigures } from "../figure-source.ts";
import { api, requireOffice } from "../implementation.ts";
import { requireProgramme, requireTarget } from "../load-programme.ts";
import type { OfficeRecord, Workspace } from "../workspace.ts";
import { breaksOf, breaksOfTarget } from "./series-breaks.ts";
import { samePointOfYears, windowOf } from "./series-window.ts";

export const series = api.history.series.handler(({ input, context: { workspace }, errors }): Series => {
  const office = requireOffice(workspace);
  const periods = samePointOfYears(input.from, periodOf(input.period));
  if (!periods) throw errors.YEARS_REFUSED({ data: { most: MOST_YEARS } });
  if (input.of.kind === "element") {
    const element = findElement(input.of.element);
    if (!element) throw errors.ELEMENT_UNKNOWN();
    return seriesOfElement(workspace, office, element, periods, input.base === "lasting");
  }
  const { programme: code, target: id } = input.of;
  const { programme } = requireProgramme(workspace, code, errors);
  const target = requireTarget(programme, id, errors);
  return seriesOfTarget(workspace, office, programme, target, periods);
});

function seriesOfElement(
  workspace: Workspace,
  office: OfficeRecord,
  element: DataElement,
  periods: readonly Period[],
  isLasting: boolean,
): Series {
  const lasting = isLasting ? unitsThroughout(workspace, office, periods) : null;
  const points = periods.map((period): SeriesPoint => {
    const { source } = officeFigures(workspace, office, period);
    const everyone = [...source.units, source.self];
    const column = new Columns(source).over(element.code, windowOf(element, period));
    const included = (index: number) => {
      const unit = everyone[index];
      return unit !== undefined && isCounted(element, unit, period) && lasting?.has(unit.uid) !== false;
    };
    return {
      ...pointOf(element, column, included),
      period: period.code,
      asked: null,
      status: null,
      averagedMonths: null,
      evaluation: null,
    };
  });
  const kind = seriesKindOf(element);
  return {
    title: element.label,
    titleEnglish: element.labelEnglish,
    measureUnit: element.measureUnit,
    kind,
    type: element.type,
    points,
    total: sumOverYears(kind, points),
    breaks: breaksOf(workspace, office, [element], periods),
    units: lasting?.size ?? null,
  };
}

function seriesOfTarget(
  workspace: Workspace,
  office: OfficeRecord,
  programme: Programme,
  target: Target,
  periods: readonly Period[],
): Series {
  const points = periods.map((period): SeriesPoint => {
    const [row] = evaluateProgramme(workspace, office, { ...programme, targets: [target] }, period).rows;
    // Judged at another year than the one asked for: that is no figure of this year.
    const isOfYear = row !== undefined && row.period === period.code && row.numerator !== null;
    if (!isOfYear)
      return {
        period: period.code,
        numerator: null,
        denominator: null,
        unitsReporting: 0,
        unitsAsked: 0,
        isPartial: false,
        asked: null,
        status: null,
        averagedMonths: null,
        evaluation: null,
      };
    return {
      period: period.code,
      numerator: row.numerator,
      denominator: row.denominator,
      unitsReporting: row.unitsReporting,
      unitsAsked: row.unitsCounted + row.unitsMissing + row.unitsLeftOut,
      isPartial: row.unitsMissing > 0,
      // What it was judged by: an amount given to the office stands in the place of the target.
      asked: { comparator: row.comparator, value: row.value },
      status: row.status,
      averagedMonths: row.averagedMonths,
      evaluation: row,
    };
  });
  const kind = seriesKindOfTarget(target, elementByCode);
  const elements = elementsIn(target.indicator).map(elementByCode);
  return {
    title: target.title,
    titleEnglish: target.titleEnglish,
    measureUnit: target.measureUnit,
    kind,
    type: null,
    points,
    total: sumOverYears(kind, points),
    breaks: breaksOf(workspace, office, elements, periods, breaksOfTarget(programme, target)),
    units: null,
  };
}

/** Unions in existence from the first day of the series to the last, and the office itself (domain.md §f.2 no. 9b). */
function unitsThroughout(
  workspace: Workspace,
  office: OfficeRecord,
  periods: readonly Period[],
): ReadonlySet<string> {
  const [from, to] = [periods[0]?.startOn ?? "", periods.at(-1)?.endOn ?? ""];
  const units = listUnits(workspace.db, to).filter(
    ({ establishedOn, endedOn }) => (establishedOn ?? "0000") <= from && (endedOn ?? "9999") >= to,
  );
  return new Set([office.uid, ...units.map(({ uid }) => uid)]);
}
