// What a workbook may not carry (security.md X2): programs, links to other files, embedded objects, DTDs.
import { posix } from "node:path";
import { TableError } from "../table.ts";
import type { Parts } from "./archive.ts";
import { attributeOf, parseXml } from "./xml.ts";

const MACRO = /(^|\/)(vbaProject[^/]*|macrosheets|activeX|ctrlProps|customUI)(\/|\.|$)/i;
const EXTERNAL = /(^|\/)(externalLinks|queryTables|connections\.xml|webExtensions)(\/|$)/i;
const EMBEDDED = /(^|\/)(embeddings)(\/|$)|(^|\/)oleObject[^/]*$/i;

/** @throws {TableError} XLSX_DTD, XLSX_MACRO, XLSX_EXTERNAL, XLSX_EMBEDDED */
export function refuseForbidden(parts: Parts): void {
  // Before any part is parsed. Only UTF-8 is parsed, so no other spelling of the word can reach the parser.
  for (const [name, bytes] of parts.xml) {
    if (bytes.includes("<!DOCTYPE") || bytes.includes("<!ENTITY"))
      throw new TableError("XLSX_DTD", null, name);
  }
  for (const name of parts.names) {
    if (MACRO.test(name)) throw new TableError("XLSX_MACRO", null, name);
    if (EXTERNAL.test(name)) throw new TableError("XLSX_EXTERNAL", null, name);
    if (EMBEDDED.test(name)) throw new TableError("XLSX_EMBEDDED", null, name);
  }
  for (const [name, bytes] of parts.xml) {
    if (name.toLowerCase() === "[content_types].xml") refuseMacroTypes(name, bytes);
    if (name.toLowerCase().endsWith(".rels")) refuseRelationships(name, bytes);
  }
}

/** A renamed vbaProject.bin still needs its content type. */
function refuseMacroTypes(name: string, bytes: Buffer): void {
  parseXml(name, bytes, {
    open: (_, attributes) => {
      const type = attributeOf(attributes, "ContentType");
      if (/macroEnabled|vbaProject|activeX/i.test(type)) throw new TableError("XLSX_MACRO", null, type);
      if (/oleObject/i.test(type)) throw new TableError("XLSX_EMBEDDED", null, type);
    },
  });
}

function refuseRelationships(name: string, bytes: Buffer): void {
  parseXml(name, bytes, {
    open: (element, attributes) => {
      if (element !== "Relationship") return;
      const kind = posix.basename(attributeOf(attributes, "Type"));
      if (/^(vbaProject|attachedToolbars|xlMacrosheet|xlIntlMacrosheet|control)$/i.test(kind))
        throw new TableError("XLSX_MACRO", null, kind);
      if (/^(oleObject|package)$/i.test(kind)) throw new TableError("XLSX_EMBEDDED", null, kind);
      // Excel makes a hyperlink of every e-mail address typed into a cell; it is a click, not a load, and is not read.
      const isExternal = attributeOf(attributes, "TargetMode").toLowerCase() === "external";
      if (isExternal && kind !== "hyperlink") throw new TableError("XLSX_EXTERNAL", null, kind);
    },
  });
}
