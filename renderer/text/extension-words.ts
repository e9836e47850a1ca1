// "gia hạn đến …": how later dates are said wherever a form's day stands.
import { printDate } from "./print.ts";
import type { Translate } from "./use-text.ts";

interface Extended {
  readonly extendedTo: string | null;
  readonly unitsExtended: number;
  readonly unitsExtendedTo: string | null;
}

/** Nothing, one or two short statements. */
export function extensionWords(
  { extendedTo, unitsExtended, unitsExtendedTo }: Extended,
  t: Translate,
): string[] {
  return [
    ...(extendedTo === null ? [] : [t("extensions.toAll", { date: printDate(extendedTo) })]),
    ...(unitsExtended === 0
      ? []
      : [t("extensions.toSome", { number: unitsExtended, date: printDate(unitsExtendedTo) })]),
  ];
}
