// What is frozen is enough: every target judged from the tables of a bundle alone says what the office said.
import { afterEach, expect, it } from "vitest";
import { scratchFolder } from "../../../test/support/scratch-folder.ts";
import { Evaluator } from "../../../shared/domain/evaluate/evaluate-target.ts";
import type { DataElement } from "../../../shared/domain/data-element.ts";
import { formatInteger } from "../../../shared/domain/number-format.ts";
import { type Period, periodOf } from "../../../shared/domain/period.ts";
import type { Target } from "../../../shared/domain/target.ts";
import type { VerifiedContent } from "../../exchange/verifier.ts";
import { ADDITIVE, sumsWithin } from "../consolidation/office-sums.ts";
import { packReport, sourceOf } from "../consolidation/packed-report.ts";
import { fillDemo } from "../demo/fill-demo.ts";
import { evaluateProgramme, judgeProgrammes } from "../evaluation.ts";
import type { OfficeRecord, Workspace } from "../workspace.ts";
import { atOnce } from "../../../shared/domain/parts.ts";
import { formOf } from "../form-reader.ts";
import { presentBody } from "../report/paper.ts";
import { type Host, openHost } from "../host.ts";
import { requireOffice } from "../implementation.ts";
import { adoptedProgrammes } from "../load-programme.ts";
import { checkSubmissionContent, tableRows } from "./content-check.ts";
import type { JsonValue } from "../../exchange/canonical-json.ts";
import { freezeReport, type FrozenReport } from "./freeze.ts";
import { type EntryRow, TargetRowV1, type UnitRow } from "./rows.ts";
import { controlTotals } from "./totals.ts";

const CLOCK = { now: () => new Date("2026-03-10T02:00:00Z") };

let host: Host;
afterEach(() => host.close());

/** A demo office of its own. */
async function demo(
  size: Parameters<typeof fillDemo>[1],
): Promise<{ workspace: Workspace; office: OfficeRecord }> {
  host = await openHost({ dataFolder: scratchFolder("frozen"), clock: CLOCK, program: "cli" });
  const { workspace } = host.context;
  for await (const _ of fillDemo(workspace, size));
  return { workspace, office: requireOffice(workspace) };
}

function frozen(workspace: Workspace, office: OfficeRecord, period: Period): FrozenReport {
  const judged = atOnce(judgeProgrammes(workspace, office, period));
  return atOnce(freezeReport(workspace, office, { period, judged, findings: [], incompleteReason: null }));
}

function spoilt(
  report: FrozenReport,
  self: string,
  table: string,
  change: (rows: readonly JsonValue[]) => readonly JsonValue[],
): FrozenReport {
  const tables = report.tables.map((each) =>
    each.name === table ? { ...each, rows: change([...each.rows]) } : each,
  );
  const entries = tables
    .filter(({ schema }) => schema === "entries.v1")
    .flatMap(({ rows }) => [...rows]) as EntryRow[];
  const units = [...(tables.find(({ name }) => name === "units")?.rows ?? [])] as UnitRow[];
  // The sender counts what it sends: the totals agree whatever is in it.
  return { ...report, tables, totals: atOnce(controlTotals(units, entries, "2025-M06", self)) };
}

/** The tables as a receiver has them once the bundle is verified. */
function contentOf(report: FrozenReport, period: string, unitId: string): VerifiedContent {
  const tables = new Map(report.tables.map((table) => [table.name, table]));
  const manifest = {
    kind: "submission",
    submission: { revision: 0 },
    issuer: { unit_id: unitId },
    context: { period },
    totals: report.totals,
    entries: report.tables.map(({ name, schema }) => ({ path: name, role: "table", schema })),
  };
  return {
    manifest: manifest as unknown as VerifiedContent["manifest"],
    digest: "",
    entries: new Map(),
    rows: (path) => tables.get(path)?.rows ?? [],
  };
}

