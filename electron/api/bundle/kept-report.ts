// A report is frozen once, when it is approved, and kept as it will be sent: what is shown and signed later is exactly that.
import { createHash } from "node:crypto";
import { z } from "zod";
import type { PartDone } from "../../../shared/domain/parts.ts";
import type { Period } from "../../../shared/domain/period.ts";
import {
  findApprovedReport,
  hasChangesAfter,
  insertApprovedReport,
  lastChangeId,
  listApprovedDescriptions,
  listApprovedTables,
} from "../../database/queries/approved-report.ts";
import { sha256Hex } from "../../exchange/digest.ts";
import { type EncodedEntry, encodeTableEntryByParts } from "../../exchange/entry-encoding.ts";
import { encodeTable } from "../../exchange/jsonl.ts";
import { ManifestEntry } from "../../exchange/manifest.ts";
import type { Workspace } from "../workspace.ts";
import type { FrozenReport } from "./freeze.ts";
import { frozenUnits } from "./frozen-rows.ts";
import { frozenParts } from "./frozen-parts.ts";

/** What is said of an approved report without opening it. */
export interface KeptReport {
  readonly totals: Readonly<Record<string, number>>;
  readonly summary: string;
  readonly unapproved: readonly string[];
  readonly incompleteReason: string | null;
}

/** Its tables as they will be sent, a part at a time. */
export async function* encodeReport({
  tables,
  entries,
}: FrozenReport): AsyncGenerator<PartDone, EncodedEntry[]> {
  const encoded: EncodedEntry[] = [];
  let before = 0;
  for (const table of tables) {
    const entry = yield* packing(encodeTableEntryByParts(table), before, entries.length);
    encoded.push(entry);
    if (entry.described.role === "table") before += entry.described.rows;
  }
  return encoded;
}

/** @param before rows of other tables, of `total` altogether */
async function* packing(
  parts: AsyncIterator<number, EncodedEntry>,
  before: number,
  total: number,
): AsyncGenerator<PartDone, EncodedEntry> {
  try {
    for (;;) {
      const part = await parts.next();
      if (part.done) return part.value;
      yield { step: "packing", done: Math.min(before + part.value, total), total };
    }
  } finally {
    // Left between two parts: what is compressed beside would go on waiting.
    await parts.return?.();
  }
}

/** Keeps a frozen report; call inside the transaction that approves its period. @returns its digest */
export function keepReport(
  workspace: Workspace,
  period: Period,
  { totals, summary, unapproved }: FrozenReport,
  encoded: readonly EncodedEntry[],
  incompleteReason: string | null,
): string {
  const sha256 = digestOf(encoded);
  insertApprovedReport(
    workspace.db,
    period.rhythm,
    period,
    {
      sha256,
      totals: JSON.stringify(totals),
      summary,
      unapproved: JSON.stringify(unapproved),
      incompleteReason,
      lastChangeId: lastChangeId(workspace.db),
    },
    encoded.map(({ described, entry }) => ({ described: JSON.stringify(described), bytes: entry.bytes })),
  );
  return sha256;
}

const Totals = z.record(z.string(), z.int());
const Codes = z.array(z.string());

export function findKeptReport(workspace: Workspace, period: Period): KeptReport | undefined {
  const row = findApprovedReport(workspace.db, period.rhythm, period);
  return (
    row && {
      totals: Totals.parse(JSON.parse(row.totals)),
      summary: row.summary,
      unapproved: Codes.parse(JSON.parse(row.unapproved)),
      incompleteReason: row.incompleteReason,
    }
  );
}

/** The tables of an approved report, ready for the bundle; undefined when they are not, byte for byte, those approved. */
export function keptTables(workspace: Workspace, period: Period): EncodedEntry[] | undefined {
  const approved = findApprovedReport(workspace.db, period.rhythm, period);
  const encoded = listApprovedTables(workspace.db, period.rhythm, period).map(({ described, bytes }) => {
    const line = ManifestEntry.parse(JSON.parse(described));
    return { described: line, entry: { name: line.path, bytes } };
  });
  const isWhole = encoded.every(({ described, entry }) => sha256Hex(entry.bytes) === described.sha256);
  return isWhole && digestOf(encoded) === approved?.sha256 ? encoded : undefined;
}

/** What has changed in the office since the approval and is therefore not in the report. */
export function changedSinceApproval(workspace: Workspace, period: Period): ("entries" | "register")[] {
  const row = findApprovedReport(workspace.db, period.rhythm, period);
  if (!row) return [];
  const periods = frozenParts(workspace, period).map((part) => part.period);
  const units = listApprovedDescriptions(workspace.db, period.rhythm, period)
    .map((described) => ManifestEntry.parse(JSON.parse(described)))
    .find((line) => line.role === "table" && line.schema === "units.v1");
  const present = sha256Hex(encodeTable(frozenUnits(workspace, period)).bytes);
  return [
    ...(hasChangesAfter(workspace.db, row.lastChangeId, periods) ? (["entries"] as const) : []),
    ...(units !== undefined && units.raw_sha256 !== present ? (["register"] as const) : []),
  ];
}

/** SHA-256 over what every table holds, in order: the same report has the same digest. */
function digestOf(encoded: readonly EncodedEntry[]): string {
  const hash = createHash("sha256");
  for (const { described } of encoded) hash.update(`${described.path} ${described.raw_sha256}\n`);
  return hash.digest("hex");
}
