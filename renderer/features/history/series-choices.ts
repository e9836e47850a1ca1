// What can be looked at over the years: elements that are entered, and every target of the programmes.
import { quarterNumeral } from "../../../shared/domain/number-format.ts";
import { DATA_ELEMENTS } from "../../../shared/catalogue/elements.ts";
import type { DataElement } from "../../../shared/domain/data-element.ts";
import { parsePeriod, periodsOfYear, type Rhythm, RHYTHMS } from "../../../shared/domain/period.ts";
import type { Programme } from "../../../shared/domain/programme.ts";
import type { Choice } from "../../components/choice.ts";
import type { Translate } from "../../text/use-text.ts";

export type Subject =
  | { readonly kind: "element"; readonly element: string }
  | { readonly kind: "target"; readonly programme: string; readonly target: string };

/** Elements that are typed or imported; those that only follow from the register have no figures of their own. */
const ENTERED_ELEMENTS: readonly DataElement[] = DATA_ELEMENTS.filter(({ levels }) =>
  levels.some((level) => level === "grassroots" || level === "self"),
);

export function subjectId(subject: Subject): string {
  return subject.kind === "element" ? subject.element : `${subject.programme}/${subject.target}`;
}

export function subjectOf(id: string): Subject {
  const [programme = "", target] = id.split("/");
  return target === undefined
    ? { kind: "element", element: programme }
    : { kind: "target", programme, target };
}

export function elementChoices(isEnglish: boolean): Choice[] {
  return ENTERED_ELEMENTS.map(({ code, number, label, labelEnglish }) => ({
    id: code,
    label: `${isEnglish ? labelEnglish : label} (${number})`,
  }));
}

export function targetChoices(programmes: readonly Programme[], isEnglish: boolean): Choice[] {
  return programmes.flatMap(({ code, targets }) =>
    targets
      .filter(({ qualitative }) => !qualitative)
      .map(({ id, title, titleEnglish }) => ({
        id: `${code}/${id}`,
        label: `${id} ${isEnglish ? titleEnglish : title} (${code})`,
      })),
  );
}

/** Points of a year at which a figure of this rhythm exists, the whole year first; "" is the year itself. */
export function pointChoices(shortest: Rhythm, t: Translate): Choice[] {
  const from = RHYTHMS.indexOf(shortest);
  return periodsOfYear(2000)
    .filter(({ rhythm }) => RHYTHMS.indexOf(rhythm) >= from)
    .toReversed()
    .map(({ code, rhythm, lastMonth }) => ({
      id: code.slice(4),
      label: t(`history.series.points.${rhythm}`, {
        index: rhythm === "quarter" ? quarterNumeral({ lastMonth }) : lastMonth,
      }),
    }));
}

/** Whether an element of this rhythm is ever asked at the point of a period. */
export function hasPoint(shortest: Rhythm, period: string): boolean {
  const found = parsePeriod(period);
  return found !== undefined && RHYTHMS.indexOf(found.rhythm) >= RHYTHMS.indexOf(shortest);
}

/** The point of a period, for another year: "-H1" of 2024-H1. */
export function pointOfPeriod(period: string): string {
  return parsePeriod(period) ? period.slice(4) : "";
}
