// A union merged into another in the middle of a month, with figures of both: the paper, the summary in the file and the
// office's own history say the same, and the control total stays the plain sum of what was entered.
import { afterEach, beforeEach, expect, it } from "vitest";
import { approve, MAY } from "../../../test/support/signed-report.ts";
import { addUnion, openTestOffice, saveFigure, type TestOffice } from "../../../test/support/test-office.ts";
import { GRADES } from "../../../shared/domain/data-element.ts";
import type { PaperCell, PaperReport } from "../../../shared/domain/report/paper.ts";
import { periodOf } from "../../../shared/domain/period.ts";
import { findKeptReport } from "../bundle/kept-report.ts";

let office: TestOffice;
beforeEach(async () => {
  office = await openTestOffice();
});
afterEach(async () => {
  await office.close();
});

const merge = (uid: string, successor: string) =>
  office.client.units.end({
    uid,
    kind: "merged",
    endedOn: "2025-05-15",
    successors: [successor],
    decisionNumber: null,
  });

it("members of a merged union are counted in its successor only, what happened in it still counts", async () => {
  const { client, host } = office;
  const successor = await addUnion(client, "U1", "CĐCS Một");
  const merged = await addUnion(client, "U2", "CĐCS Hai", { employerType: "publicServiceUnit" });
  await office.importText(
    "entries",
    [
      "unit_code,element,period,value",
      "U1,membersTotal,2025-M05,140",
      "U2,membersTotal,2025-M05,30",
      "U1,membersAdmitted,2025-M05,6",
      "U2,membersAdmitted,2025-M05,5",
    ].join("\n"),
  );
  await merge(merged, successor);
  await approve(client, MAY);

  const { paper, figures } = await client.report.open(MAY);
  const figureOf = (code: string) => figures.find((figure) => figure.code === code)?.text;
  expect([figureOf("membersTotal"), figureOf("membersAdmitted")]).toEqual(["140", "11"]);
  const [statistics] = paper.appendices;
  const amounts = (name: string) =>
    statistics?.rows
      .find(({ cells }) => cells[1] === name)
      ?.cells.slice(3, 9)
      .map((cell) => (typeof cell === "string" ? cell : cell.amount));
  const labelOf = (code: string) => figures.find((figure) => figure.code === code)?.name ?? "";
  // All · agencies and public units · state enterprises · private · foreign · others
  expect(amounts(labelOf("membersTotal"))).toEqual([140, "x", "x", 140, "x", "x"]);
  expect(amounts(labelOf("membersAdmitted"))).toEqual([11, 5, "x", 6, "x", "x"]);

  const { points } = await client.history.series({
    of: { kind: "element", element: "membersTotal" },
    period: MAY.period,
    from: 2025,
    base: "all",
  });
  expect(points.map(({ numerator }) => numerator)).toEqual([140]);

  const kept = findKeptReport(host.context.workspace, periodOf(MAY.period));
  expect(kept?.summary).toContain(`${labelOf("membersTotal")}: 140\n`);
  expect(kept?.totals["members_total"]).toBe(170);
});

/** Cells of a row of Phụ lục 1, from the total on, as printed. */
function printedRow(paper: PaperReport, name: string): (string | undefined)[] | undefined {
  return paper.appendices[0]?.rows
    .find(({ cells }) => cells[1] === name)
    ?.cells.slice(3)
    .map((cell) => (typeof cell === "string" ? cell : cell.text));
}

