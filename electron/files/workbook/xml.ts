// One pass over an XML part: UTF-8, no DTD, no namespaces beyond dropping the prefix.
import { SaxesParser } from "saxes";
import { TableError } from "../table.ts";

interface XmlHandlers {
  /** @param name without its prefix */
  open(name: string, attributes: Readonly<Record<string, string>>): void;
  text?(text: string): void;
  close?(name: string): void;
}

const CHUNK_BYTES = 64 * 1024;

/** @throws {TableError} XLSX_NOT_A_WORKBOOK when it is not well-formed UTF-8 XML, XLSX_DTD, and what the handlers throw */
export function parseXml(part: string, bytes: Uint8Array, handlers: XmlHandlers): void {
  const parser = new SaxesParser({ xmlns: false, position: false });
  parser.on("error", (error) => {
    throw new TableError("XLSX_NOT_A_WORKBOOK", null, `${part}: ${error.message}`);
  });
  parser.on("doctype", () => {
    throw new TableError("XLSX_DTD", null, part);
  });
  parser.on("opentag", (tag) => handlers.open(localName(tag.name), tag.attributes));
  parser.on("closetag", (tag) => handlers.close?.(localName(tag.name)));
  parser.on("text", (text) => handlers.text?.(text));
  parser.on("cdata", (text) => handlers.text?.(text));
  const decoder = new TextDecoder("utf-8", { fatal: true });
  for (let at = 0; at < bytes.length; at += CHUNK_BYTES) {
    parser.write(decode(decoder, part, bytes.subarray(at, at + CHUNK_BYTES)));
  }
  parser.write(decode(decoder, part, undefined));
  parser.close();
}

/** "" when absent. */
export function attributeOf(attributes: Readonly<Record<string, string>>, name: string): string {
  return Object.hasOwn(attributes, name) ? (attributes[name] ?? "") : "";
}

/** `x:row` → `row`. */
export function localName(name: string): string {
  return name.slice(name.indexOf(":") + 1);
}

function decode(
  decoder: InstanceType<typeof TextDecoder>,
  part: string,
  chunk: Uint8Array | undefined,
): string {
  try {
    return chunk ? decoder.decode(chunk, { stream: true }) : decoder.decode();
  } catch (error) {
    if (!(error instanceof TypeError)) throw error;
    throw new TableError("XLSX_NOT_A_WORKBOOK", null, `${part}: not UTF-8`);
  }
}
