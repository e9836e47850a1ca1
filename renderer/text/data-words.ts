// What data says in the language of the reader: lines of a form, findings, what is asked and what came of it.
import { elementByCode, findElement } from "../../shared/catalogue/elements.ts";
import { SECTIONS } from "../../shared/catalogue/forms.ts";
import { gradeWordsOf } from "../../shared/catalogue/grade-schemes.ts";
import type { ElementCode, ValueType } from "../../shared/domain/data-element.ts";
import type { EntryValue } from "../../shared/domain/entry.ts";
import { BY_PERSON, printAskedBy, printResultOf, printTarget } from "../../shared/domain/evaluate/display.ts";
import type { Evaluation } from "../../shared/domain/evaluation.ts";
import { measureUnitIn } from "../../shared/domain/labels.ts";
import { formatEntry } from "../../shared/domain/number-format.ts";
import type { Target } from "../../shared/domain/target.ts";
import type { Said } from "../../shared/domain/validation/finding.ts";
import { findingSentence } from "../../shared/domain/validation/finding-sentence.ts";
import type { Language } from "./start-text.ts";
import { useLanguage } from "./use-text.ts";

export interface DataWords {
  /** The whole name of a line. @param vietnamese its name as it came: another office may have lines unknown here */
  readonly element: (code: ElementCode, vietnamese: string) => string;
  readonly section: (code: string) => string;
  readonly finding: (said: Said) => string;
  /** A figure as it stands in a cell of the period. */
  readonly entry: (entry: EntryValue, type: ValueType, period: string) => string;
  readonly measureUnit: (measureUnit: string) => string;
  /** What is asked, never parted before its sign: "từ 20 % trở lên". */
  readonly asked: (target: Asked) => string;
  /** The same of a row that was judged, if only by a person. */
  readonly askedBy: (row: Judged) => string;
  /** The result of a row; of one that a person judged, what was found. */
  readonly result: (row: Judged) => string;
}

type Judged = Pick<
  Evaluation,
  | "status"
  | "numerator"
  | "denominator"
  | "averagedMonths"
  | "isOwn"
  | "comparator"
  | "value"
  | "measureUnit"
  | "display"
  | "manual"
>;
type Asked = Pick<Target, "comparator" | "value" | "measureUnit" | "qualitative">;

const WORDS: Readonly<Record<Language, DataWords>> = {
  vi: { element: (_, vietnamese) => vietnamese, ...wordsIn("vi") },
  en: { element: (code, vietnamese) => findElement(code)?.labelEnglish ?? vietnamese, ...wordsIn("en") },
};

function wordsIn(language: Language): Omit<DataWords, "element"> {
  return {
    section: (code) => SECTIONS[code]?.[language] ?? code,
    finding: (said) => findingSentence(said, language, elementByCode),
    entry: (entry, type, period) => formatEntry(entry, type, gradeWordsOf(period), language),
    measureUnit: (measureUnit) => measureUnitIn(measureUnit, language),
    asked: ({ comparator, value, measureUnit, qualitative }) =>
      unparted(qualitative ? BY_PERSON[language] : printTarget(comparator, value, measureUnit, language)),
    askedBy: (row) => unparted(printAskedBy(row, language)),
    result: (row) => (row.manual ? row.display : printResultOf(row, language)),
  };
}

const unparted = (text: string) => text.replaceAll(" %", "\u00a0%");

export function dataWordsIn(language: Language): DataWords {
  return WORDS[language];
}

/** The same object until the language changes. */
export function useDataWords(): DataWords {
  return dataWordsIn(useLanguage());
}
