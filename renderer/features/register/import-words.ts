// Words for what an import names by identifier: columns, and values with a fixed choice.
import {
  EMPLOYER_TYPE_LABELS,
  type Label,
  SECTOR_LABELS,
  SELF_FINANCING_LABELS,
  UNIT_KIND_LABELS,
} from "../../../shared/domain/labels.ts";
import { printDate, printNumber } from "../../text/print.ts";
import type { Translate } from "../../text/use-text.ts";
import { vi } from "../../text/vi.ts";

type PickLabel = (label: Label | null | undefined) => string;

type FieldWord = keyof typeof vi.importing.fields;

const isFieldWord = (field: string): field is FieldWord => Object.hasOwn(vi.importing.fields, field);

export function fieldWord(field: string, t: Translate): string {
  return isFieldWord(field) ? t(`importing.fields.${field}`) : field;
}

const LABELS: Readonly<Record<string, Readonly<Record<string, Label>>>> = {
  kind: UNIT_KIND_LABELS,
  employerType: EMPLOYER_TYPE_LABELS,
  sector: SECTOR_LABELS,
  selfFinancing: SELF_FINANCING_LABELS,
  isEstimate: { yes: { vi: "Có", en: "Yes" }, no: { vi: "Không", en: "No" } },
};

/** A value as people write it: the label of a choice, a date the Vietnamese way round, a headcount with its points, anything else as it stands. */
export function fieldValue(field: string, value: string, label: PickLabel): string {
  const choice = LABELS[field]?.[value];
  if (choice) return label(choice);
  if (field === "workforce" && /^\d+$/.test(value)) return printNumber(Number(value));
  return /^\d{4}-\d{2}-\d{2}$/.test(value) ? printDate(value) : value;
}

/** What the file of rejected lines is written with. */
export function rejectedFileWords(t: Translate) {
  const columns = Object.keys(vi.importing.fields).map((field) => [field, fieldWord(field, t)] as const);
  // The host puts what stood in the file where {{value}} is.
  const value = "{{value}}";
  const reasons = [
    ...codesOf(vi.valueReasons).map((code) => [code, t(`valueReasons.${code}`, { value })] as const),
    ...codesOf(vi.lineReasons).map((code) => [code, t(`lineReasons.${code}`, { value })] as const),
  ];
  return {
    reason: t("importing.reasons"),
    columns: Object.fromEntries(columns),
    reasons: Object.fromEntries(reasons),
  };
}

function codesOf<Words extends object>(words: Words): (keyof Words & string)[] {
  return Object.keys(words) as (keyof Words & string)[];
}
