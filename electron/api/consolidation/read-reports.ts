// Which reports are added up, and their figures: the latest accepted correction of every office (domain.md §d.4 rule 1).
import type { JobProgress } from "../../../shared/contract/schemas.ts";
import type { Period } from "../../../shared/domain/period.ts";
import type { BundleLogRow } from "../../database/queries/exchange.ts";
import { ExchangeError } from "../../exchange/codes.ts";
import { heldList } from "../bundle/keyring.ts";
import { openKept } from "../submissions/kept-bundle.ts";
import { acceptedReports, keyOf } from "../submissions/reporting.ts";
import { reportBytes } from "../submissions/waiting-report.ts";
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

const turn = () => new Promise((resume) => setImmediate(resume));

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

/** The active offices of the trust list, and any other whose report of this period was accepted; by code, in code point order. */
async function expectedOffices(
  workspace: Workspace,
  office: OfficeRecord,
  period: Period,
): Promise<Pick<ReadReport, "uid" | "code" | "name" | "row">[]> {
  const accepted = acceptedReports(workspace);
  const byCode = new Map<string, Pick<ReadReport, "uid" | "code" | "name" | "row">>();
  for (const [key, row] of accepted)
    if (key === keyOf(row.unitCode, period))
      byCode.set(row.unitCode, { uid: row.unitId, code: row.unitCode, name: row.unitName, row });
  for (const unit of (await heldList(workspace))?.list.units ?? [])
    if (unit.status === "active" && unit.unit_id !== office.uid)
      byCode.set(unit.code, {
        uid: unit.unit_id,
        code: unit.code,
        name: unit.name,
        row: byCode.get(unit.code)?.row ?? null,
      });
  return [...byCode.values()].toSorted((left, right) => (left.code < right.code ? -1 : 1));
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
    const content = openKept(bytes, digest);
    if (content === null) return null;
    const packed = packReport(content);
    memory.set(digest, packed);
    const [oldest] = memory.keys();
    if (memory.size > MOST_KEPT && oldest !== undefined) memory.delete(oldest);
    return packed;
  } catch (error) {
    if (error instanceof ExchangeError) return null;
    throw error;
  }
}
