// How values come into the words: a count as every figure of the program is printed ("6.667").
import type { FormatterModule } from "i18next";
import { formatInteger } from "../../shared/domain/number-format.ts";

/** Numbers that are years, not counts. */
const YEARS: ReadonlySet<unknown> = new Set(["year", "from", "to"]);

/**
 * Prints every value of a text: goes with the options of text-options.ts. `{{number, cell|cells}}` is the count with the word
 * for one, or for another number: "1 cell", "23 cells". A count that is printed already keeps how it is printed.
 */
export const VALUE_PRINTER: FormatterModule = {
  type: "formatter",
  init: () => undefined,
  add: () => undefined,
  addCached: () => undefined,
  format: (value, format, _language, options) => {
    const isCount =
      typeof value === "number" && Number.isSafeInteger(value) && !YEARS.has(options?.["interpolationkey"]);
    const printed = isCount ? formatInteger(value) : value;
    const [one, other] = format?.split("|") ?? [];
    if (other === undefined) return printed;
    return `${printed} ${printed === "1" ? one : other}`;
  },
};
