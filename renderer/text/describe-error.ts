// Turns whatever a call threw into what happened, what was kept and what to do next (ui.md §1).
import { ORPCError } from "@orpc/client";
import { PROGRAMME_USES } from "../../shared/domain/programme.ts";
import { printDate, printDayOf, printNumber, printPeriod } from "./print.ts";
import { fileReasonOf, passphraseReasonOf, valueReasonOf } from "./reason-sentences.ts";
import { backupFaultOf } from "./backup-fault.ts";
import type { Translate } from "./use-text.ts";
import { vi } from "./vi.ts";

interface ErrorDescription {
  readonly what: string;
  readonly kept: string;
  readonly next: string;
  /** Small type, for the telephone. */
  readonly code: string;
}

type DeclaredCode = keyof typeof vi.errors;

const isDeclaredCode = (code: string): code is DeclaredCode => Object.hasOwn(vi.errors, code);

export function describeError(error: unknown, t: Translate): ErrorDescription {
  if (error instanceof ORPCError) {
    const code: string = error.code;
    if (isDeclaredCode(code)) return describeDeclared(code, fieldsOf(error.data), t);
    if (code === "BAD_REQUEST") return describeFault("input", code, t, { fields: fieldNamesOf(error.data) });
    const known = FAULT_OF_CODE[code];
    if (known !== undefined) return describeFault(known, code, t);
    return describeFault("bug", referenceOf(error.data) ?? code, t);
  }
  const coded = FAULT_OF_CODE[codeOf(error)];
  if (coded !== undefined) return describeFault(coded, codeOf(error), t);
  if (isAbort(error)) return describeFault("cancelled", "CANCELLED", t);
  return describeFault(isProgrammingFault(error) ? "bug" : "connection", nameOf(error), t);
}

function describeDeclared(code: DeclaredCode, data: Fields, t: Translate): ErrorDescription {
  const words = {
    ...data,
    name: textOf(data["name"]),
    code: textOf(data["code"]),
    establishedOn: printDate(textOf(data["establishedOn"])),
    validFrom: printDate(textOf(data["validFrom"])),
    endedOn: printDate(textOf(data["endedOn"])),
    restoredOn: printDayOf(textOf(data["restoredAt"])),
    collectOn: printDate(textOf(data["collectOn"])),
    target: textOf(data["target"]),
    label: textOf(data["label"]),
    year: textOf(data["year"]),
    earliest: printDate(textOf(data["earliest"])),
    latest: printDate(textOf(data["latest"])),
    author: authorOf(code, data),
    periods: periodsOf(data, t),
    changed: listOf(data["changed"]).slice(0, 5).join(", "),
    span: spanOf(data),
    rhythm: rhythmOf(data, t),
    sentence: textOf(data["sentence"]),
    advice: textOf(data["advice"]),
    least: Number(data["least"] ?? 0),
    seconds: Number(data["seconds"] ?? 0),
    needed: Number(data["needed"] ?? 0),
    opened: Number(data["opened"] ?? 0),
    keyCount: Number(data["keys"] ?? 0),
    most: Number(data["most"] ?? 0),
    workforce: printNumber(Number(data["workforce"] ?? 0)),
    blocking: Number(data["blocking"] ?? 0),
    unexplained: Number(data["unexplained"] ?? 0),
    started: Number(data["started"] ?? 0),
    expected: Number(data["expected"] ?? 0),
    asked: Number(data["asked"] ?? 0),
    filled: Number(data["filled"] ?? 0),
    cells: Number(data["cells"] ?? 0),
    reason: reasonOf(code, data, t),
    use: useOf(data, t),
  };
  const what = t(`errors.${code}.what`, words).trim();
  const kept = t(`errors.${code}.kept`, words);
  return {
    what,
    // A refused bundle's own sentence may say already what was kept.
    kept: what.includes(kept) ? "" : kept,
    next: t(`errors.${code}.next`, words),
    code: typeof data["code"] === "string" ? `${code} · ${data["code"]}` : code,
  };
}

