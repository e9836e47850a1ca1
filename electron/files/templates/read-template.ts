// A workbook that came back from the grassroots: whom it says it answers for, and what it answers. What it says is
// believed only as far as the caller proves the fingerprint.
import { gradeWordsOf } from "../../../shared/catalogue/grade-schemes.ts";
import { createHash } from "node:crypto";
import { open } from "node:fs/promises";
import type { ElementCode, ValueType } from "../../../shared/domain/data-element.ts";
import type { EntryValue } from "../../../shared/domain/entry.ts";
import { NEVER_ASKED_MARK } from "../../../shared/domain/labels.ts";
import { normaliseText } from "../../../shared/domain/text.ts";
import { isWorkbook } from "../read-table.ts";
import type { SheetReader } from "../read-xlsx.ts";
import { type Cell, EMPTY_CELL, TableError, type TableFault } from "../table.ts";
import { LARGEST_WORKBOOK_BYTES } from "../workbook/limits.ts";
import type { SheetRows } from "../workbook/parse-workbook.ts";
import { type AnswerFault, type AnswerReading, readAnswer } from "./answer-cell.ts";
import { isIdentitySheet, readIdentity, type StatedIdentity } from "./identity-sheet.ts";
import { addressOf, KEY_ROW, MARKS } from "./layout.ts";
import type { TemplateIdentity } from "./template.ts";
import { COMPUTED, NEVER_ASKED } from "./words.ts";

/** Why a whole file is not read. */
export type TemplateFault =
  | TableFault
  /** No hidden sheet of ours: another workbook, or its contents were copied into a new one. */
  | "NOT_A_TEMPLATE"
  /** Lines of the hidden sheet are missing or double. */
  | "IDENTITY_EDITED"
  /** The rows or columns by which answers are found are gone. */
  | "LAYOUT_BROKEN";

export type AnswerReason =
  | AnswerFault
  /** The line stands twice: which one counts is not for a program to say. */
  | "ROW_DUPLICATE"
  /** The name beside the answer is not that of its line: only part of the rows was sorted or moved. */
  | "ROW_MOVED"
  | "NOTE_TOO_LONG"
  /** The form no longer has this line. */
  | "ELEMENT_UNKNOWN"
  /** Something was written where nothing is asked. */
  | "NOT_ASKED";

export interface TemplateAnswer {
  readonly element: ElementCode;
  /** "F12" */
  readonly address: string;
  /** As it stood in the file: the figure, and the word chosen beside it. */
  readonly valueText: string;
  readonly wordText: string;
  /** Null: only a note was written. */
  readonly entry: EntryValue | null;
  readonly note: string | null;
  readonly reason: AnswerReason | null;
}

export interface UnitAnswers {
  readonly unit: string;
  /** What stands in the sheet beside the answers of a sheet for many; null in a single one. */
  readonly code: string | null;
  readonly answers: readonly TemplateAnswer[];
}

export interface TemplateContents {
  readonly stated: StatedIdentity;
  readonly units: readonly UnitAnswers[];
}

type TemplateReading =
  | { readonly ok: true; readonly contents: TemplateContents; readonly sha256: string }
  | {
      readonly ok: false;
      readonly code: TemplateFault;
      readonly detail: string;
      readonly sha256: string | null;
    };

interface ElementReading {
  readonly type: ValueType;
  /** The words beside its answer; null where they may have been others when the sheet was made. */
  readonly label: string | null;
  /** Computed from other periods: whatever stands there is not an answer. */
  readonly isComputed: boolean;
}

/** Undefined for an element that is no longer asked. */
export type ElementLookup = (code: ElementCode, identity: TemplateIdentity) => ElementReading | undefined;

/** Notes are lines of text like any other (shared/contract/schemas.ts). */
const LONGEST_NOTE = 500;

/** Reads an untrusted file under the limits of security.md X2. */
export async function readTemplate(
  reader: SheetReader,
  path: string,
  elementOf: ElementLookup,
): Promise<TemplateReading> {
  let sha256: string | null = null;
  try {
    const bytes = await readBounded(path);
    sha256 = createHash("sha256").update(bytes).digest("hex");
    if (!isWorkbook(bytes)) throw new TableError("XLSX_NOT_A_WORKBOOK");
    const contents = contentsOf(await reader.read(bytes), elementOf);
    return typeof contents === "string"
      ? { ok: false, code: contents, detail: "", sha256 }
      : { ok: true, contents, sha256 };
  } catch (error) {
    if (!(error instanceof TableError)) throw error;
    return { ok: false, code: error.code, detail: error.detail, sha256 };
  }
}

async function readBounded(path: string): Promise<Buffer> {
  const file = await open(path, "r");
  try {
    // Measured on the open file, so that it cannot be another one by the time it is read.
    if ((await file.stat()).size > LARGEST_WORKBOOK_BYTES) throw new TableError("XLSX_TOO_LARGE");
    return await file.readFile();
  } finally {
    await file.close();
  }
}

export function contentsOf(
  sheets: readonly SheetRows[],
  elementOf: ElementLookup,
): TemplateContents | TemplateFault {
  const textRows = (sheet: SheetRows) => sheet.rows.map(({ cells }) => cells.map(({ text }) => text));
  const identities = sheets.filter((sheet) => isIdentitySheet(textRows(sheet)));
  const [identitySheet] = identities;
  if (!identitySheet) return "NOT_A_TEMPLATE";
  const stated = identities.length === 1 ? readIdentity(textRows(identitySheet)) : undefined;
  if (!stated) return "IDENTITY_EDITED";
  const mark = MARKS[stated.identity.kind];
  const found = sheets.filter((sheet) => keysOf(sheet)[0]?.text === mark);
  const [sheet] = found;
  if (!sheet || found.length > 1) return "LAYOUT_BROKEN";
  const units =
    stated.identity.kind === "single"
      ? readSingle(sheet, stated, elementOf)
      : readMany(sheet, stated, elementOf);
  return units ? { stated, units } : "LAYOUT_BROKEN";
}

