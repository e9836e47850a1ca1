// What a submission freezes: entries since 1 January, register, definitions, evaluation (domain.md §d.4 rule 2).
import { DATA_ELEMENTS } from "../../../shared/catalogue/elements.ts";
import type { ProgrammeEvaluation } from "../../../shared/contract/evaluation.ts";
import { type Period, periodOf } from "../../../shared/domain/period.ts";
import type { PartDone } from "../../../shared/domain/parts.ts";
import type { Programme } from "../../../shared/domain/programme.ts";
import { listEmployers } from "../../database/queries/employers.ts";
import { listEstablishments } from "../../database/queries/units.ts";
import { findProgramme } from "../../database/queries/programmes.ts";
import type { TableContent } from "../../exchange/entry-encoding.ts";
import { allocationsOf, type JudgedProgramme } from "../evaluation.ts";
import { largeWorkforceThreshold } from "../office-view.ts";
import { correctionRows } from "../corrections/correction-rows.ts";
import type { OfficeRecord, Workspace } from "../workspace.ts";
import { checkRows } from "./content-check.ts";
import { type ExplainedFinding, explanationRows } from "./explanation-rows.ts";
import { standingOnceApproved } from "./frozen-parts.ts";
import { frozenEntriesByParts, frozenUnits } from "./frozen-rows.ts";
import {
  type EntryRow,
  type EvaluationRow,
  INCOMPLETE,
  isUnapproved,
  type PeriodRow,
  type UnitRow,
  UnitRowV1,
} from "./rows.ts";
import { summaryText } from "./summary-text.ts";
import { controlTotals } from "./totals.ts";

/** Rows of one table; the format allows 500,000. */
const ROWS_A_TABLE = 400_000;

export interface FrozenReport {
  readonly units: readonly UnitRow[];
  readonly entries: readonly EntryRow[];
  readonly tables: readonly TableContent[];
  readonly totals: Readonly<Record<string, number>>;
  readonly evaluations: readonly EvaluationRow[];
  /** Codes of the periods whose figures are in it although nobody has approved them. */
  readonly unapproved: readonly string[];
  /** Plain text for people who open the file without the program. */
  readonly summary: string;
}

interface ToFreeze {
  readonly period: Period;
  /** Every adopted programme that has targets, judged at the end of the period. */
  readonly judged: readonly JudgedProgramme[];
  /** What the rules find in its figures: only what stands now is explained to the receiver. */
  readonly findings: readonly ExplainedFinding[];
  /** Why it is approved although unions are missing; null when none is. */
  readonly incompleteReason: string | null;
}

/**
 * Reads everything, a part at a time; nothing may be written meanwhile. The period itself, and those inside it, count as
 * approved: that is what it is frozen for.
 */