function describeFault(
  fault: keyof typeof vi.faults,
  code: string,
  t: Translate,
  words = { fields: "" },
): ErrorDescription {
  return {
    what: t(`faults.${fault}.what`, words),
    kept: t(`faults.${fault}.kept`),
    next: t(`faults.${fault}.next`),
    code,
  };
}

type Fields = Readonly<Record<string, unknown>>;

function fieldsOf(data: unknown): Fields {
  return typeof data === "object" && data !== null ? { ...data } : {};
}

function textOf(value: unknown): string {
  return typeof value === "string" ? value : "";
}

function listOf(value: unknown): readonly string[] {
  return Array.isArray(value) ? value.map(String) : [];
}

const PARENTHESISED: ReadonlySet<DeclaredCode> = new Set([
  "STALE_REVISION",
  "STALE_INCIDENT",
  "REPORT_PART_CHANGED",
]);

function authorOf(code: DeclaredCode, data: Fields): string {
  const author = textOf(data["author"]);
  return PARENTHESISED.has(code) && author !== "" ? ` (${author})` : author;
}

function periodsOf(data: Fields, t: Translate): string {
  const periods = listOf(data["periods"]);
  return periods.length === 0 ? "" : `: ${periods.map((period) => printPeriod(period, t)).join(", ")}`;
}

function spanOf(data: Fields): string {
  if (!data["establishedOn"] && !data["endedOn"]) return "";
  return ` (${printDate(textOf(data["establishedOn"]))} – ${printDate(textOf(data["endedOn"]))})`;
}

function rhythmOf(data: Fields, t: Translate): string {
  const rhythm = textOf(data["rhythm"]);
  return Object.hasOwn(vi.labels.rhythm, rhythm)
    ? t(`labels.rhythm.${rhythm as keyof typeof vi.labels.rhythm}`)
    : rhythm;
}

function useOf(data: Fields, t: Translate): string {
  const use = PROGRAMME_USES.find((candidate) => candidate === data["use"]);
  return use === undefined ? "" : t(`labels.programmeUse.${use}`);
}

function reasonOf(code: DeclaredCode, data: Fields, t: Translate): string {
  if (code === "FILE_REFUSED") {
    return fileReasonOf(textOf(data["code"]), Number(data["line"] ?? 0) || null, textOf(data["detail"]), t);
  }
  if (code === "VALUE_REFUSED") return valueReasonOf(textOf(data["code"]), "", t);
  if (code === "BACKUP_REFUSED") return backupFaultOf(textOf(data["code"]), t);
  if (code === "PASSPHRASE_WEAK" || code === "BACKUP_PASSPHRASE_WEAK")
    return passphraseReasonOf(textOf(data["reason"]), t);
  return textOf(data["reason"]);
}

/** Names of the refused fields, as zod reports them. */
function fieldNamesOf(data: unknown): string {
  const issues = fieldsOf(data)["issues"];
  if (!Array.isArray(issues)) return "";
  const names = issues.map((issue) => listOf(fieldsOf(issue)["path"]).join(".")).filter(Boolean);
  return names.length === 0 ? "" : ` (${[...new Set(names)].join(", ")})`;
}

function referenceOf(data: unknown): string | undefined {
  const reference = fieldsOf(data)["reference"];
  return typeof reference === "string" ? reference : undefined;
}

/** Codes of renderer/api, which has no contract behind it. */
const FAULT_OF_CODE: Readonly<Record<string, keyof typeof vi.faults>> = {
  NO_SESSION: "session",
  FILE_TOO_LARGE: "fileTooLarge",
  UPLOAD_FAILED: "fileTransfer",
  DOWNLOAD_FAILED: "fileTransfer",
  OFFICE_DISK_FULL: "diskFull",
};

function codeOf(error: unknown): string {
  return error instanceof Error && "code" in error && typeof error.code === "string" ? error.code : "";
}

function isAbort(error: unknown): boolean {
  return error instanceof Error && error.name === "AbortError";
}

function isProgrammingFault(error: unknown): boolean {
  return error instanceof TypeError || error instanceof ReferenceError || error instanceof RangeError;
}

function nameOf(error: unknown): string {
  return error instanceof Error ? error.name : "UNKNOWN";
}
