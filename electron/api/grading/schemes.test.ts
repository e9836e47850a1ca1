// Point bands an office enters itself, each by a decision (domain.md §d.6): what they change and what they must not.
import { afterEach, beforeEach, expect, it } from "vitest";
import { setPeriodState } from "../../database/queries/periods.ts";
import { periodOf } from "../../../shared/domain/period.ts";
import {
  addUnion,
  codeOf,
  openTestOffice,
  resultOf,
  saveFigure,
  type TestOffice,
} from "../../../test/support/test-office.ts";

let office: TestOffice;
beforeEach(async () => {
  office = await openTestOffice();
});
afterEach(async () => {
  await office.close();
});

const BANDS = {
  validFrom: "2025-01-01",
  name: "Bảng điểm xếp loại CĐCS",
  decisionNumber: "15/QĐ-LĐLĐ",
  decidedOn: "2024-12-20",
  excellentFrom: 9500,
  goodFrom: 8000,
  completedFrom: 6000,
  condition: null,
};

async function grade(unit: string, year: number, score: number, index: number) {
  const save = (element: string, value: number) =>
    saveFigure(office.client, { unit, element, period: String(year) }, value);
  await save("verifiedScore", score);
  const { findings } = await save("qualityGrade", index);
  return findings.filter(({ rule }) => rule === "V16").map(({ severity }) => severity);
}

it("a score is held against the bands of its own year, and the decision stands beside them", async () => {
  const unit = await addUnion(office.client, "U1", "CĐCS Một");
  await office.client.grading.addScheme(BANDS);
  // 79,99 points are "tốt" by 1294 in 2024, and no longer in 2025.
  expect(await grade(unit, 2024, 7999, 1)).toEqual([]);
  expect(await grade(unit, 2025, 7999, 1)).toEqual(["block"]);
  const { scheme } = await office.client.grading.open({ year: 2025 });
  expect(scheme).toMatchObject({ name: "Bảng điểm xếp loại CĐCS (15/QĐ-LĐLĐ)", areBandsConfirmed: true });
  expect((await office.client.grading.open({ year: 2024 })).scheme.code).toBe("1294");
  const [present, before] = await office.client.grading.schemes();
  expect(present?.own).toMatchObject({
    decisionNumber: "15/QĐ-LĐLĐ",
    decidedOn: "2024-12-20",
    lockedYear: null,
  });
  expect(before?.scheme).toMatchObject({ code: "1294", validTo: "2024-12-31" });
  const series = await office.client.history.series({
    of: { kind: "element", element: "qualityGrade" },
    period: "2025",
    from: 2024,
    base: "all",
  });
  expect(series.breaks.filter(({ kind }) => kind === "gradeScheme")).toEqual([
    { kind: "gradeScheme", on: "2025-01-01", scheme: "Bảng điểm xếp loại CĐCS (15/QĐ-LĐLĐ)" },
  ]);
});

it("a second decision for the same day replaces the first; taken back, the national bands hold again", async () => {
  const { client } = office;
  await client.grading.addScheme(BANDS);
  const { id } = await client.grading.addScheme({
    ...BANDS,
    decisionNumber: "16/QĐ-LĐLĐ",
    excellentFrom: 9000,
  });
  const codes = async () => (await client.grading.schemes()).map(({ scheme }) => scheme.code);
  expect(await codes()).toEqual([`own-${id}`, "1294", "before-2019"]);
  expect(await client.grading.withdrawScheme({ id })).toEqual({ withdrawn: true });
  expect(await client.grading.withdrawScheme({ id })).toEqual({ withdrawn: false });
  expect(await codes()).toEqual(["1294", "before-2019"]);
});

it("bands that do not descend are refused, and a year that is approved keeps the bands it was approved by", async () => {
  const { client } = office;
  expect(await codeOf(client.grading.addScheme({ ...BANDS, goodFrom: 9500 }))).toBe("BANDS_NOT_DESCENDING");
  const unit = await addUnion(client, "U1", "CĐCS Một");
  const { id } = await client.grading.addScheme({ ...BANDS, validFrom: "2024-01-01" });
  expect(await grade(unit, 2025, 9600, 0)).toEqual([]);
  await resultOf(
    await client.submissions.approve({ form: "year", period: "2025", incompleteReason: "chờ số" }),
  );
  await expect(client.grading.addScheme(BANDS)).rejects.toMatchObject({
    code: "GRADED_YEAR_LOCKED",
    data: { year: 2025 },
  });
  await expect(client.grading.withdrawScheme({ id })).rejects.toMatchObject({ code: "GRADED_YEAR_LOCKED" });
  const [present] = await client.grading.schemes();
  expect(present).toMatchObject({ scheme: { code: `own-${id}` }, own: { lockedYear: 2025 } });
  // The year after is free.
  await client.grading.addScheme({ ...BANDS, validFrom: "2026-01-01" });
  expect((await client.grading.open({ year: 2025 })).scheme.code).toBe(`own-${id}`);
});

it("a year whose report was returned, or reopened, may get other bands: it is frozen anew by them", async () => {
  const { client } = office;
  const unit = await addUnion(client, "U1", "CĐCS Một");
  await grade(unit, 2025, 9600, 0);
  const year = { form: "year", period: "2025" } as const;
  const approve = async () =>
    resultOf(await client.submissions.approve({ ...year, incompleteReason: "chờ số" }));
  await approve();
  expect(await codeOf(client.grading.addScheme(BANDS))).toBe("GRADED_YEAR_LOCKED");
  await client.submissions.reopen({ ...year, reason: "thang mới" });
  const { id } = await client.grading.addScheme(BANDS);
  await approve();
  const { db } = office.host.context.workspace;
  setPeriodState(db, "year", periodOf("2025"), "returned", null, "2026-03-10T02:00:00Z");
  const [present] = await client.grading.schemes();
  expect(present).toMatchObject({ own: { id, lockedYear: null } });
  expect(await client.grading.withdrawScheme({ id })).toEqual({ withdrawn: true });
});
