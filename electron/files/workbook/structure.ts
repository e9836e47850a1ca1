// Everything of a workbook but its sheets: where they are, what their styles mean, the shared strings.
import { posix } from "node:path";
import { TableError } from "../table.ts";
import type { Parts } from "./archive.ts";
import { LONGEST_CELL, MOST_SHARED_STRINGS } from "./limits.ts";
import { GENERAL, type StyleKind, styleKindOf } from "./number-format.ts";
import { StringCollector } from "./string-collector.ts";
import { attributeOf, localName, parseXml } from "./xml.ts";

interface SheetPlace {
  readonly name: string;
  readonly part: string;
  readonly isHidden: boolean;
}

export interface Structure {
  readonly sheets: readonly SheetPlace[];
  readonly startsIn1904: boolean;
  /** Index = the style number of a cell. */
  readonly styles: readonly StyleKind[];
  /** Index = the number in a cell of type `s`; as written, not normalised. */
  readonly strings: readonly string[];
}

/** @throws {TableError} XLSX_NOT_A_WORKBOOK when the workbook or a part it names is missing */
export function readStructure(parts: Parts): Structure {
  const root = relationships(parts, "");
  const workbook = [...root.values()].find((relation) => relation.kind === "officeDocument")?.part;
  if (workbook === undefined) throw notAWorkbook("officeDocument");
  const relations = relationships(parts, workbook);
  const partOfKind = (kind: string) =>
    [...relations.values()].find((relation) => relation.kind === kind)?.part;
  const sheets: SheetPlace[] = [];
  let startsIn1904 = false;
  let isWorkbook = false;
  parseXml(workbook, partOf(parts, workbook), {
    open: (element, attributes) => {
      if (element === "workbook") isWorkbook = true;
      if (element === "workbookPr") startsIn1904 = /^(1|true|on)$/.test(attributeOf(attributes, "date1904"));
      if (element !== "sheet") return;
      const relation = relations.get(relationIdOf(attributes));
      // Chart and dialogue sheets hold no rows.
      if (relation?.kind !== "worksheet") return;
      const state = attributeOf(attributes, "state");
      sheets.push({
        name: attributeOf(attributes, "name"),
        part: relation.part,
        isHidden: state === "hidden" || state === "veryHidden",
      });
    },
  });
  if (!isWorkbook) throw notAWorkbook(workbook);
  return {
    sheets,
    startsIn1904,
    styles: readStyles(parts, partOfKind("styles")),
    strings: readStrings(parts, partOfKind("sharedStrings")),
  };
}

/** @throws {TableError} XLSX_NOT_A_WORKBOOK */
export function partOf(parts: Parts, name: string): Buffer {
  const bytes = parts.xml.get(name);
  if (!bytes) throw notAWorkbook(name);
  return bytes;
}

function relationships(parts: Parts, source: string): Map<string, { kind: string; part: string }> {
  const found = new Map<string, { kind: string; part: string }>();
  const name = posix.join(posix.dirname(source), "_rels", `${posix.basename(source)}.rels`);
  const bytes = parts.xml.get(name);
  if (!bytes) return found;
  parseXml(name, bytes, {
    open: (element, attributes) => {
      if (element !== "Relationship" || attributeOf(attributes, "TargetMode").toLowerCase() === "external")
        return;
      const target = attributeOf(attributes, "Target");
      const part = target.startsWith("/") ? target : posix.join("/", posix.dirname(source), target);
      found.set(attributeOf(attributes, "Id"), {
        kind: posix.basename(attributeOf(attributes, "Type")),
        part: posix.normalize(part).slice(1),
      });
    },
  });
  return found;
}

/** `r:id`, whatever the prefix is called. */
function relationIdOf(attributes: Readonly<Record<string, string>>): string {
  const name = Object.keys(attributes).find((key) => key.includes(":") && localName(key) === "id");
  return name === undefined ? "" : attributeOf(attributes, name);
}

function readStyles(parts: Parts, name: string | undefined): StyleKind[] {
  const styles: StyleKind[] = [];
  if (name === undefined) return styles;
  const codes = new Map<number, string>();
  let isInCellStyles = false;
  parseXml(name, partOf(parts, name), {
    open: (element, attributes) => {
      const id = Number(attributeOf(attributes, "numFmtId"));
      if (element === "numFmt") codes.set(id, attributeOf(attributes, "formatCode"));
      if (element === "cellXfs") isInCellStyles = true;
      if (element === "xf" && isInCellStyles)
        styles.push(Number.isInteger(id) ? styleKindOf(id, codes.get(id)) : GENERAL);
    },
    close: (element) => {
      if (element === "cellXfs") isInCellStyles = false;
    },
  });
  return styles;
}

function readStrings(parts: Parts, name: string | undefined): string[] {
  const strings: string[] = [];
  if (name === undefined) return strings;
  const collector = new StringCollector();
  parseXml(name, partOf(parts, name), {
    open: (element) => {
      if (element === "si") collector.start();
      collector.open(element);
    },
    text: (text) => collector.text(text),
    close: (element) => {
      collector.close(element);
      if (element !== "si") return;
      const string = collector.take();
      if (strings.length >= MOST_SHARED_STRINGS || string.length > LONGEST_CELL)
        throw new TableError("XLSX_TOO_LARGE", null, name);
      strings.push(string);
    },
  });
  return strings;
}

function notAWorkbook(detail: string): TableError {
  return new TableError("XLSX_NOT_A_WORKBOOK", null, detail);
}
