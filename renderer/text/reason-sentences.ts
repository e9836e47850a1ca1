// Sentences for the reason codes that travel inside an error or a rejected line.
import type { Translate } from "./use-text.ts";
import { vi } from "./vi.ts";

export function fileReasonOf(code: string, line: number | null, detail: string, t: Translate): string {
  const key = Object.hasOwn(vi.fileReasons, code) ? (code as keyof typeof vi.fileReasons) : "OTHER";
  return t(`fileReasons.${key}`, {
    line: line ?? "",
    detail: code === "COLUMNS_MISSING" ? columnsInWords(detail, t) : detail,
  });
}

/** "employer_type, code" → “Loại hình” (employer_type), “Mã” (code): the heading as people write it, and as ours. */
function columnsInWords(detail: string, t: Translate): string {
  return detail
    .split(", ")
    .map((column) =>
      Object.hasOwn(vi.importing.fields, column)
        ? `“${t(`importing.fields.${column as keyof typeof vi.importing.fields}`)}” (${column})`
        : column,
    )
    .join(", ");
}

/** Why a line of a file is not taken. `value` is what stood in the file. */
export function lineReasonOf(code: string, value: string, t: Translate): string {
  if (isLineReason(code)) return t(`lineReasons.${code}`, { value });
  return isValueReason(code) ? valueReasonOf(code, value, t) : t("lineReasons.OTHER", { value });
}

/** Why a typed or imported value is refused (shared/domain/number-input.ts). */
export function valueReasonOf(code: string, value: string, t: Translate): string {
  return t(`valueReasons.${isValueReason(code) ? code : "OTHER"}`, { value });
}

const isLineReason = (code: string): code is keyof typeof vi.lineReasons =>
  code !== "OTHER" && Object.hasOwn(vi.lineReasons, code);
const isValueReason = (code: string): code is keyof typeof vi.valueReasons =>
  code !== "OTHER" && Object.hasOwn(vi.valueReasons, code);

export function passphraseReasonOf(reason: string, t: Translate): string {
  const key = Object.hasOwn(vi.passphraseReasons, reason)
    ? (reason as keyof typeof vi.passphraseReasons)
    : "other";
  return t(`passphraseReasons.${key}`);
}
