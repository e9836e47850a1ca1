// What a target means, in one sentence, while it is put together (domain.md §h story 2).
import { findElement } from "../../../shared/catalogue/elements.ts";
import type { GradeWords } from "../../../shared/domain/data-element.ts";
import { type Label, EMPLOYER_TYPE_LABELS, SECTOR_LABELS } from "../../../shared/domain/labels.ts";
import type { Indicator, Quantity, UnitCondition } from "../../../shared/domain/indicator.ts";
import type { Target } from "../../../shared/domain/target.ts";
import type { Translate } from "../../text/use-text.ts";
import { printTime } from "../../text/print-programme.ts";

interface SentenceWords {
  readonly t: Translate;
  readonly label: (label: Label) => string;
  /** Name of a data element in the language of the reader. */
  readonly element: (code: string) => string;
  readonly asked: (target: Target) => string;
  /** What grades are called when the programme begins. */
  readonly grades: GradeWords;
}

export function elementNames(isEnglish: boolean): (code: string) => string {
  return (code) => {
    const element = findElement(code);
    return element ? (isEnglish ? element.labelEnglish : element.label) : code;
  };
}

/** "Đạt khi tổng “…” chia cho tổng “…” của các công đoàn cơ sở trên 80 %, hằng năm." */
export function targetSentence(target: Target, words: SentenceWords): string {
  const { t } = words;
  if (target.qualitative) return t("programmeEditor.sentence.qualitative");
  return t("programmeEditor.sentence.whole", {
    formula: formulaWords(target.indicator, words),
    scope: scopeWords(target.indicator, words),
    asked: words.asked(target),
    time: printTime(target.time, t),
  });
}

function formulaWords({ shape, numerator, denominator }: Indicator, words: SentenceWords): string {
  const { t } = words;
  if (denominator === undefined) return quantityWords(numerator, words);
  if (shape === "MEAN_PER_UNIT")
    return t("programmeEditor.sentence.mean", { numerator: quantityWords(numerator, words) });
  return t("programmeEditor.sentence.ratio", {
    numerator: quantityWords(numerator, words),
    denominator: quantityWords(denominator, words),
  });
}

function quantityWords(quantity: Quantity, words: SentenceWords): string {
  const { t, element } = words;
  switch (quantity.kind) {
    case "sum":
      return t("programmeEditor.sentence.sum", { elements: sumWords(quantity.elements, words) });
    case "countUnits":
      return quantity.where === undefined
        ? t("programmeEditor.sentence.units")
        : t("programmeEditor.sentence.unitsWhere", { condition: conditionWords(quantity.where, words) });
    case "netChange":
      return t("programmeEditor.sentence.netChange", { element: element(quantity.element) });
    case "countEmployers":
      return t(
        quantity.withUnion
          ? "programmeEditor.sentence.employersWithUnion"
          : "programmeEditor.sentence.employers",
        { minimum: quantity.minimumWorkers },
      );
    case "countEstablished":
      return quantity.minimumWorkers === undefined
        ? t("programmeEditor.sentence.established")
        : t("programmeEditor.sentence.establishedFrom", { minimum: quantity.minimumWorkers });
  }
}

function sumWords(codes: readonly string[], { t, element }: SentenceWords): string {
  return codes.map((code) => `“${element(code)}”`).join(t("programmeEditor.sentence.and"));
}

function conditionWords(condition: UnitCondition, words: SentenceWords): string {
  const { t, element, grades } = words;
  switch (condition.kind) {
    case "isYes":
      return t("programmeEditor.sentence.isYes", { element: element(condition.element) });
    case "atLeast":
      return t("programmeEditor.sentence.atLeast", {
        elements: sumWords(condition.elements, words),
        minimum: condition.minimum,
      });
    case "gradeIn":
      return t("programmeEditor.sentence.gradeIn", {
        grades: condition.grades.map((grade) => grades[grade][0]).join(", "),
        element: element(condition.element),
      });
    case "allOf":
      return condition.conditions
        .map((part) => conditionWords(part, words))
        .join(t("programmeEditor.sentence.allOf"));
  }
}

function scopeWords({ population, segment, policy, denominator }: Indicator, words: SentenceWords): string {
  const { t, label } = words;
  const { sectors, employerTypes, minimumWorkforce } = segment ?? {};
  const narrowed = [
    ...(sectors
      ? [
          t("programmeEditor.sentence.sectors", {
            sectors: lower(sectors.map((sector) => label(SECTOR_LABELS[sector]))),
          }),
        ]
      : []),
    ...(employerTypes
      ? [
          t("programmeEditor.sentence.employerTypes", {
            types: lower(employerTypes.map((type) => label(EMPLOYER_TYPE_LABELS[type]))),
          }),
        ]
      : []),
    ...(minimumWorkforce === undefined
      ? []
      : minimumWorkforce === "largeWorkforceThreshold"
        ? [t("programmeEditor.sentence.largeWorkforce")]
        : [t("programmeEditor.sentence.workforce", { minimum: minimumWorkforce })]),
  ];
  const of = t("programmeEditor.sentence.of", { population: t(`programmeEditor.population.${population}`) });
  return [
    [of, ...narrowed].join(", "),
    ...(denominator === undefined || policy === "all"
      ? []
      : [t("programmeEditor.sentence.policy", { policy: t(`programmeEditor.policy.${policy}`) })]),
  ].join(" ");
}

/** Inside a sentence; abbreviations such as FDI keep their capitals. */
function lower(names: readonly string[]): string {
  return names
    .map((name) => (/^\p{Lu}\p{Ll}/u.test(name) ? name.charAt(0).toLowerCase() + name.slice(1) : name))
    .join(", ");
}
