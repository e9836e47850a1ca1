// "Đã báo cáo" against "hiện nay": a frozen report cell by cell beside what this office knows today. Of its own report
// that is its own figures; of a received one what the same office has reported since, as the consolidation takes it.
import { findElement } from "../../../shared/catalogue/elements.ts";
import type { FrozenReport, ReportedAgainstNow } from "../../../shared/contract/history.ts";
import {
  compareCells,
  type ReportedCell,
  type SummedCells,
} from "../../../shared/domain/history/compare-cells.ts";
import type { UnitFacts } from "../../../shared/domain/evaluate/figures.ts";
import { isCounted } from "../../../shared/domain/history/series.ts";
import { periodOf, type Period } from "../../../shared/domain/period.ts";
import { type BundleLogRow, findReceived, listReceived } from "../../database/queries/received.ts";
import { findSubmission } from "../../database/queries/submissions.ts";
import { findPeriodState } from "../../database/queries/periods.ts";
import { listUnits } from "../../database/queries/units.ts";
import { decodeCheckedTable } from "../../exchange/jsonl.ts";
import { inflateEntries } from "../../exchange/verify-entries.ts";
import { elementWords, entryRows, tableRows } from "../bundle/content-check.ts";
import { frozenEntries } from "../bundle/frozen-rows.ts";
import { findKeptReport, keptTables } from "../bundle/kept-report.ts";
import { EntryRowV1, type EntryRow, UnitRowV1 } from "../bundle/rows.ts";
import { type NamedUnit, openReport, type ReportContent } from "../corrections/report-content.ts";
import { api, requireOffice } from "../implementation.ts";
import type { OfficeRecord, Workspace } from "../workspace.ts";
import { approvedReport, toReceived, toSent } from "./frozen-reports.ts";

/** Lines that are sent to the screen; whoever has more has another report than this one. */
const MOST_LINES = 2000;

interface ReportedUnit extends NamedUnit, Pick<UnitFacts, "establishedOn" | "endedOn"> {}

/** Its office is not among them: it is there all the time. */
type ReportedUnits = ReadonlyMap<string, ReportedUnit>;

interface Side {
  readonly report: FrozenReport;
  readonly cells: readonly ReportedCell[];
  readonly units: ReportedUnits;
  readonly words: ReturnType<typeof elementWords>;
  /** Who made the report. */
  readonly self: NamedUnit;
}

interface Known {
  readonly cells: readonly ReportedCell[];
  readonly units: ReportedUnits;
  readonly from: ReportedAgainstNow["knownFrom"];
}

export const reported = api.history.reported.handler(
  async ({ input, context: { workspace }, errors }): Promise<ReportedAgainstNow> => {
    const office = requireOffice(workspace);
    if (!("digest" in input)) {
      const period = periodOf(input.period);
      const side = approvedSide(workspace, office, period);
      if (!side || period.rhythm !== input.form) throw errors.NOT_APPROVED();
      return against(workspace, side, { ...knownHere(workspace, side), from: [] });
    }
    const { digest } = input;
    const received = findReceived(workspace.db, digest);
    const sent = received ? undefined : findSubmission(workspace.db, digest);
    const report = received ? toReceived(received) : sent && toSent(office, sent);
    if (!report) throw errors.BUNDLE_UNKNOWN();
    const content = await openReport(workspace, digest, errors);
    const side: Side = {
      report,
      cells: cellsOf(entryRows(content.content)),
      units: unitsOf(tableRows(content.content, "units.v1")),
      words: elementWords(tableRows(content.content, "elements.v1")),
      self: selfOf(content),
    };
    const known = received
      ? await knownFromReports(received, side, workspace, (row) =>
          openReport(workspace, row.manifestSha256, errors),
        )
      : { ...knownHere(workspace, side), from: [] };
    return against(workspace, side, known);
  },
);

function against(
  workspace: Workspace,
  { report, cells, units, words, self }: Side,
  known: Known,
): ReportedAgainstNow {
  const { differences, totals, ...counts } = compareCells(cells, known.cells, findElement, {
    reported: summedBy(units),
    now: summedBy(known.units),
  });
  const named = new Map<string, NamedUnit>([...registerOf(workspace), [self.uid, self], ...units]);
  // As the report words them; what it does not know yet, as today's catalogue does.
  const wordsOf = (code: string) => {
    const [then, now] = [words.get(code), findElement(code)];
    return {
      label: then?.label ?? now?.label ?? code,
      measureUnit: then?.measure_unit ?? now?.measureUnit ?? "",
    };
  };
  return {
    report,
    knownFrom: known.from,
    ...counts,
    lines: differences.slice(0, MOST_LINES).map((difference) => {
      const unit = named.get(difference.unit);
      return {
        ...difference,
        unit: { uid: difference.unit, code: unit?.code ?? "", name: unit?.name ?? difference.unit },
        label: wordsOf(difference.element).label,
        type: findElement(difference.element)?.type ?? "count",
      };
    }),
    hidden: Math.max(0, differences.length - MOST_LINES),
    totals: totals.map((total) => {
      const { label, measureUnit } = wordsOf(total.element);
      return { ...total, label, measureUnit };
    }),
  };
}

