// What a submission freezes: entries since 1 January, register, definitions, evaluation (domain.md §d.4 rule 2).
import { createHash } from "node:crypto";
import { DATA_ELEMENTS, elementByCode } from "../../../shared/catalogue/elements.ts";
import type { EvaluationStatus } from "../../../shared/domain/evaluation.ts";
import { formatPeriod } from "../../../shared/domain/number-format.ts";
import { elementsIn } from "../../../shared/domain/evaluate/evaluate-target.ts";
import type { Period } from "../../../shared/domain/period.ts";
import { periodsOfYear } from "../../../shared/domain/period.ts";
import type { Programme } from "../../../shared/domain/programme.ts";
import { iteratePeriod, listExplanations } from "../../database/queries/entries.ts";
import { periodId } from "../../database/queries/periods.ts";
import { listEmployers } from "../../database/queries/employers.ts";
import { listEstablishments, listUnitIds, listUnits, type UnitRecord } from "../../database/queries/units.ts";
import { findProgramme } from "../../database/queries/programmes.ts";
import type { TableContent } from "../../exchange/entry-encoding.ts";
import { allocationsOf, evaluateProgramme } from "../evaluation.ts";
import { adoptedProgrammes } from "../load-programme.ts";
import { largeWorkforceThreshold } from "../office-view.ts";
import type { OfficeRecord, Workspace } from "../workspace.ts";
import { checkRows } from "./content-check.ts";
import { EntryRowV1, UnitRowV1 } from "./rows.ts";
import type { EntryRow, EvaluationRow, UnitRow } from "./rows.ts";
import { controlTotals } from "./totals.ts";

/** Rows of one table; the format allows 500,000. */
const ROWS_A_TABLE = 400_000;

export interface FrozenReport {
  readonly tables: readonly TableContent[];
  readonly totals: Readonly<Record<string, number>>;
  readonly evaluations: readonly EvaluationRow[];
  /** Plain text for people who open the file without the program. */
  readonly summary: string;
}

/** Reads everything in one go; call inside a transaction, so that nothing moves meanwhile. */
export function freezeReport(workspace: Workspace, office: OfficeRecord, period: Period): FrozenReport {
  // Every unit of the register, ended ones too: figures of earlier years name them.
  const units = listUnits(workspace.db, period.endOn).map(toUnitRow);
  const entries = frozenEntries(workspace, period);
  const totals = controlTotals(units, entries, period.code, office.uid);
  const programmes = adoptedProgrammes(workspace).filter((programme) => programme.targets.length > 0);
  const evaluations = programmes.flatMap((programme) =>
    evaluationRows(programme, evaluateProgramme(workspace, office, programme, period).rows),
  );
  const explained = listExplanations(workspace.db, period.rhythm, periodId(period));
  const uidOf = new Map(listUnitIds(workspace.db).map((unit) => [unit.id, unit.uid]));
  const tables: TableContent[] = [
    {
      name: "units",
      schema: "units.v1",
      rows: units.map((row) => ({ ...row })),
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
      rows: rows.map((row) => ({ ...row })),
    })),
    { name: "evaluations", schema: "evaluations.v1", rows: evaluations.map((row) => ({ ...row })) },
    {
      name: "targets",
      schema: "targets.v1",
      rows: programmes.flatMap((programme) => targetRows(workspace, office, programme, period)),
    },
    {
      name: "explanations",
      schema: "explanations.v1",
      rows: explained.map((row) => ({ unit: uidOf.get(row.unitId) ?? "", rule: row.rule, text: row.text })),
    },
  ];
  return { tables, totals, evaluations, summary: summaryText(office, period, totals, evaluations) };
}

/** SHA-256 over every row of a report, in order: the same report has the same digest. */
export function digestOf({ tables }: FrozenReport): string {
  const hash = createHash("sha256");
  for (const { name, rows } of tables) {
    hash.update(`${name}\n`);
    for (const row of rows) hash.update(`${JSON.stringify(row)}\n`);
  }
  return hash.digest("hex");
}

/** @throws {RangeError} when whoever receives the report would refuse it: a fault of ours, found before it is signed */
export function assertAcceptable(report: FrozenReport, period: Period, self: string): void {
  const rowsOf = (schema: string) =>
    report.tables.filter((table) => table.schema === schema).flatMap(({ rows }) => [...rows]);
  const fault = checkRows({
    units: rowsOf("units.v1").map((row) => UnitRowV1.parse(row)),
    entries: rowsOf("entries.v1").map((row) => EntryRowV1.parse(row)),
    totals: report.totals,
    period: period.code,
    self,
  });
  if (fault) throw new RangeError(`assertAcceptable: ${fault.code} ${fault.detail ?? ""}`);
}

