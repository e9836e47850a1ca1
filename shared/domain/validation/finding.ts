// What a rule says of a union, as data: the sentence of either language is made from it (finding-sentence.ts).
import type { ElementCode } from "../data-element.ts";
import type { Severity } from "./rules.ts";

/** Some lines of a form and their sum. */
export interface Lines {
  readonly elements: readonly ElementCode[];
  readonly value: number;
}

/** Values are integers in the unit of their lines; scores are hundredths of a point. */
export type Said =
  | { readonly kind: "notGreater" | "sumEquals"; readonly left: Lines; readonly right: Lines }
  | {
      readonly kind: "balance";
      readonly closing: Lines;
      readonly opening: number;
      readonly inflow: Lines;
      readonly outflow: Lines;
    }
  /** A yes-or-no line and the lines that count the same thing. */
  | { readonly kind: "countedButNo" | "yesButNone"; readonly yes: ElementCode; readonly counts: Lines }
  | { readonly kind: "decreased"; readonly line: Lines; readonly earlier: number }
  /** `low` and `high` in hundredths of a percent. */
  | {
      readonly kind: "shareOutside";
      readonly part: Lines;
      readonly whole: Lines;
      readonly low: number;
      readonly high: number;
    }
  | {
      readonly kind: "changed";
      readonly line: Lines;
      readonly percent: number;
      readonly against: "periodBefore" | "lastYear";
      readonly earlier: number;
    }
  | {
      readonly kind: "surged";
      readonly line: Lines;
      readonly times: number;
      /** Of the figures it was compared with. */
      readonly greatest: number;
    }
  | { readonly kind: "thousandfold"; readonly line: Lines; readonly earlier: number }
  | { readonly kind: "unlikeList"; readonly line: Lines; readonly listed: number }
  | { readonly kind: "oldEnoughButNotRated" | "ratedTooYoung"; readonly grade: ElementCode }
  /** The band the score falls in, the scheme, and the grade that stands there, by their names. */
  | {
      readonly kind: "gradeUnlikeScore";
      readonly score: Lines;
      readonly band: string;
      readonly scheme: string;
      readonly grade: ElementCode;
      readonly written: string;
    };

export interface Finding {
  readonly rule: string;
  readonly severity: Severity;
  readonly elements: readonly ElementCode[];
  readonly said: Said;
}

/** What a finding is about within its unit and period: its rule and its lines. An explanation belongs to one such. */
export function findingKey({ rule, elements }: Pick<Finding, "rule" | "elements">): string {
  return `${rule} ${elements.join()}`;
}