/** Every target, judged by whoever holds the bundle and nothing else. */
function judgeAgain(content: VerifiedContent) {
  const report = atOnce(packReport(content));
  const evaluator = new Evaluator(sourceOf(report));
  return [...tableRows(content, "targets.v1")].map((json) => {
    const row = TargetRowV1.parse(json);
    const programme = { term: { from: row.term_from, to: row.term_to }, lastValidOn: row.last_valid_on };
    const target = JSON.parse(row.definition) as Target;
    const options = row.allocated === null ? {} : { allocated: row.allocated };
    return { programme: row.programme, ...evaluator.evaluate(programme, target, report.period, options) };
  });
}

/** What the consolidation and the desk read from the bundle, by element. */
function addedUp(content: VerifiedContent, period: Period): Readonly<Record<string, string>> {
  const sumOf = sumsWithin(atOnce(packReport(content)), period);
  const sums = asked(period).map((element) => [element.code, sumOf(element)] as const);
  return Object.fromEntries(sums.map(([code, sum]) => [code, sum === null ? "…" : formatInteger(sum)]));
}

/** What the sentences of the paper say of the same. */
function printed(
  workspace: Workspace,
  office: OfficeRecord,
  period: Period,
): Readonly<Record<string, string | undefined>> {
  const { figures } = presentBody(workspace, office, period);
  const textOf = new Map(figures.map(({ code, text }) => [code, text]));
  return Object.fromEntries(asked(period).map(({ code }) => [code, textOf.get(code)]));
}

function asked(period: Period): DataElement[] {
  return formOf(period)
    .cells.filter(({ mode }) => mode !== "optional")
    .map(({ element }) => element)
    .filter((element) => ADDITIVE.includes(element) && !element.measureUnit.includes("/"));
}

it("every verdict and every sum on the paper follows from the bundle alone, for every kind of period", {
  timeout: 60_000,
}, async () => {
  const { workspace, office } = await demo({ units: 60, years: 3, seed: 3 });
  // One union gone at the end of a year, long before the report: its last stocks still are an opening.
  workspace.db.raw.exec(
    "UPDATE org_unit SET ended_on = '2024-12-31' WHERE id = (SELECT max(id) - 5 FROM org_unit)",
  );
  for (const code of ["2025", "2024", "2025-M06", "2025-Q1", "2024-H1", "2025-9M"]) {
    const period = periodOf(code);
    const content = contentOf(frozen(workspace, office, period), code, office.uid);
    expect(atOnce(checkSubmissionContent(content))).toBeNull();
    const said = adoptedProgrammes(workspace)
      .filter(({ targets }) => targets.length > 0)
      .flatMap((programme) =>
        evaluateProgramme(workspace, office, programme, period).rows.map((row) => ({
          programme: programme.code,
          ...row,
        })),
      );
    expect(said).toHaveLength(47);
    expect(judgeAgain(content)).toEqual(said);
    expect(addedUp(content, period)).toEqual(printed(workspace, office, period));
  }
});

it("a report that says a figure or a union twice, or a target that is none, is refused", {
  timeout: 60_000,
}, async () => {
  const { workspace, office } = await demo({ units: 10, years: 1, seed: 3 });
  const report = frozen(workspace, office, periodOf("2025-M06"));
  const check = (table: string, change: (rows: readonly JsonValue[]) => readonly JsonValue[]) =>
    atOnce(
      checkSubmissionContent(contentOf(spoilt(report, office.uid, table, change), "2025-M06", office.uid)),
    );
  const define = (definition: string) => (rows: readonly JsonValue[]) =>
    rows.map((row, index) => (index === 2 ? { ...(row as object), definition } : row));
  expect(check("entries", (rows) => rows)).toBeNull();
  const [first] = report.entries;
  expect(check("entries", (rows) => [...rows, ...rows.slice(0, 1)])).toEqual({
    code: "E_DATA_RULE",
    detail: `${first?.unit}/${first?.element}/${first?.period}`,
  });
  expect(check("units", (rows) => [...rows, ...rows.slice(1, 2)])).toEqual({
    code: "E_DATA_RULE",
    detail: report.units[1]?.uid,
  });
  for (const definition of ["", "{}", "[]", "null", '{"id":"T1"}'])
    expect(check("targets", define(definition))).toEqual({
      code: "E_DATA_SCHEMA",
      detail: "targets:3",
    });
});
