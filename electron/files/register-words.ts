// What people write for a classification besides its printed label, and for the columns of a register.
import {
  EMPLOYER_TYPE_LABELS,
  type Label,
  SELF_FINANCING_LABELS,
  UNIT_KIND_LABELS,
} from "../../shared/domain/labels.ts";
import {
  EMPLOYER_TYPES,
  type EmployerType,
  GRASSROOTS_KINDS,
  type GrassrootsKind,
  SELF_FINANCING_CLASSES,
  type SelfFinancing,
} from "../../shared/domain/org-unit.ts";
import { searchKey } from "../../shared/domain/text.ts";
import type { ColumnNames } from "./columns.ts";

export const UNIT_COLUMNS: ColumnNames = {
  code: ["Mã", "Mã số", "Mã đơn vị", "Mã công đoàn", "Mã CĐCS", "Mã công đoàn cơ sở"],
  name: [
    "Tên",
    "Tên đơn vị",
    "Tên công đoàn",
    "Tên CĐCS",
    "Tên công đoàn cơ sở",
    "Tên CĐCS, nghiệp đoàn",
    "Công đoàn cơ sở",
  ],
  kind: ["Loại", "Loại tổ chức", "Loại công đoàn", "Loại đơn vị"],
  employer_type: [
    "Loại hình",
    "Loại hình đơn vị",
    "Loại hình doanh nghiệp",
    "Loại hình cơ quan, đơn vị, doanh nghiệp",
  ],
  workforce: ["Số lao động", "Lao động", "Tổng số lao động", "Số CNVCLĐ", "Tổng số CNVCLĐ", "Số CNLĐ"],
  parent_code: ["Mã cấp trên", "Mã công đoàn cấp trên", "Cấp trên"],
  established_on: ["Ngày thành lập", "Thành lập", "Thành lập ngày"],
  ended_on: ["Ngày kết thúc", "Ngày giải thể", "Ngày kết thúc/giải thể", "Ngày chấm dứt", "Giải thể"],
  tax_code: ["Mã số thuế", "MST"],
  self_financing: ["Tự chủ tài chính", "Mức tự chủ", "Mức tự chủ tài chính", "Tự chủ"],
};

export const EMPLOYER_COLUMNS: ColumnNames = {
  code: ["Mã", "Mã số", "Mã doanh nghiệp", "Mã đơn vị"],
  name: ["Tên", "Tên doanh nghiệp", "Tên đơn vị", "Tên người sử dụng lao động"],
  employer_type: ["Loại hình", "Loại hình doanh nghiệp", "Loại hình đơn vị"],
  workforce: ["Số lao động", "Lao động", "Tổng số lao động"],
  tax_code: ["Mã số thuế", "MST"],
  unit_code: ["Mã CĐCS", "Mã công đoàn", "Mã công đoàn cơ sở"],
};

const KIND_WORDS: Readonly<Record<string, GrassrootsKind>> = {
  CĐCS: "grassrootsUnion",
  "Nghiệp đoàn cơ sở": "occupationalUnion",
};

/** Words that could mean two types ("doanh nghiệp", "đơn vị sự nghiệp") are left out: they are refused, never guessed. */
const EMPLOYER_TYPE_WORDS: Readonly<Record<string, EmployerType>> = {
  "Cơ quan": "adminAgency",
  "Hành chính": "adminAgency",
  "Cơ quan hành chính, Đảng, đoàn thể": "adminAgency",
  "Cơ quan nhà nước": "adminAgency",
  "Sự nghiệp công lập": "publicServiceUnit",
  "Sự nghiệp ngoài công lập": "nonPublicServiceUnit",
  "Đơn vị ngoài công lập": "nonPublicServiceUnit",
  "Ngoài công lập": "nonPublicServiceUnit",
  "DN nhà nước": "stateEnterprise",
  DNNN: "stateEnterprise",
  "DN tư nhân": "privateEnterprise",
  DNTN: "privateEnterprise",
  FDI: "fdiEnterprise",
  "DN FDI": "fdiEnterprise",
  "Doanh nghiệp có vốn đầu tư nước ngoài": "fdiEnterprise",
  HTX: "cooperative",
};

const SELF_FINANCING_WORDS: Readonly<Record<string, SelfFinancing>> = {
  "Ngân sách nhà nước bảo đảm": "fullBudget",
  "NSNN bảo đảm": "fullBudget",
  "Tự chủ một phần": "partial",
  "Tự bảo đảm một phần chi thường xuyên": "partial",
  "Tự chủ hoàn toàn": "selfFinanced",
  "Tự bảo đảm chi thường xuyên": "selfFinanced",
  "Tự bảo đảm chi thường xuyên và chi đầu tư": "selfFinanced",
};

/** Each reads an identifier, a label in either language or another word people write; accents and case aside. */
export const readKind = chooser(GRASSROOTS_KINDS, UNIT_KIND_LABELS, KIND_WORDS);
export const readEmployerType = chooser(EMPLOYER_TYPES, EMPLOYER_TYPE_LABELS, EMPLOYER_TYPE_WORDS);
export const readSelfFinancing = chooser(SELF_FINANCING_CLASSES, SELF_FINANCING_LABELS, SELF_FINANCING_WORDS);

function chooser<T extends string>(
  values: readonly T[],
  labels: Readonly<Record<T, Label>>,
  words: Readonly<Record<string, T>>,
): (text: string) => T | undefined {
  const byKey = new Map<string, T>();
  for (const value of values) {
    for (const word of [value, labels[value].vi, labels[value].en]) byKey.set(searchKey(word), value);
  }
  for (const [word, value] of Object.entries(words)) byKey.set(searchKey(word), value);
  return (text) => byKey.get(searchKey(text));
}
