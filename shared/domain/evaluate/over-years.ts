// Which figures a time rule that spans years can be made of (domain.md §b.0 "Over time", §h story 9).
import type { DataElement, ElementCode } from "../data-element.ts";
import type { Target, TimeRule } from "../target.ts";
import { elementsIn } from "./conditions.ts";

/**
 * PERSONS_OVER_YEARS: persons counted since January would be added up over years, and whoever was counted in two of them
 * would be two · AVERAGE_NOT_FORMED: an average per year of something years do not add up to.
 */
type TimeFault = "PERSONS_OVER_YEARS" | "AVERAGE_NOT_FORMED";

/**
 * Why the time of a target does not fit its formula; undefined when it does. Flows add up over years, an act stays done,
 * and of a stock the last one counts; a count since January does none of this: it is taken anew each year, never added.
 */
export function timeFaultOf(
  { time, indicator, value, qualitative }: Pick<Target, "time" | "indicator" | "value" | "qualitative">,
  elementOf: (code: ElementCode) => Pick<DataElement, "time">,
): TimeFault | undefined {
  if (qualitative || !spansYears(time)) return undefined;
  if (elementsIn(indicator).some((code) => elementOf(code).time === "YTD")) return "PERSONS_OVER_YEARS";
  if (time.kind !== "averagePerYear") return undefined;
  const { numerator } = indicator;
  const addsUp =
    numerator.kind === "netChange" ||
    numerator.kind === "countEstablished" ||
    (numerator.kind === "sum" && numerator.elements.every((code) => elementOf(code).time === "SUM"));
  return value.scale === "count" && addsUp ? undefined : "AVERAGE_NOT_FORMED";
}

/** Whether a target is judged over all years since its programme began. */
export function spansYears(time: TimeRule): boolean {
  if (time.kind === "byYear") return time.since === "programme";
  return time.kind === "averagePerYear" || time.kind === "oncePerProgramme";
}
