// Everything about one period of the whole province, computed in one go from the kept reports and the province's own rows.
import { elementByCode } from "../../../shared/catalogue/elements.ts";
import type { Adjustment, ConsolidationView } from "../../../shared/contract/consolidation.ts";
import type { JobProgress } from "../../../shared/contract/schemas.ts";
import type { Period } from "../../../shared/domain/period.ts";
import { type AdjustmentRecord, listAdjustments } from "../../database/queries/adjustments.ts";
import { bundleCode } from "../../exchange/bundle-code.ts";
import { sha256Hex } from "../../exchange/digest.ts";
import { allocationsOf } from "../evaluation.ts";
import { adoptedProgrammes } from "../load-programme.ts";
import { largeWorkforceThreshold } from "../office-view.ts";
import type { OfficeRecord, Workspace } from "../workspace.ts";
import { canonicalBytes } from "./canonical.ts";
import { judgeProgrammes } from "./judge.ts";
import { mergedSource } from "./merged-source.ts";
import { sumsOf } from "./office-sums.ts";
import { type ReadReport, readReports } from "./read-reports.ts";

export interface Consolidation {
  readonly view: ConsolidationView;
  readonly bytes: Uint8Array;
}

export async function* consolidate(
  workspace: Workspace,
  office: OfficeRecord,
  period: Period,
  signal: AbortSignal | undefined,
): AsyncGenerator<JobProgress, Consolidation> {
  const read = yield* readReports(workspace, office, period, signal);
  yield { step: "adding", done: 0, total: 0 };
  const threshold = largeWorkforceThreshold(workspace);
  const records = listAdjustments(workspace.db);
  const added = records.map((record) => ({
    element: workspace.elementCodes.get(record.elementId) ?? "",
    period: record.period,
    amount: record.amount,
  }));
  const programmes = adoptedProgrammes(workspace).filter(({ targets }) => targets.length > 0);
  const content = {
    period: period.code,
    office: { code: office.code, name: office.name },
    offices: read.map(toOffice),
    reported: read.filter(({ report }) => report !== null).length,
    figures: sumsOf(read, mergedSource(office.uid, [], added, threshold, "adjusted"), period),
    adjustments: records
      .filter((record) => record.period === period.code)
      .map((record) => toAdjustment(workspace, record)),
    programmes: judgeProgrammes(
      { self: office.uid, reporters: read, added, largeWorkforceThreshold: threshold },
      programmes,
      period,
      (programme) => allocationsOf(workspace, office, programme, period),
    ),
    repeated: repeatedIn(read, period),
  };
  const bytes = canonicalBytes(workspace, office, threshold, content);
  const digest = sha256Hex(bytes);
  return { view: { ...content, digest, bundleCode: bundleCode(digest) }, bytes };
}

export function toAdjustment(workspace: Workspace, record: AdjustmentRecord): Adjustment {
  const element = workspace.elementCodes.get(record.elementId) ?? "";
  const { uid, period, amount, reason, author, at } = record;
  return { uid, period, element, label: elementByCode(element).label, amount, reason, author, at };
}

function toOffice({ code, name, row, report, isDamaged }: ReadReport): ConsolidationView["offices"][number] {
  const digest = report ? (row?.manifestSha256 ?? null) : null;
  return {
    code,
    name,
    digest,
    bundleCode: digest && bundleCode(digest),
    correction: report?.correction ?? null,
    units: report ? (report.totals["units"] ?? 0) : null,
    unitsAnswered: report ? (report.totals["units_answered"] ?? 0) : null,
    isDamaged,
  };
}

/** Unions whose figures of the period stand in more than one report: handed over, and still reported by both. */
function repeatedIn(read: readonly ReadReport[], period: Period): ConsolidationView["repeated"] {
  const seen = new Map<string, { name: string; offices: string[] }>();
  for (const { code, report } of read) {
    if (!report) continue;
    for (const index of answeringIn(report, period)) {
      const unit = report.units[index];
      if (!unit) continue;
      const known = seen.get(unit.uid) ?? { name: unit.name, offices: [] };
      known.offices.push(code);
      seen.set(unit.uid, known);
    }
  }
  return [...seen.values()]
    .filter(({ offices }) => offices.length > 1)
    .toSorted((left, right) => (left.name < right.name ? -1 : 1));
}

function answeringIn(report: NonNullable<ReadReport["report"]>, period: Period): Set<number> {
  const place = report.periods.findIndex(({ code }) => code === period.code);
  const answering = new Set<number>();
  if (place < 0) return answering;
  for (const column of report.columns.values())
    column.period.forEach((at, index) => {
      if (at === place) answering.add(column.unit[index] ?? 0);
    });
  return answering;
}
