// A strict reader of the first sheet of an XLSX file, on yauzl and saxes: values only, nothing is evaluated, and
// everything that has no place in a list of figures is refused (security.md X2–X3).
import { SaxesParser } from "saxes";
import yauzl from "yauzl";
import { normaliseText } from "../../shared/domain/text.ts";
import { type Cell, type Table, TableError, type TableRow, toTable } from "./table.ts";
import { WORKBOOK_LIMITS } from "./workbook-limits.ts";

/** @throws {TableError} XLSX_… */
export async function readWorkbook(bytes: Uint8Array): Promise<Table> {
  const parts = await openParts(bytes);
  const names = [...parts.keys()];
  if (names.some((name) => /vbaProject|macrosheets|activeX|\.bin$/i.test(name)))
    throw new TableError("XLSX_MACRO");
  if (names.some((name) => /externalLinks|embeddings|oleObject/i.test(name)))
    throw new TableError("XLSX_EXTERNAL");
  const workbook = parts.get("xl/workbook.xml");
  if (!workbook) throw new TableError("XLSX_NOT_A_WORKBOOK");
  const sheet = firstSheet(workbook, parts.get("xl/_rels/workbook.xml.rels") ?? "");
  const xml = parts.get(sheet.path);
  if (xml === undefined) throw new TableError("XLSX_NOT_A_WORKBOOK", null, sheet.path);
  return toTable(
    sheet.name,
    readSheet(
      xml,
      readSharedStrings(parts.get("xl/sharedStrings.xml") ?? ""),
      readDateStyles(parts.get("xl/styles.xml") ?? ""),
    ),
  );
}

/** The XML parts, inflated within the limits. */
async function openParts(bytes: Uint8Array): Promise<Map<string, string>> {
  const zip = await yauzl
    .fromBufferPromise(Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength), {
      lazyEntries: true,
      strictFileNames: true,
    })
    .catch(() => {
      throw new TableError("XLSX_NOT_A_WORKBOOK");
    });
  const parts = new Map<string, string>();
  let total = 0;
  let count = 0;
  try {
    for await (const entry of zip.eachEntry()) {
      count += 1;
      if (count > WORKBOOK_LIMITS.parts) throw new TableError("XLSX_TOO_LARGE", null, "parts");
      const stream = await zip.openReadStreamPromise(entry);
      const chunks: Buffer[] = [];
      let size = 0;
      for await (const chunk of stream as AsyncIterable<Buffer>) {
        size += chunk.length;
        total += chunk.length;
        const isBomb =
          size > WORKBOOK_LIMITS.ratioFloorBytes && size > entry.compressedSize * WORKBOOK_LIMITS.ratio;
        if (isBomb || size > WORKBOOK_LIMITS.partBytes || total > WORKBOOK_LIMITS.totalBytes)
          throw new TableError("XLSX_BOMB", null, entry.fileName);
        chunks.push(chunk);
      }
      if (/\.(xml|rels)$/.test(entry.fileName))
        parts.set(entry.fileName, Buffer.concat(chunks).toString("utf8"));
      else parts.set(entry.fileName, "");
    }
  } catch (error) {
    if (error instanceof TableError) throw error;
    throw new TableError("XLSX_NOT_A_WORKBOOK", null, error instanceof Error ? error.message : "");
  } finally {
    zip.close();
  }
  return parts;
}

interface Handlers {
  open?(name: string, attributes: Readonly<Record<string, string>>): void;
  text?(text: string): void;
  close?(name: string): void;
}

/** Runs over a part; a document type or an entity is refused before it can do anything. */
function walk(xml: string, handlers: Handlers): void {
  if (xml === "") return;
  const parser = new SaxesParser({ xmlns: false });
  parser.on("doctype", () => {
    throw new TableError("XLSX_DTD");
  });
  parser.on("error", (error) => {
    throw new TableError("XLSX_NOT_A_WORKBOOK", null, error.message);
  });
  parser.on("opentag", (tag) => handlers.open?.(tag.name.replace(/^\w+:/, ""), tag.attributes));
  parser.on("text", (text) => handlers.text?.(text));
  parser.on("closetag", (tag) => handlers.close?.(tag.name.replace(/^\w+:/, "")));
  parser.write(xml).close();
}

function firstSheet(workbook: string, relations: string): { name: string; path: string } {
  const sheets: { name: string; relation: string; isVisible: boolean }[] = [];
  walk(workbook, {
    open(name, attributes) {
      if (name === "sheet")
        sheets.push({
          name: attributes["name"] ?? "",
          relation: attributes["r:id"] ?? "",
          isVisible: attributes["state"] === undefined || attributes["state"] === "visible",
        });
    },
  });
  const sheet = sheets.find((candidate) => candidate.isVisible);
  if (!sheet) throw new TableError("XLSX_NOT_A_WORKBOOK", null, "sheet");
  let target = "";
  walk(relations, {
    open(name, attributes) {
      if (name === "Relationship" && attributes["Id"] === sheet.relation) target = attributes["Target"] ?? "";
    },
  });
  const path = target.startsWith("/") ? target.slice(1) : `xl/${target}`;
  return { name: normaliseText(sheet.name), path };
}