/** Cells of the hidden key row. */
function keysOf({ rows: [first] }: SheetRows): readonly Cell[] {
  return first?.line === KEY_ROW ? first.cells : [];
}

/** Columns (from 1) by their key; undefined when a key stands twice. */
function columnsOf(sheet: SheetRows): ReadonlyMap<string, number> | undefined {
  const columns = new Map<string, number>();
  for (const [index, { text }] of keysOf(sheet).entries()) {
    if (index === 0 || text === "") continue;
    if (columns.has(text)) return undefined;
    columns.set(text, index + 1);
  }
  return columns;
}

interface Line {
  readonly key: string;
  readonly row: number;
  readonly cell: (column: number | undefined) => Cell;
}

/** The rows whose key is one of those asked; others are headings and what people wrote below. */
function linesOf(sheet: SheetRows, keys: ReadonlySet<string>): Line[] {
  return sheet.rows.slice(1).flatMap(({ line, cells }) => {
    const key = cells[0]?.text ?? "";
    return keys.has(key)
      ? [
          {
            key,
            row: line,
            cell: (column) => (column === undefined ? undefined : cells[column - 1]) ?? EMPTY_CELL,
          },
        ]
      : [];
  });
}

function readSingle(
  sheet: SheetRows,
  { identity }: StatedIdentity,
  elementOf: ElementLookup,
): UnitAnswers[] | undefined {
  const columns = columnsOf(sheet);
  const value = columns?.get("value");
  const label = columns?.get("label");
  if (!columns || value === undefined || label === undefined) return undefined;
  const lines = linesOf(sheet, new Set(identity.elements));
  const count = countOf(lines);
  const answers = lines.flatMap(({ key, row, cell }) =>
    answerOf({
      element: key,
      known: elementOf(key, identity),
      address: addressOf(value, row),
      value: cell(value),
      word: cell(columns.get("word")),
      note: cell(columns.get("note")),
      label: cell(label).text,
      isDouble: (count.get(key) ?? 0) > 1,
      period: identity.period,
    }),
  );
  return identity.units.map((unit) => ({ unit, code: null, answers }));
}

function readMany(
  sheet: SheetRows,
  { identity }: StatedIdentity,
  elementOf: ElementLookup,
): UnitAnswers[] | undefined {
  const columns = columnsOf(sheet);
  const code = columns?.get("code");
  if (!columns || code === undefined || identity.elements.some((element) => !columns.has(element)))
    return undefined;
  const lines = linesOf(sheet, new Set(identity.units));
  const count = countOf(lines);
  return lines.map(({ key, row, cell }) => ({
    unit: key,
    code: cell(code).text,
    answers: identity.elements.flatMap((element) => {
      const column = columns.get(element);
      return column === undefined
        ? []
        : answerOf({
            element,
            known: elementOf(element, identity),
            address: addressOf(column, row),
            value: cell(column),
            word: EMPTY_CELL,
            note: EMPTY_CELL,
            label: null,
            isDouble: (count.get(key) ?? 0) > 1,
            period: identity.period,
          });
    }),
  }));
}

function countOf(lines: readonly Line[]): ReadonlyMap<string, number> {
  const count = new Map<string, number>();
  for (const { key } of lines) count.set(key, (count.get(key) ?? 0) + 1);
  return count;
}

interface Place {
  readonly element: ElementCode;
  readonly known: ElementReading | undefined;
  readonly address: string;
  readonly value: Cell;
  readonly word: Cell;
  readonly note: Cell;
  /** What stands beside it; null where nothing does. */
  readonly label: string | null;
  readonly isDouble: boolean;
  readonly period: string;
}

/** Nothing at all where nothing was written. */
function answerOf(place: Place): TemplateAnswer[] {
  const { element, known, address } = place;
  const value = place.value.text === NEVER_ASKED_MARK ? EMPTY_CELL : place.value;
  // Our own words in locked cells are no answer.
  const isClosed = place.word.text === COMPUTED || place.word.text === NEVER_ASKED;
  if (known?.isComputed === true || place.word.text === COMPUTED) return [];
  const word = isClosed ? EMPTY_CELL : place.word;
  const note = place.note.isError === true ? "" : normaliseText(place.note.text);
  const reading = readAnswer(value, word, known?.type ?? "count", gradeWordsOf(place.period));
  if (reading.ok && reading.entry === null && note === "") return [];
  const reason = reasonOf(place, isClosed, reading, note);
  return [
    {
      element,
      address,
      valueText: value.text,
      wordText: word.text,
      entry: reason === null && reading.ok ? reading.entry : null,
      note: reason === null && note !== "" ? note : null,
      reason,
    },
  ];
}

function reasonOf(
  { known, label, isDouble }: Place,
  isClosed: boolean,
  reading: AnswerReading,
  note: string,
): AnswerReason | null {
  if (!known) return "ELEMENT_UNKNOWN";
  if (isDouble) return "ROW_DUPLICATE";
  if (label !== null && known.label !== null && label !== known.label) return "ROW_MOVED";
  if (isClosed) return "NOT_ASKED";
  if (!reading.ok) return reading.code;
  return note.length > LONGEST_NOTE ? "NOTE_TOO_LONG" : null;
}