it("a union that has not answered the year stands with its nine months, in the paper as in the target; the own figures join in the sentence", async () => {
  const { client } = office;
  await client.programmes.adopt({ code: "AG-1979" });
  await addUnion(client, "U1", "CĐCS Một");
  await addUnion(client, "U2", "CĐCS Hai");
  await office.importText(
    "entries",
    [
      "unit_code,element,period,value",
      "U1,sheltersBuilt,2025-9M,1",
      "U1,sheltersBuilt,2025,5",
      "U2,sheltersBuilt,2025-H1,1",
      "U2,sheltersBuilt,2025-9M,3",
      "LDLD-B,sheltersBuilt,2025,2",
      "U1,peopleInformed,2025,100",
      "U2,peopleInformed,2025-9M,40",
    ].join("\n"),
  );
  const { paper } = await client.report.open({ form: "year", period: "2025" });
  expect(printedRow(paper, "Mái ấm công đoàn xây mới")?.[0]).toBe("8"); // 5 + 3
  expect(printedRow(paper, "Số người được học tập, quán triệt, phổ biến")?.[0]).toBe("140");
  expect(paper.sections.flatMap(({ paragraphs }) => paragraphs).join("\n")).toContain("xây mới 10 căn"); // + 2
  const { rows } = await client.evaluation.evaluate({ programme: "AG-1979", period: "2025" });
  expect(rows.find(({ target }) => target === "T001-11")).toMatchObject({
    numerator: 10,
    unitsReporting: 3,
    unitsMissing: 3,
  });
  const isOfShelters = (cell: PaperCell | undefined) => typeof cell === "string" && cell.includes("Mái ấm");
  const targets = paper.appendices[1]?.rows.find(({ cells }) => isOfShelters(cells[1]))?.cells;
  expect(targets?.slice(-2)).toEqual(["3/3", expect.stringContaining("3 đơn vị chưa đủ số liệu của kỳ.")]);
  expect(paper.appendices[0]?.notes).toEqual([
    expect.any(String),
    expect.stringMatching(/^1\/2 đơn vị đã báo cáo kỳ này/),
    "Lời văn của báo cáo cộng cả số liệu của chính cơ quan công đoàn.",
  ]);
});

it("sums of different unions are compared under a mark, and no estimate is spoken of where there is none", async () => {
  const { client } = office;
  await addUnion(client, "U1", "CĐCS Một");
  await addUnion(client, "U2", "CĐCS Hai");
  const figures = [
    "unit_code,element,period,value,is_estimate",
    "U1,workersTotal,2024-M05,120,0",
    "U2,workersTotal,2024-M05,80,0",
    "U1,workersTotal,2025-M05,150,0",
  ];
  await office.importText("entries", figures.join("\n"));
  const said = "số liệu cùng kỳ năm trước là của 2/2 đơn vị";
  const textOf = (paper: PaperReport) => paper.sections.flatMap(({ paragraphs }) => paragraphs).join("\n");
  const { paper: half } = await client.report.open(MAY);
  expect(printedRow(half, "Tổng số công nhân, viên chức, lao động")?.slice(-2)).toEqual(["200", "75,00*"]); // 150 of 200
  expect(half.appendices[0]?.notes).toContainEqual(expect.stringMatching(/^“\*”: có đơn vị chưa đủ số liệu/));
  expect(textOf(half)).toContain(said);
  expect(half.cutoffLine).not.toContain("ước thực hiện");

  await office.importText("entries", [figures[0], "U2,workersTotal,2025-M05,90,1"].join("\n"));
  const { paper: whole } = await client.report.open(MAY);
  expect(printedRow(whole, "Tổng số công nhân, viên chức, lao động")?.slice(-2)).toEqual(["200", "120,00"]); // 240 of 200
  expect(textOf(whole)).not.toContain("số liệu cùng kỳ năm trước là của");
  // A union that has never said anything is in neither sum.
  await addUnion(client, "U3", "CĐCS Ba");
  const { paper: alike } = await client.report.open(MAY);
  expect(printedRow(alike, "Tổng số công nhân, viên chức, lao động")?.slice(-2)).toEqual(["200", "120,00"]);
  expect(textOf(alike)).not.toContain("số liệu cùng kỳ năm trước là của");
  expect(whole.cutoffLine).toContain("số liệu ước thực hiện đến 31/5/2025");
});

it("a union that has ended stands in no count of grades, neither in Phụ lục 1 nor in Phụ lục 6", async () => {
  const successor = await addUnion(office.client, "U1", "CĐCS Một");
  const merged = await addUnion(office.client, "U2", "CĐCS Hai");
  for (const unit of [successor, merged])
    await saveFigure(
      office.client,
      { unit, element: "qualityGrade", period: "2025" },
      GRADES.indexOf("excellent"),
    );
  await merge(merged, successor);
  const { paper, figures } = await office.client.report.open({ form: "year", period: "2025" });
  expect(figures.find(({ code }) => code === "qualityGrade.excellent")?.text).toBe("1");
  const grades = paper.appendices.find(({ number }) => number === 6);
  expect(grades?.rows.map(({ cells }) => cells[1])).toEqual(["U1", ""]);
  expect(grades?.notes[0]).toContain(": 1 (");
});