function readSharedStrings(xml: string): string[] {
  const strings: string[] = [];
  let text = "";
  let isText = false;
  let isPhonetic = false;
  walk(xml, {
    open(name) {
      if (name === "si") text = "";
      if (name === "rPh") isPhonetic = true;
      isText = name === "t" && !isPhonetic;
    },
    text(part) {
      if (isText) text += part;
    },
    close(name) {
      if (name === "t") isText = false;
      if (name === "rPh") isPhonetic = false;
      if (name === "si") strings.push(text);
    },
  });
  return strings;
}

const BUILT_IN_DATES = new Set([14, 15, 16, 17, 22, 27, 28, 29, 30, 31, 36, 50, 51, 52, 53, 54, 57, 58]);

/** For each cell style, whether it shows a date. */
function readDateStyles(xml: string): boolean[] {
  const custom = new Set<number>();
  const styles: boolean[] = [];
  let isCellFormats = false;
  walk(xml, {
    open(name, attributes) {
      if (
        name === "numFmt" &&
        /[dmy]/i.test((attributes["formatCode"] ?? "").replace(/\[[^\]]*\]|"[^"]*"|\\./g, ""))
      )
        custom.add(Number(attributes["numFmtId"]));
      if (name === "cellXfs") isCellFormats = true;
      if (name === "xf" && isCellFormats)
        styles.push(
          BUILT_IN_DATES.has(Number(attributes["numFmtId"])) || custom.has(Number(attributes["numFmtId"])),
        );
    },
    close(name) {
      if (name === "cellXfs") isCellFormats = false;
    },
  });
  return styles;
}

function readSheet(xml: string, strings: readonly string[], dates: readonly boolean[]): TableRow[] {
  const rows: TableRow[] = [];
  let cells: Cell[] = [];
  let line = 0;
  let count = 0;
  let column = 0;
  let type = "";
  let isDate = false;
  let isFormula = false;
  let isValue = false;
  let value = "";
  walk(xml, {
    open(name, attributes) {
      if (name === "row") {
        line = Number(attributes["r"] ?? line + 1);
        cells = [];
      } else if (name === "c") {
        column = columnOf(attributes["r"] ?? "") ?? cells.length;
        type = attributes["t"] ?? "n";
        isDate = dates[Number(attributes["s"] ?? -1)] ?? false;
        isFormula = false;
        value = "";
      } else if (name === "f") isFormula = true;
      else if (name === "v" || name === "t") isValue = true;
    },
    text(part) {
      if (isValue) value += part;
    },
    close(name) {
      if (name === "v" || name === "t") isValue = false;
      if (name === "c") {
        count += 1;
        if (count > WORKBOOK_LIMITS.cells || column > 16_383)
          throw new TableError("XLSX_TOO_LARGE", line, "cells");
        const text = normaliseText(
          type === "s"
            ? (strings[Number(value)] ?? "")
            : type === "b"
              ? value
              : type === "n" && value !== ""
                ? printNumber(value, isDate)
                : value,
        );
        while (cells.length < column && cells.length < 512) cells.push({ text: "" });
        if (column < 512) cells[column] = isFormula ? { text, isFormula: true } : { text };
      }
      if (name === "row") rows.push({ line, cells });
    },
  });
  return rows;
}

/** A1 → 0, AA12 → 26. */
function columnOf(reference: string): number | undefined {
  const letters = /^[A-Z]{1,3}/.exec(reference)?.[0];
  return letters === undefined
    ? undefined
    : [...letters].reduce((sum, letter) => sum * 26 + letter.charCodeAt(0) - 64, 0) - 1;
}

/** A stored number as decimal text, whole numbers exactly; a dated one as `YYYY-MM-DD`. */
function printNumber(stored: string, isDate: boolean): string {
  const number = Number(stored);
  if (!Number.isFinite(number)) return stored;
  if (isDate && number >= 1 && number < 2_958_466)
    return new Date(Date.UTC(1899, 11, 30) + Math.floor(number) * 86_400_000).toISOString().slice(0, 10);
  // 0.1 + 0.2 comes as 0.30000000000000004: fifteen digits are what a sheet shows and means.
  const rounded = Number(number.toPrecision(15));
  return Number.isSafeInteger(rounded) ? String(rounded) : String(rounded).replace(".", ",");
}
