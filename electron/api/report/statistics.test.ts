// A union merged into another in the middle of a month, with figures of both: the paper, the summary in the file and the
// office's own history say the same, and the control total stays the plain sum of what was entered.
import { afterEach, beforeEach, expect, it } from "vitest";
import { approve, MAY } from "../../../test/support/signed-report.ts";
import { addUnion, openTestOffice, saveFigure, type TestOffice } from "../../../test/support/test-office.ts";
import { GRADES } from "../../../shared/domain/data-element.ts";
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
