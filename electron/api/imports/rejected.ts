// The lines an import did not take, as a file: every column as it was, so that the same file can be mended and imported.
import type { z } from "zod";
import type { ImportReason, RejectedWords } from "../../../shared/contract/imports.ts";
import type { Table } from "../../files/table.ts";
import { writeCsv } from "../../files/write-csv.ts";
import type { ImportPlan } from "./plan.ts";

export interface RejectedLines {
  readonly headings: readonly string[];
  readonly lines: readonly { readonly cells: readonly string[]; readonly reasons: readonly ImportReason[] }[];
}

type Words = z.output<typeof RejectedWords>;

export function rejectedLines({ headings, lines }: ImportPlan, table: Table): RejectedLines {
  const rows = new Map(table.rows.map(({ line, cells }) => [line, cells]));
  return {
    headings,
    lines: lines.flatMap(({ view: { outcome, line, reasons } }) =>
      outcome === "rejected" ? [{ cells: (rows.get(line) ?? []).map(({ text }) => text), reasons }] : [],
    ),
  };
}

/** The reasons stand in the last column; those of an earlier file of this kind that was imported again give way to them. */
export function writeRejected({ headings, lines }: RejectedLines, words: Words | undefined): Uint8Array {
  const heading = words?.reason ?? "reasons";
  const width = lines.reduce((most, { cells }) => Math.max(most, cells.length), headings.length);
  const kept = Array.from({ length: width }, (_, index) => index).filter(
    (index) => headings[index]?.toLowerCase() !== heading.toLowerCase(),
  );
  return writeCsv(
    [...kept.map((index) => headings[index] ?? ""), heading],
    lines.map(({ cells, reasons }) => [
      ...kept.map((index) => cells[index] ?? ""),
      reasons.map((reason) => sentenceOf(reason, words)).join("; "),
    ]),
  );
}

function sentenceOf({ column, code, value }: ImportReason, words: Words | undefined): string {
  const name = column === null ? "" : (words?.columns[column] ?? column);
  // A replacer function: "$&" in a cell must stay as it is.
  const sentence = words?.reasons[code]?.replaceAll("{{value}}", () => value);
  return sentence === undefined
    ? [name, code, value].filter((part) => part !== "").join(" ")
    : [name, sentence].filter((part) => part !== "").join(": ");
}
