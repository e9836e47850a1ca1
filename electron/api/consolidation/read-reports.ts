// Which reports are added up, and their figures: the latest accepted correction of every office (domain.md §d.4 rule 1).
import { setImmediate as turn } from "node:timers/promises";
import type { JobProgress } from "../../../shared/contract/schemas.ts";
import type { Period } from "../../../shared/domain/period.ts";
import type { BundleLogRow } from "../../database/queries/received.ts";
import { ExchangeError } from "../../exchange/codes.ts";
import { openKeptAside } from "../submissions/kept-bundle.ts";
import { acceptedReports } from "../submissions/reporting.ts";
import { keyOf, listSubordinates, reportersOf } from "../submissions/subordinates.ts";
import { reportBytes } from "../submissions/waiting-report.ts";
import { workInTurns } from "../turns.ts";
import type { OfficeRecord, Workspace } from "../workspace.ts";
import { type PackedReport, packReport } from "./packed-report.ts";

export interface ReadReport {
  readonly uid: string;
  readonly code: string;
  readonly name: string;
  readonly row: BundleLogRow | null;
  readonly report: PackedReport | null;
  /** A report was accepted, but its kept file is gone or was changed. */
  readonly isDamaged: boolean;
}

/** Packed reports of some 300 KB each, so that the second look at a period reads only what came since. */
const MOST_KEPT = 400;
const kept = new WeakMap<Workspace, Map<string, PackedReport>>();

/** Every office that should report a period or has, by code; one file is open at a time. */
export async function* readReports(
  workspace: Workspace,
  office: OfficeRecord,
  period: Period,
  signal: AbortSignal | undefined,
): AsyncGenerator<JobProgress, ReadReport[]> {
  const expected = await expectedOffices(workspace, office, period);
  const read: ReadReport[] = [];
  for (const { row, ...named } of expected) {
    const report = row ? await readOne(workspace, row.manifestSha256) : null;
    read.push({ ...named, row, report, isDamaged: row !== null && report === null });
    yield { step: "reading", done: read.length, total: expected.length };
    await turn();
    signal?.throwIfAborted();
  }
  return read;
}

/** The offices that report here in this period, by code in code point order. */
async function expectedOffices(
  workspace: Workspace,
  office: OfficeRecord,
  period: Period,
): Promise<Pick<ReadReport, "uid" | "code" | "name" | "row">[]> {
  const accepted = acceptedReports(workspace);
  return reportersOf(await listSubordinates(workspace, office), accepted, period).map(
    ({ uid, code, name }) => ({ uid, code, name, row: accepted.get(keyOf(code, period)) ?? null }),
  );
}

/** null when its file is not what was accepted, or it is not known. */
export async function readOne(workspace: Workspace, digest: string): Promise<PackedReport | null> {
  const memory = kept.get(workspace) ?? new Map<string, PackedReport>();
  kept.set(workspace, memory);
  const known = memory.get(digest);
  if (known) return known;
  const bytes = await reportBytes(workspace, digest);
  if (!bytes) return null;
  try {
    const content = await openKeptAside(bytes, digest);
    if (content === null) return null;
    const packed = await workInTurns(workspace, packReport(content), undefined);
    memory.set(digest, packed);
    const [oldest] = memory.keys();
    if (memory.size > MOST_KEPT && oldest !== undefined) memory.delete(oldest);
    return packed;
  } catch (error) {
    if (error instanceof ExchangeError) return null;
    throw error;
  }
}
