// How values come into the words: a count as every figure of the program is printed ("6.667").
import type { FormatterModule } from "i18next";
import { formatInteger } from "../../shared/domain/number-format.ts";

/** Numbers that are years, not counts. */
const YEARS: ReadonlySet<unknown> = new Set(["year", "from", "to"]);

/** Prints every value of a text: goes with the options of text-options.ts. */
export const VALUE_PRINTER: FormatterModule = {
  type: "formatter",
  init: () => undefined,
  add: () => undefined,
  addCached: () => undefined,
  format: (value, _format, _language, options) =>
    typeof value === "number" && Number.isSafeInteger(value) && !YEARS.has(options?.["interpolationkey"])
      ? formatInteger(value)
      : value,
};