/** What would be frozen today, as far as the report reaches: what it never held of earlier years is no difference. */
function knownHere(workspace: Workspace, { report, cells }: Side): Omit<Known, "from"> {
  const period = periodOf(report.period);
  const asked = new Set(cells.map((cell) => `${cell.element} ${cell.period}`));
  const now = cellsOf(frozenEntries(workspace, period)).filter(
    (cell) => periodOf(cell.period).year === period.year || asked.has(`${cell.element} ${cell.period}`),
  );
  return { cells: now, units: registerOf(workspace) };
}

function registerOf(workspace: Workspace): ReportedUnits {
  return new Map(listUnits(workspace.db, workspace.today()).map((unit) => [unit.uid, unit]));
}

/** By the lives a side knows: of a stock only who is there at the end of the period. */
function summedBy(units: ReportedUnits): SummedCells {
  return ({ unit, element, period }) => {
    const [known, counted] = [units.get(unit), findElement(element)];
    return known === undefined || counted === undefined || isCounted(counted, known, periodOf(period));
  };
}

/** Of every period of a report the figures that came last from its office, in whichever report they came. */
async function knownFromReports(
  received: BundleLogRow,
  side: Side,
  workspace: Workspace,
  openRow: (row: BundleLogRow) => Promise<ReportContent>,
): Promise<Known> {
  const year = periodOf(side.report.period).year;
  const later = listReceived(workspace.db)
    .filter(
      (row) =>
        row.kind === "submission" &&
        row.unitId === received.unitId &&
        row.status === "accepted" &&
        byArrival(row, received) > 0 &&
        row.period !== null &&
        periodOf(row.period).year === year,
    )
    .toSorted((left, right) => byArrival(right, left));
  const open = new Set(side.cells.map(({ period }) => period));
  const cells: ReportedCell[] = [];
  const units = new Map(side.units);
  const from: ReportedAgainstNow["knownFrom"][number][] = [];
  // Newest first; a period is taken from the first report that has it.
  for (const row of later) {
    if (open.size === 0) break;
    const { content } = await openRow(row);
    const found = cellsOf(entryRows(content)).filter(({ period }) => open.has(period));
    if (found.length === 0) continue;
    // The newest report says who has ended.
    if (from.length === 0)
      for (const [uid, unit] of unitsOf(tableRows(content, "units.v1"))) units.set(uid, unit);
    cells.push(...found);
    for (const { period } of found) open.delete(period);
    from.push({ digest: row.manifestSha256, period: row.period ?? "", correction: row.correction ?? 0 });
  }
  cells.push(...side.cells.filter(({ period }) => open.has(period)));
  return { cells, units, from };
}

/** Of reports taken in together the number of the sender decides. */
function byArrival(left: BundleLogRow, right: BundleLogRow): number {
  if (left.receivedAt !== right.receivedAt) return left.receivedAt < right.receivedAt ? -1 : 1;
  return left.seq - right.seq;
}

function approvedSide(workspace: Workspace, office: OfficeRecord, period: Period): Side | undefined {
  const state = findPeriodState(workspace.db, period.rhythm, period);
  if (state?.state !== "approved" || !findKeptReport(workspace, period)) return undefined;
  const tables = keptTables(workspace, period) ?? [];
  const raw = inflateEntries(
    tables.map(({ described }) => described),
    tables.map(({ entry }) => entry),
  );
  const rows = (schema: string) =>
    tables.flatMap(({ described }) =>
      described.role === "table" && described.schema === schema
        ? [...decodeCheckedTable(raw.get(described.path) ?? new Uint8Array())]
        : [],
    );
  return {
    report: approvedReport(office, period, state.approved_at),
    cells: cellsOf(rows("entries.v1").map((row) => EntryRowV1.parse(row))),
    units: unitsOf(rows("units.v1")),
    words: elementWords(rows("elements.v1")),
    self: office,
  };
}

function selfOf({ manifest: { issuer } }: ReportContent): NamedUnit {
  return { uid: issuer.unit_id, code: issuer.unit_code, name: issuer.unit_name };
}

function unitsOf(rows: Iterable<unknown>): ReportedUnits {
  return new Map(
    [...rows].map((json) => {
      const { uid, code, name, established_on: establishedOn, ended_on: endedOn } = UnitRowV1.parse(json);
      return [uid, { uid, code, name, establishedOn, endedOn }];
    }),
  );
}

function cellsOf(rows: Iterable<EntryRow>): ReportedCell[] {
  return [...rows].map(({ unit, element, period, state, value }) => ({
    unit,
    element,
    period,
    entry: state === "value" ? { state, value: value ?? 0 } : { state },
  }));
}
