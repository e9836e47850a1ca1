import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, it } from "vitest";
import { PROGRAMME_FAULTS } from "../../shared/catalogue/programme-faults.ts";
import { contract } from "../../shared/contract/index.ts";
import { CODES } from "../exchange/codes.ts";
import { TABLE_FAULTS } from "../files/table.ts";
import { ENTRY_COLUMNS } from "../files/entry-rows.ts";
import { EMPLOYER_COLUMNS, UNIT_COLUMNS } from "../files/register-words.ts";
import { describeDeclared, findSentence, sentenceOf } from "./messages.ts";
import { LINE_REASONS, lineReasonOf } from "./messages/line-reasons.ts";
import { runCommandLine } from "./run.ts";

const ROOT = join(import.meta.dirname, "..");
/** Letters that only Vietnamese has: a sentence without any was forgotten in another language. */
const VIETNAMESE = /[ăâđêôơưạảấầẩẫậắằẳẵặẹẻẽếềểễệỉịọỏốồổỗộớờởỡợụủứừửữựỳỵỷỹ]/i;
/** Parts of a sentence: what happened, and what to do. */
const sentencesIn = (text: string) => text.split(/[.;:] /).length;

const declared = [
  ...new Set(
    Object.values(contract).flatMap((procedures) =>
      Object.values(procedures).flatMap((procedure) => Object.keys(procedure["~orpc"].errorMap)),
    ),
  ),
];
const system = ["ENOENT", "EACCES", "EPERM", "EISDIR", "ENOTDIR", "EEXIST", "EROFS", "ENOSPC", "EIO"];
const sqlite = ["SQLITE_FULL", "SQLITE_IOERR_WRITE", "SQLITE_BUSY", "SQLITE_READONLY", "SQLITE_CORRUPT"];
const database = [
  "OFFICE_LOCKED",
  "OFFICE_MISSING",
  "DATABASE_FOREIGN",
  "DATABASE_NEWER",
  "DATABASE_DAMAGED",
  "DATABASE_UNSUITABLE",
];
const writing = ["DISK_FULL", "WRITE_FAILED", "FILE_EXISTS", "READ_BACK_DIFFERS"];
const everywhere = ["NO_OFFICE", "BAD_REQUEST", "FILE_TOO_LARGE", "E_CRYPTO_SELFTEST"];

it("the contract declares errors at all", () => expect(declared.length).toBeGreaterThan(40));

