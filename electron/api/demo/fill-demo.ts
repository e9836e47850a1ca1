// The demo office: the same for the same numbers, up to the last complete year.
import { setImmediate as turn } from "node:timers/promises";
import { v7 as uuidV7 } from "uuid";
import { PROGRAMMES } from "../../../shared/catalogue/programmes.ts";
import type { JobProgress } from "../../../shared/contract/schemas.ts";
import { sectorOf } from "../../../shared/domain/org-unit.ts";
import { periodOf } from "../../../shared/domain/period.ts";
import { searchKey } from "../../../shared/domain/text.ts";
import { LongTransaction } from "../../database/long-transaction.ts";
import { appendAudit } from "../../database/queries/audit.ts";
import { changeUnion, insertEmployer } from "../../database/queries/employers.ts";
import { insertEntries } from "../../database/queries/entry-writes.ts";
import { changeClassification, insertUnit } from "../../database/queries/unit-writes.ts";
import { createOffice } from "../create-office.ts";
import { storeProgramme } from "../programmes.ts";
import type { Workspace } from "../workspace.ts";
import { type DemoFigure, makeFigures, makeSelfFigures } from "./figures.ts";
import { type DemoUnit, makeEmployers, makeUnits } from "./register.ts";

interface DemoWanted {
  readonly units: number;
  readonly years: number;
  readonly seed: number;
}

/** Rows written between two reports of progress. */
const CHUNK = 20_000;

/** Fills an empty folder. Stopped by the signal, it leaves the folder as it was. */
export async function* fillDemo(
  workspace: Workspace,
  wanted: DemoWanted,
  signal?: AbortSignal,
): AsyncGenerator<JobProgress, void> {
  const { db } = workspace;
  const lastYear = Number(workspace.today().slice(0, 4)) - 1;
  const firstYear = lastYear - wanted.years + 1;
  const demoUnits = makeUnits(wanted.units, firstYear, wanted.seed);
  const expected = wanted.units * wanted.years * 380;
  const release = await workspace.hold();
  let long: LongTransaction | undefined;
  let isDone = false;
  try {
    const open = new LongTransaction(db);
    long = open;
    open.turn(() => createDemoOffice(workspace));
    yield { step: "register", done: 0, total: expected };
    const unitIds = open.turn(() => writeUnits(workspace, demoUnits));
    const headcounts = demoUnits.map(({ workforce }) => workforce);
    const periodIds = new Map<string, number>();
    const periodId = (code: string) => {
      const known = periodIds.get(code) ?? workspace.ensurePeriod(periodOf(code));
      periodIds.set(code, known);
      return known;
    };
    const row = (figure: Omit<DemoFigure, "unit">, unitId: number) => ({
      periodId: periodId(figure.period),
      elementId: workspace.elementId(figure.element),
      unitId,
      entry:
        figure.value === null
          ? ({ state: "noOccurrence" } as const)
          : ({ state: "value", value: figure.value } as const),
    });
    let done = 0;
    let chunk: DemoFigure[] = [];
    const write = () =>
      open.turn(() => {
        done += insertEntries(
          db,
          chunk.map((figure) => row(figure, unitIds[figure.unit] ?? 0)),
        );
        chunk = [];
      });
    for (const figure of makeFigures(demoUnits, firstYear, wanted.years, wanted.seed)) {
      chunk.push(figure);
      if (figure.element === "workersTotal")
        headcounts[figure.unit] = Math.max(headcounts[figure.unit] ?? 0, figure.value ?? 0);
      if (chunk.length < CHUNK) continue;
      write();
      yield { step: "entries", done, total: Math.max(expected, done) };
      await turn();
      if (signal?.aborted) throw signal.reason;
    }
    write();
    open.turn(() => {
      const office = workspace.office;
      writeHeadcounts(workspace, demoUnits, unitIds, headcounts);
      writeEmployers(workspace, demoUnits, unitIds, headcounts, firstYear, wanted);
      const own = [...makeSelfFigures(firstYear, wanted.years)];
      done += insertEntries(
        db,
        own.map((figure) => row(figure, office?.unitId ?? 0)),
      );
      for (const programme of PROGRAMMES) storeProgramme(workspace, programme, true, office?.unitId ?? null);
      appendAudit(db, workspace.act(), "office.demo", office?.code ?? "", {
        ...wanted,
        firstYear,
        entries: done,
      });
    });
    open.commit();
    isDone = true;
  } finally {
    // Also when a consumer stops reading, in the middle of the transaction.
    long?.end();
    if (!isDone) workspace.refresh();
    release();
  }
}

function createDemoOffice(workspace: Workspace): void {
  createOffice(workspace, {
    code: "LDLD-B",
    name: "Liên đoàn Lao động huyện B",
    kind: "districtFederation",
    parentCode: "LDLD-A",
    parentName: "Liên đoàn Lao động tỉnh A",
    personName: "Nguyễn Thị Lan",
    isDemo: true,
  });
}

function writeUnits(workspace: Workspace, units: readonly DemoUnit[]): number[] {
  const at = workspace.now();
  const parentId = workspace.office?.unitId ?? null;
  return units.map((unit) =>
    insertUnit(
      workspace.db,
      {
        ...unit,
        uid: uuidV7(),
        searchKey: searchKey(unit.name),
        sector: sectorOf(unit.employerType),
        parentId,
        decidedOn: unit.establishedOn,
      },
      at,
    ),
  );
}

/** The register says as many workers as a union ever reported: nowhere fewer than its members. */
function writeHeadcounts(
  { db }: Workspace,
  units: readonly DemoUnit[],
  unitIds: readonly number[],
  headcounts: readonly number[],
): void {
  for (const [index, unit] of units.entries()) {
    const workforce = headcounts[index] ?? unit.workforce;
    const { employerType, selfFinancing, taxCode, establishedOn } = unit;
    const now = { employerType, sector: sectorOf(employerType), workforce, selfFinancing, taxCode };
    changeClassification(db, unitIds[index] ?? 0, establishedOn, now, null);
  }
}

function writeEmployers(
  workspace: Workspace,
  units: readonly DemoUnit[],
  unitIds: readonly number[],
  headcounts: readonly number[],
  firstYear: number,
  wanted: DemoWanted,
): void {
  const { db } = workspace;
  const at = workspace.now();
  const idByCode = new Map(units.map((unit, index) => [unit.code, unitIds[index]]));
  const employing = units.map((unit, index) => ({
    ...unit,
    workforce: headcounts[index] ?? unit.workforce,
  }));
  for (const employer of makeEmployers(
    employing,
    Math.max(Math.round((wanted.units * 400) / 120), 1),
    wanted.seed,
  )) {
    const id = insertEmployer(
      db,
      uuidV7(),
      { ...employer, searchKey: searchKey(employer.name) },
      employer.workforce,
      `${firstYear}-01-01`,
      at,
    );
    const unitId = idByCode.get(employer.union?.code ?? "");
    if (employer.union && unitId !== undefined) changeUnion(db, id, employer.union.establishedOn, unitId);
  }
}