function toUnitRow(unit: UnitRecord): UnitRow {
  return {
    uid: unit.uid,
    code: unit.code,
    name: unit.name,
    kind: unit.kind,
    employer_type: unit.employerType,
    sector: unit.sector,
    workforce: unit.workforce,
    self_financing: unit.selfFinancing,
    tax_code: unit.taxCode,
    established_on: unit.establishedOn,
    ended_on: unit.endedOn,
    reorganised_on: unit.reorganisedOn,
  };
}

/**
 * Everything the figures of the report come from: all entries since 1 January; the year before of stocks, which stand
 * until they are counted again and from which growth starts; and, of targets that run over years, those years too.
 */
export function frozenEntries(workspace: Workspace, period: Period): EntryRow[] {
  const uidOf = new Map(listUnitIds(workspace.db).map((unit) => [unit.id, unit.uid]));
  const since = yearsNeeded(adoptedProgrammes(workspace), period);
  const rows: EntryRow[] = [];
  const take = (part: Period, isWanted: (element: string) => boolean) => {
    for (const { elementId, unitId, entry, isEstimate, asOf } of iteratePeriod(
      workspace.db,
      periodId(part),
    )) {
      const element = workspace.elementCodes.get(elementId);
      const unit = uidOf.get(unitId);
      if (element === undefined || unit === undefined || !isWanted(element)) continue;
      rows.push({
        unit,
        element,
        period: part.code,
        state: entry.state,
        value: entry.state === "value" ? entry.value : null,
        is_estimate: isEstimate,
        as_of: asOf,
      });
    }
  };
  const first = Math.min(period.year - 1, ...since.values());
  for (let year = first; year < period.year; year += 1)
    for (const part of periodsOfYear(year))
      take(
        part,
        (element) =>
          year >= (since.get(element) ?? period.year) ||
          (year === period.year - 1 && elementByCode(element).time === "LAST"),
      );
  for (const part of periodsOfYear(period.year))
    if (part.lastMonth <= period.lastMonth) take(part, () => true);
  return rows;
}

/** The first year each element is needed of, where a target runs over several; the opening year of a growth included. */
function yearsNeeded(programmes: readonly Programme[], period: Period): ReadonlyMap<string, number> {
  const since = new Map<string, number>();
  for (const { targets, term } of programmes)
    for (const { indicator, time } of targets) {
      const runsOverYears =
        time.kind === "oncePerProgramme" ||
        time.kind === "averagePerYear" ||
        (time.kind === "byYear" && time.since === "programme");
      const grows = indicator.numerator.kind === "netChange";
      if (!runsOverYears && !grows) continue;
      const first = (runsOverYears ? term.from : period.year) - (grows ? 1 : 0);
      for (const element of elementsIn(indicator))
        since.set(element, Math.min(first, since.get(element) ?? first));
    }
  return since;
}

function evaluationRows(
  programme: Programme,
  rows: ReturnType<typeof evaluateProgramme>["rows"],
): EvaluationRow[] {
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

const STATUS_WORDS: Readonly<Record<EvaluationStatus, string>> = {
  met: "đạt",
  exceeded: "vượt",
  notMet: "chưa đạt",
  inProgress: "đang thực hiện",
  noOccurrence: "không phát sinh",
  notApplicable: "không áp dụng",
  insufficientData: "chưa đủ căn cứ đánh giá",
  notComparable: "không so sánh được",
};

function summaryText(
  office: OfficeRecord,
  period: Period,
  totals: Readonly<Record<string, number>>,
  evaluations: readonly EvaluationRow[],
): string {
  const members = totals["members_total"];
  return [
    `${office.name} (${office.code})`,
    `Kỳ báo cáo: ${formatPeriod(period)}`,
    `Đơn vị trong sổ: ${totals["units"] ?? 0}; đã báo cáo kỳ này: ${totals["units_answered"] ?? 0}`,
    ...(members === undefined ? [] : [`${elementByCode("membersTotal").label}: ${members}`]),
    "",
    ...evaluations.map(
      (row) =>
        `${row.programme} ${row.target}: ${row.display} (${row.display_target}) - ${STATUS_WORDS[row.status as EvaluationStatus]}`,
    ),
    "",
  ].join("\n");
}
