// "Đã báo cáo" against "hiện nay": a frozen report cell by cell beside what this office knows today. Of its own report
// that is its own figures; of a received one what the same office has reported since, as the consolidation takes it.
import { findElement } from "../../../shared/catalogue/elements.ts";
import type { FrozenReport, ReportedAgainstNow } from "../../../shared/contract/history.ts";
import { compareCells, type ReportedCell } from "../../../shared/domain/history/compare-cells.ts";
import { isCounted } from "../../../shared/domain/history/series.ts";
import type { UnitFacts } from "../../../shared/domain/evaluate/figures.ts";
import { periodOf, type Period } from "../../../shared/domain/period.ts";
import {
  type BundleLogRow,
  findReceived,
  findSubmission,
  listReceived,
} from "../../database/queries/exchange.ts";
import { findPeriodState } from "../../database/queries/periods.ts";
import { listUnits } from "../../database/queries/units.ts";
import { decodeCheckedTable } from "../../exchange/jsonl.ts";
import { inflateEntries } from "../../exchange/verify-entries.ts";
import { entryRows, tableRows } from "../bundle/content-check.ts";
import { frozenEntries } from "../bundle/freeze.ts";
import { findKeptReport, keptTables } from "../bundle/kept-report.ts";
import { EntryRowV1, type EntryRow, UnitRowV1 } from "../bundle/rows.ts";
import { type NamedUnit, openReport, type ReportContent, unitsIn } from "../corrections/report-content.ts";
import { api, requireOffice } from "../implementation.ts";
import type { OfficeRecord, Workspace } from "../workspace.ts";
import { approvedReport, toReceived, toSent } from "./frozen-reports.ts";

/** Lines that are sent to the screen; whoever has more has another report than this one. */
const MOST_LINES = 2000;

type Life = Pick<UnitFacts, "establishedOn" | "endedOn">;
/** How long the units of a side were there, as its register knew it. */
type Lives = ReadonlyMap<string, Life>;

interface Side {
  readonly report: FrozenReport;
  readonly cells: readonly ReportedCell[];
  readonly units: ReadonlyMap<string, NamedUnit>;
  readonly lives: Lives;
}

interface Known {
  readonly cells: readonly ReportedCell[];
  readonly lives: Lives;
  readonly from: ReportedAgainstNow["knownFrom"];
}

export const reported = api.history.reported.handler(
  async ({ input, context: { workspace }, errors }): Promise<ReportedAgainstNow> => {
    const office = requireOffice(workspace);
    if (!("digest" in input)) {
      const period = periodOf(input.period);
      const side = approvedSide(workspace, office, period);
      if (!side || period.rhythm !== input.form) throw errors.NOT_APPROVED();
      return against(workspace, office, side, knownHere(workspace, side));
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
      units: unitsIn(content),
      lives: livesIn(tableRows(content.content, "units.v1")),
    };
    const known = received
      ? await knownFromReports(received, side, workspace, (row) =>
          openReport(workspace, row.manifestSha256, errors),
        )
      : knownHere(workspace, side);
    return against(workspace, office, side, known);
  },
);

function against(
  workspace: Workspace,
  office: OfficeRecord,
  { report, cells, units, lives }: Side,
  known: Known,
): ReportedAgainstNow {
  const { differences, totals, ...counts } = compareCells(cells, known.cells, findElement, {
    reported: (cell) => isCountedIn(lives, cell),
    now: (cell) => isCountedIn(known.lives, cell),
  });
  const named = new Map<string, NamedUnit>([
    ...listUnits(workspace.db, workspace.today()).map((unit): [string, NamedUnit] => [unit.uid, unit]),
    [office.uid, office],
    ...units,
  ]);
  return {
    report,
    knownFrom: known.from,
    ...counts,
    lines: differences.slice(0, MOST_LINES).map((difference) => {
      const unit = named.get(difference.unit);
      const element = findElement(difference.element);
      return {
        ...difference,
        unit: { uid: difference.unit, code: unit?.code ?? "", name: unit?.name ?? difference.unit },
        label: element?.label ?? difference.element,
        type: element?.type ?? "count",
      };
    }),
    hidden: Math.max(0, differences.length - MOST_LINES),
    totals: totals.map((total) => {
      const element = findElement(total.element);
      return { ...total, label: element?.label ?? total.element, measureUnit: element?.measureUnit ?? "" };
    }),
  };
}

/** What would be frozen today, as far as the report reaches: what it never held of earlier years is no difference. */
function knownHere(workspace: Workspace, { report, cells }: Side): Known {
  const period = periodOf(report.period);
  const asked = new Set(cells.map((cell) => `${cell.element} ${cell.period}`));
  const inReach = cellsOf(frozenEntries(workspace, period)).filter(
    (cell) => periodOf(cell.period).year === period.year || asked.has(`${cell.element} ${cell.period}`),
  );
  const units = listUnits(workspace.db, workspace.today());
  return { cells: inReach, lives: new Map(units.map((unit) => [unit.uid, unit])), from: [] };
}

/** The sending office itself has no life here: its figures always count. */
function isCountedIn(lives: Lives, { unit, element, period }: ReportedCell): boolean {
  const [life, asked] = [lives.get(unit), findElement(element)];
  return !life || !asked || isCounted(asked, life, periodOf(period));
}

function livesIn(rows: Iterable<unknown>): Lives {
  return new Map(
    [...rows].map((json): [string, Life] => {
      const { uid, established_on, ended_on } = UnitRowV1.parse(json);
      return [uid, { establishedOn: established_on, endedOn: ended_on }];
    }),
  );
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
  const lives = new Map<string, Life>();
  const from: ReportedAgainstNow["knownFrom"][number][] = [];
  // Newest first; a period is taken from the first report that has it.
  for (const row of later) {
    if (open.size === 0) break;
    const { content } = await openRow(row);
    const found = cellsOf(entryRows(content)).filter(({ period }) => open.has(period));
    if (found.length === 0) continue;
    for (const [uid, life] of livesIn(tableRows(content, "units.v1")))
      if (!lives.has(uid)) lives.set(uid, life);
    cells.push(...found);
    for (const { period } of found) open.delete(period);
    from.push({ digest: row.manifestSha256, period: row.period ?? "", correction: row.correction ?? 0 });
  }
  cells.push(...side.cells.filter(({ period }) => open.has(period)));
  return { cells, lives: new Map([...side.lives, ...lives]), from };
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
  const unitRows = rows("units.v1");
  return {
    report: approvedReport(office, period, state.approved_at),
    cells: cellsOf(rows("entries.v1").map((row) => EntryRowV1.parse(row))),
    units: new Map(
      unitRows.map((json) => {
        const { uid, code, name } = UnitRowV1.parse(json);
        return [uid, { uid, code, name }];
      }),
    ),
    lives: livesIn(unitRows),
  };
}

function cellsOf(rows: Iterable<EntryRow>): ReportedCell[] {
  return [...rows].map(({ unit, element, period, state, value }) => ({
    unit,
    element,
    period,
    entry: state === "value" ? { state, value: value ?? 0 } : { state },
  }));
}