export function* freezeReport(
  workspace: Workspace,
  office: OfficeRecord,
  { period, judged, findings, incompleteReason }: ToFreeze,
): Generator<PartDone, FrozenReport> {
  // Every unit of the register, ended ones too: figures of earlier years name them.
  const units = frozenUnits(workspace, period);
  const entries = yield* frozenEntriesByParts(workspace, period);
  const totals = yield* controlTotals(units, entries, period.code, office.uid);
  const programmes = judged.map(({ programme }) => programme);
  const evaluations = judged.flatMap(({ programme, evaluation }) =>
    evaluationRows(programme, evaluation.rows),
  );
  const periods = periodRows(workspace, period, entries);
  const unapproved = periods.filter(({ state }) => isUnapproved(state)).map(({ period: code }) => code);
  const corrections = correctionRows(workspace, office, period);
  const tables: TableContent[] = [
    {
      name: "units",
      schema: "units.v1",
      rows: units,
    },
    {
      name: "employers",
      schema: "employers.v1",
      rows: listEmployers(workspace.db, period.endOn).map((employer) => ({
        code: employer.code,
        employer_type: employer.employerType,
        workforce: employer.workforce,
        has_union: employer.unitUid !== null,
      })),
    },
    {
      name: "establishments",
      schema: "establishments.v1",
      rows: listEstablishments(workspace.db, "0000", period.endOn).map(({ uid, on, workforce }) => ({
        unit: uid,
        on,
        workforce,
      })),
    },
    {
      name: "parameters",
      schema: "parameters.v1",
      rows: [{ name: "large_workforce_threshold", value: largeWorkforceThreshold(workspace) }],
    },
    {
      name: "elements",
      schema: "elements.v1",
      rows: DATA_ELEMENTS.map(({ code, number, label, type, measureUnit, time, rhythm }) => ({
        code,
        number,
        label,
        type,
        measure_unit: measureUnit,
        time,
        rhythm,
      })),
    },
    ...chunked(entries).map((rows, index) => ({
      name: index === 0 ? "entries" : `entries_${index + 1}`,
      schema: "entries.v1",
      rows,
    })),
    { name: "periods", schema: "periods.v1", rows: periods },
    { name: "evaluations", schema: "evaluations.v1", rows: evaluations },
    {
      name: "targets",
      schema: "targets.v1",
      rows: programmes.flatMap((programme) => targetRows(workspace, office, programme, period)),
    },
    {
      name: "explanations",
      schema: "explanations.v1",
      rows: [
        ...(incompleteReason === null
          ? []
          : [{ unit: office.uid, rule: INCOMPLETE, text: incompleteReason }]),
        ...explanationRows(findings),
      ],
    },
    ...(corrections === null ? [] : [{ name: "corrections", schema: "corrections.v1", rows: corrections }]),
  ];
  return {
    units,
    entries,
    tables,
    totals,
    evaluations,
    unapproved,
    summary: summaryText(office, period, {
      units,
      entries,
      totals,
      evaluations,
      unapproved,
      incompleteReason,
    }),
  };
}

/** @throws {RangeError} when whoever receives the report would refuse it: a fault of ours, found before it is approved */
export function* assertAcceptable(
  report: FrozenReport,
  period: Period,
  self: string,
): Generator<PartDone, void> {
  const { units, entries, totals } = report;
  const fault = yield* checkRows({
    units: units.map((row) => UnitRowV1.parse(row)),
    entries,
    totals,
    period: period.code,
    self,
  });
  if (fault) throw new RangeError(`assertAcceptable: ${fault.code} ${fault.detail ?? ""}`);
}

function periodRows(workspace: Workspace, approved: Period, entries: readonly EntryRow[]): PeriodRow[] {
  const counts = new Map<string, number>();
  for (const { period } of entries) counts.set(period, (counts.get(period) ?? 0) + 1);
  return [...counts].map(([code, count]) => ({
    period: code,
    state: standingOnceApproved(workspace, approved, periodOf(code)),
    entries: count,
  }));
}

function evaluationRows(programme: Programme, rows: ProgrammeEvaluation["rows"]): EvaluationRow[] {
  return rows.map((row) => ({
    programme: programme.code,
    target: row.target,
    status: row.status,
    numerator: row.numerator,
    denominator: row.denominator,
    comparator: row.comparator,
    scale: row.value.scale,
    amount: row.value.amount,
    display: row.display,
    display_target: row.displayTarget,
    units_counted: row.unitsCounted,
    units_missing: row.unitsMissing,
    policy: row.policy,
    period: row.period,
    target_in_force: row.targetInForce,
  }));
}

function targetRows(workspace: Workspace, office: OfficeRecord, programme: Programme, period: Period) {
  const allocated = allocationsOf(workspace, office, programme, period);
  const sha256 = findProgramme(workspace.db, programme.code)?.definitionSha256 ?? "";
  return programme.targets.map((target) => ({
    programme: programme.code,
    programme_title: programme.title,
    title: target.title,
    target: target.id,
    definition: JSON.stringify(target),
    definition_sha256: sha256,
    term_from: programme.term.from,
    term_to: programme.term.to,
    last_valid_on: programme.lastValidOn,
    allocated: allocated.get(target.id) ?? null,
  }));
}

function chunked(rows: readonly EntryRow[]): EntryRow[][] {
  const chunks: EntryRow[][] = [];
  for (let start = 0; start < rows.length || chunks.length === 0; start += ROWS_A_TABLE)
    chunks.push(rows.slice(start, start + ROWS_A_TABLE));
  return chunks;
}