it.each([
  ...declared,
  ...CODES.map(({ code }) => code),
  ...system,
  ...sqlite,
  ...database,
  ...writing,
  ...everywhere,
])("%s has a Vietnamese sentence and an advice", (code) => {
  const sentence = findSentence(code) ?? "";
  expect(sentence).toMatch(VIETNAMESE);
  expect(sentencesIn(sentence)).toBeGreaterThan(1);
  expect(sentence).not.toMatch(/undefined|\{|null/);
});

it.each([...TABLE_FAULTS, "COLUMNS_MISSING"])("a file refused for %s says why and how to mend it", (code) => {
  const text = describeDeclared("FILE_REFUSED", { code, line: 7, detail: "Cột X" });
  const own = text.slice(sentenceOf("FILE_REFUSED").length + 1);
  expect(own).toMatch(VIETNAMESE);
  expect(own).not.toContain("không đúng định dạng");
  expect(own).toContain(code);
  expect(own).not.toMatch(/\{|undefined/);
});

it("missing columns are named by the headings people write", () => {
  const text = describeDeclared("FILE_REFUSED", {
    code: "COLUMNS_MISSING",
    line: 1,
    detail: "unit_code, name",
  });
  expect(text).toContain("Thiếu cột “Mã đơn vị” (unit_code), “Tên” (name).");
  for (const column of [ENTRY_COLUMNS, UNIT_COLUMNS, EMPLOYER_COLUMNS].flatMap((names) => Object.keys(names)))
    expect(describeDeclared("FILE_REFUSED", { code: "COLUMNS_MISSING", line: 1, detail: column })).toMatch(
      new RegExp(`“.+” \\(${column}\\)`),
    );
});

it.each(PROGRAMME_FAULTS)("a programme refused for %s says where, why and how to mend it", (message) => {
  const text = describeDeclared("PROGRAMME_INVALID", {
    faults: [{ path: "targets.0.value", message, item: "T1", detail: "T2" }],
  });
  const [head, line] = text.split("\n");
  expect(head).toContain("PROGRAMME_INVALID");
  expect(line).toMatch(/^ {2}T1 \(targets\.0\.value\): .+ \([A-Z_]+\)$/);
  expect(line).toMatch(VIETNAMESE);
  expect(line).toMatch(/[;(]/);
  expect(line).not.toContain("không đúng mẫu (");
});

/** Every code that is written down where lines are read and refused. */
function codesInSources(): string[] {
  const files = [
    ...["entry-rows.ts", "register-rows.ts"].map((name) => join(ROOT, "files", name)),
    ...readdirSync(join(ROOT, "api", "imports")).map((name) => join(ROOT, "api", "imports", name)),
    join(ROOT, "api", "cell-writer.ts"),
    join(ROOT, "..", "shared", "domain", "number-input.ts"),
  ].filter((path) => path.endsWith(".ts") && !path.endsWith(".test.ts"));
  const found = files.flatMap((path) =>
    [...readFileSync(path, "utf8").matchAll(/"([A-Z]+(?:_[A-Z]+)+|EMPTY|NEGATIVE)"/g)].map(
      (match) => match[1] ?? "",
    ),
  );
  // Errors of a whole call or file are made in these folders too; their words are those of the contract.
  return [...new Set(found)].filter(
    (code) => code !== "COLUMNS_MISSING" && (Object.hasOwn(LINE_REASONS, code) || !declared.includes(code)),
  );
}

it("every reason a line can be refused for has its words", () => {
  const codes = codesInSources();
  expect(codes.length).toBeGreaterThan(25);
  expect(codes.filter((code) => !Object.hasOwn(LINE_REASONS, code))).toEqual([]);
  for (const [code, words] of Object.entries(LINE_REASONS)) {
    expect(words, code).toMatch(VIETNAMESE);
    expect(words, code).toContain(";");
  }
});

it("names the column of a refused cell by its heading, and keeps what stood there as it is", () => {
  expect(lineReasonOf({ column: "workforce", code: "CELL_ERROR", value: "#N/A $& {value}" })).toBe(
    "Số lao động: là ô lỗi của bảng tính (#N/A $& {value}) hoặc công thức chưa tính; ghi giá trị vào ô (CELL_ERROR)",
  );
});

it("what is unknown says that it is a fault of the program", () => {
  expect(sentenceOf("SOMETHING_ELSE")).toContain("Có lỗi ngoài dự kiến");
  expect(sentenceOf("constructor")).toContain("Có lỗi ngoài dự kiến");
});

/** Runs a command line that answers on stderr. */
async function said(words: readonly string[]) {
  const written: string[] = [];
  const write = process.stderr.write.bind(process.stderr);
  process.stderr.write = (text: string | Uint8Array) => written.push(String(text)) > 0;
  try {
    return { exit: await runCommandLine(words), text: written.join("") };
  } finally {
    process.stderr.write = write;
  }
}

it.each([
  [["doctor", "--data"], "tùy chọn thiếu giá trị"],
  [["doctor", "--khong-co", "1", "--data", "x"], "lệnh không có tùy chọn này: '--khong-co'"],
  [["doctor"], "thiếu --data"],
])("a command that cannot be understood is told so in Vietnamese: %j", async (words, sentence) => {
  const { exit, text } = await said(words);
  expect(exit).toBe(1);
  expect(text).toContain(sentence);
  expect(text).toContain("Cách dùng: doctor");
});

it.each([
  [["help"], /^Sổ Công Đoàn, dòng lệnh\..*\n {2}doctor\n/s],
  [["--help"], /^Sổ Công Đoàn, dòng lệnh\./],
  [["-h"], /^Sổ Công Đoàn, dòng lệnh\./],
  [["units", "list", "--help"], /^Cách dùng: units list \[--as-of YYYY-MM-DD\] \[--all\] --data DIR/],
])("%j explains and is no mistake", async (words, text) => {
  expect(await said(words)).toEqual({ exit: 0, text: expect.stringMatching(text) });
});
