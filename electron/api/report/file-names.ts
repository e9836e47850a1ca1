// "BaoCao_LDLD-B_2024-H1.docx": what a person finds again in a folder.
import type { PeriodCode } from "../../../shared/domain/period.ts";

const STEMS: Readonly<Record<string, string>> = {
  "bao-cao": "BaoCao",
  "phu-luc": "PhuLuc",
  "phu-luc-dinh-chinh": "PhuLucDinhChinh",
  "tom-tat": "TomTat",
};

/**
 * @param correction 0 for a first sending; later ones are told apart, so that none replaces another in a folder
 * @param name inside the bundle, `bao-cao.docx`
 */
export function savedName(officeCode: string, period: PeriodCode, correction: number, name: string): string {
  const plain = officeCode
    .normalize("NFD")
    .replaceAll(/\p{Mn}/gu, "")
    .replaceAll("đ", "d")
    .replaceAll("Đ", "D")
    .replaceAll(/[^A-Za-z0-9-]+/g, "-");
  const dot = name.lastIndexOf(".");
  const stem = dot < 0 ? name : name.slice(0, dot);
  const parts = [STEMS[stem] ?? stem, plain, period, ...(correction > 0 ? [`DC${correction}`] : [])];
  return `${parts.join("_")}${dot < 0 ? "" : name.slice(dot)}`;
}
