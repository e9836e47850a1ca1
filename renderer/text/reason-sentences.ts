// Sentences for the reason codes that travel inside an error or a rejected line.
import type { Translate } from "./use-text.ts";
import { vi } from "./vi.ts";

export function fileReasonOf(code: string, line: number | null, detail: string, t: Translate): string {
  const key = Object.hasOwn(vi.fileReasons, code) ? (code as keyof typeof vi.fileReasons) : "OTHER";
  return t(`fileReasons.${key}`, { line: line ?? "", detail });
}

/** Why a line of a file is not taken. `value` is what stood in the file. */
export function lineReasonOf(code: string, value: string, t: Translate): string {
  const key = Object.hasOwn(vi.lineReasons, code) ? (code as keyof typeof vi.lineReasons) : "OTHER";
  return t(`lineReasons.${key}`, { value });
}

export function valueReasonOf(code: string, t: Translate): string {
  const key = Object.hasOwn(vi.valueReasons, code) ? (code as keyof typeof vi.valueReasons) : "OTHER";
  return t(`valueReasons.${key}`);
}

export function passphraseReasonOf(reason: string, t: Translate): string {
  const key = Object.hasOwn(vi.passphraseReasons, reason)
    ? (reason as keyof typeof vi.passphraseReasons)
    : "other";
  return t(`passphraseReasons.${key}`);
}
