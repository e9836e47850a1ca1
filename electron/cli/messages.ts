// Vietnamese sentences of the command line for every code a person can meet: what happened, what was kept, what to do.
import { CODE_TEXTS } from "../exchange/code-texts.ts";
import { backupFaultOf } from "./messages/backup-faults.ts";
import { CONTRACT_ERRORS } from "./messages/contract-errors.ts";
import { fileFaultOf } from "./messages/file-faults.ts";
import { MACHINE_ERRORS, SQLITE_ERRORS } from "./messages/machine-errors.ts";
import { programmeFaultOf } from "./messages/programme-faults.ts";
import { type Fields, type Sentence, textOf } from "./messages/sentence.ts";

/** The sentence for a code; undefined when there is none. */
export function findSentence(code: string, data: Fields = {}): string | undefined {
  const sentence = sentences(code);
  return typeof sentence === "function" ? sentence(data) : sentence;
}

/** The sentence for a code; an unknown one is a fault of the program and says so. */
export function sentenceOf(code: string, data: Fields = {}): string {
  return (
    findSentence(code, data) ?? "Có lỗi ngoài dự kiến. Không có gì thay đổi. Báo mã này cho người phụ trách."
  );
}

/** What a declared error says in full: its sentence, its code, and one line for each thing that is wrong. */
export function describeDeclared(code: string, data: unknown): string {
  const fields: Fields = typeof data === "object" && data !== null ? { ...data } : {};
  switch (code) {
    case "FILE_REFUSED":
      return `${sentenceOf(code)} ${fileFaultOf(fields)} (${code} ${textOf(fields["code"])})`;
    case "BACKUP_REFUSED":
      return `${sentenceOf(code)} ${backupFaultOf(textOf(fields["code"]))} (${code} ${textOf(fields["code"])})`;
    case "BUNDLE_REFUSED":
      return `${textOf(fields["sentence"])} ${textOf(fields["advice"])} (${code} ${textOf(fields["code"])})`;
    case "PROGRAMME_INVALID":
      return [`${sentenceOf(code)} (${code})`, ...listOf(fields["faults"]).map(programmeLine)].join("\n");
    case "BAD_REQUEST":
      return [`${sentenceOf(code)} (${code})`, ...listOf(fields["issues"]).map(issueLine)].join("\n");
    default:
      return `${sentenceOf(code, fields)} (${code})`;
  }
}

function sentences(code: string): Sentence | undefined {
  if (Object.hasOwn(CONTRACT_ERRORS, code)) return CONTRACT_ERRORS[code];
  if (Object.hasOwn(MACHINE_ERRORS, code)) return MACHINE_ERRORS[code];
  if (isExchangeCode(code)) return `${CODE_TEXTS[code].sentence} ${CODE_TEXTS[code].advice}`;
  // SQLite refines its codes: SQLITE_IOERR_WRITE is told as SQLITE_IOERR.
  const family = /^SQLITE_[A-Z]+/.exec(code)?.[0];
  return family === undefined || !Object.hasOwn(SQLITE_ERRORS, family) ? undefined : SQLITE_ERRORS[family];
}

const isExchangeCode = (code: string): code is keyof typeof CODE_TEXTS => Object.hasOwn(CODE_TEXTS, code);

function listOf(value: unknown): Fields[] {
  return Array.isArray(value)
    ? value.map((item): Fields => (typeof item === "object" && item !== null ? { ...item } : {}))
    : [];
}

function programmeLine({ path, message, item, detail }: Fields): string {
  const place = { path: textOf(path), item: item === null ? null : textOf(item) };
  return `  ${programmeFaultOf({ ...place, message: textOf(message), detail: textOf(detail) })}`;
}

/** Which parameter, as the contract names it; zod's English reason would help nobody. */
function issueLine({ path }: Fields): string {
  return `  ${Array.isArray(path) ? path.map(String).join(".") : ""}`;
}
