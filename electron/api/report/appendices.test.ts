import { expect, it } from "vitest";
import { builtIn, judge, own, row, units } from "../../../shared/domain/evaluate/test-fixtures.ts";
import type { Evaluation } from "../../../shared/domain/evaluation.ts";
import { findBuiltInProgramme } from "../../../shared/catalogue/programmes.ts";
import type { PaperCell } from "../../../shared/domain/report/paper.ts";
import type { EmployerRecord } from "../../database/queries/employers.ts";
import { employersAppendix } from "./appendices.ts";
import { targetsAppendix } from "./targets-appendix.ts";

/** The line in Phụ lục 2 of one target of a programme of the sources. */
function lineIn(code: string, evaluation: Evaluation): readonly PaperCell[] {
  const programme = findBuiltInProgramme(code);
  if (!programme) throw new RangeError(`resultIn: ${code}`);
  const targets = programme.targets.filter(({ id }) => id === evaluation.target);
  const { rows } = targetsAppendix(
    [{ ...programme, targets }],
    [
      {
        programme: code,
        title: programme.title,
        period: evaluation.period,
        rows: [evaluation],
        summary: { total: 1, judged: 1, reached: 0, byStatus: {} },
      },
    ],
  );
  return rows.find(({ kind }) => kind === "line")?.cells ?? [];
}

const resultIn = (code: string, evaluation: Evaluation) => lineIn(code, evaluation)[5];

it("names the register a count comes from, and what of a numerator has no denominator beside it", () => {
  const establishments = [{ uid: "u0", workforce: 30, on: "2024-03-01" }];
  const founded = judge(builtIn("T004-02"), "2024", { units: units(1), establishments });
  expect(lineIn("BT-2024", founded)[8]).toBe("sổ đơn vị");
  const benefiting = judge(builtIn("T000-05"), "2024", {
    units: units(3),
    entries: [
      ...row("membersTotal", "2024-M12", [100, 50, null]),
      ...row("membersBenefiting", "2024", [40, 10, 1250]),
    ],
  });
  const line = lineIn("TLD-2021", benefiting);
  expect(line[4]).toBe("50/150");
  expect(line[9]).toContain("Tử số không tính 1.250 của 1 đơn vị không có mẫu số cuối kỳ.");
  const complete = judge(builtIn("T000-05"), "2024", {
    units: units(1),
    entries: [...row("membersTotal", "2024-M12", [100]), ...row("membersBenefiting", "2024", [40])],
  });
  expect(lineIn("TLD-2021", complete).slice(8)).toEqual(["1/1", ""]);
});

it("gives averages and losses as numbers too, and an office's answer about itself in words", () => {
  // 8 introduced by 7 unions: 1,142857…
  const introduced = judge(builtIn("T000-12"), "2024", {
    units: units(7),
    entries: row("outstandingIntroduced", "2024", [2, 1, 1, 1, 1, 1, 1]),
  });
  expect(resultIn("TLD-2021", introduced)).toEqual({
    text: "1,14 người/CĐCS",
    amount: 114,
    decimals: 2,
  });
  // 50 + 30 at the beginning, 45 + 23 at the end.
  const lost = judge(builtIn("T004-01b"), "2024", {
    units: units(2),
    entries: [...row("membersTotal", "2023-M12", [50, 30]), ...row("membersTotal", "2024-M12", [45, 23])],
  });
  expect(resultIn("BT-2024", lost)).toEqual({ text: "-12 người", amount: -12, decimals: 0 });
  const graded = judge(builtIn("T000-13"), "2024", {
    units: units(1),
    entries: [own("ownGrade", "2024", 1)],
  });
  expect(resultIn("TLD-2021", graded)).toBe("đơn vị: đạt");
});

it("lists enterprises without a union in Vietnamese order", () => {
  // D before Đ, and Ô after O: not the order of the letters without their marks.
  const names = ["Công ty Đá Xanh", "Công ty Dệt May", "Công ty Ô tô", "Công ty Oanh Vũ", "Công ty Da Giày"];
  const employers = names.map(
    (name, id): EmployerRecord => ({
      id,
      uid: String(id),
      code: null,
      name,
      employerType: "privateEnterprise",
      workforce: 20 + id,
      taxCode: null,
      unitUid: null,
      unitName: null,
      linkedUnitId: null,
    }),
  );
  expect(employersAppendix(employers).rows.map(({ cells }) => cells[1])).toEqual([
    "Công ty Da Giày",
    "Công ty Dệt May",
    "Công ty Đá Xanh",
    "Công ty Oanh Vũ",
    "Công ty Ô tô",
  ]);
});
