// Story 11 of domain.md §h to the figure, and the published shares of Bắc Kạn 2016 [F17], over real office files.
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import {
  codeOf,
  openTestOffice,
  resultOf,
  saveFigure,
  type TestOffice,
} from "../../../test/support/test-office.ts";

let office: TestOffice;
const clockAt = (instant: string) => ({ now: () => new Date(instant) });

const UNITS = "code,name,kind,employer_type,workforce,established_on";
const ENTRIES = "unit_code,element,period,value,state,as_of,is_estimate,note";
const line = (code: string, element: string, value: string, note = "") =>
  `${code},${element},2025,"${value}",,,,${note}`;

/** Who is who: 24 unions of the state sector (S), 22 outside it (N), and one that merged into S24 in July. */
const CODES = [
  ...Array.from({ length: 24 }, (_, index) => `S${String(index + 1).padStart(2, "0")}`),
  ...Array.from({ length: 22 }, (_, index) => `N${String(index + 1).padStart(2, "0")}`),
];

/** Verified points of those that may be graded: in S 4 excellent, 15 good, 4 completed; in N 16 good, 4 completed, 1 not. */
function pointsOf(code: string): string | null {
  const number = Number(code.slice(1));
  if (code.startsWith("S")) {
    if (number === 24) return null;
    return number <= 4 ? "90" : number <= 19 ? "89,99" : "69,99";
  }
  if (number === 22) return null;
  return number <= 16 ? "70" : number <= 20 ? "50" : "49,99";
}

const gradeOfPoints: Readonly<Record<string, string>> = {
  "90": "xuất sắc",
  "89,99": "tốt",
  "70": "tốt",
  "69,99": "hoàn thành",
  "50": "hoàn thành",
  "49,99": "không hoàn thành",
};

describe("in November 46 unions are graded, two of them too young", () => {
  beforeAll(async () => {
    office = await openTestOffice(clockAt("2025-11-20T02:00:00Z"));
    await office.importText(
      "units",
      [
        UNITS,
        ...[...CODES, "S99"].map((code) => {
          const type = code.startsWith("S") ? "adminAgency" : "privateEnterprise";
          // N22 is 8 months old.
          return `${code},CĐCS ${code},grassrootsUnion,${type},50,${code === "N22" ? "2025-03-20" : "2015-01-01"}`;
        }),
      ].join("\n"),
    );
    await office.client.units.end({
      uid: await office.uidOf("S99"),
      endedOn: "2025-07-19",
      kind: "merged",
      decisionNumber: null,
      successors: [await office.uidOf("S24")],
    });
    await office.importText(
      "entries",
      [
        ENTRIES,
        ...CODES.flatMap((code) => {
          const points = pointsOf(code);
          return points === null
            ? [line(code, "selfScore", "95"), line(code, "qualityGrade", "chưa xếp loại")]
            : [
                line(code, "selfScore", "95"),
                line(code, "verifiedScore", points),
                line(code, "qualityGrade", gradeOfPoints[points] ?? ""),
              ];
        }),
      ].join("\n"),
    );
    await office.client.programmes.adopt({ code: "TLD-2021" });
  });
  afterAll(() => office.close());

  it("gives the shares over 46 and over 44", async () => {
    const { segments } = await office.client.grading.summary({ year: 2025 });
    const share = (sector: string | null) => {
      const segment = segments.find((candidate) => candidate.sector === sector);
      const { all, eligible } = segment?.shares.goodOrBetter ?? {};
      return [all, eligible].map((part) => `${part?.numerator}/${part?.denominator} ${part?.display}`);
    };
    expect(share(null)).toEqual(["35/46 76,09 %", "35/44 79,55 %"]);
    expect(share("state")).toEqual(["19/24 79,17 %", "19/23 82,61 %"]);
    expect(share("nonState")).toEqual(["16/22 72,73 %", "16/21 76,19 %"]);
    expect(segments[0]).toMatchObject({
      unions: 46,
      eligible: 44,
      missing: 0,
      counts: { excellent: 4, good: 31, completed: 8, notCompleted: 1, notRated: 2 },
    });
  });

  it("shows each target as its evaluation does: the configured denominator decides", async () => {
    const { targets } = await office.client.grading.summary({ year: 2025 });
    expect(targets.map(({ target }) => target)).toEqual(["T000-14a", "T000-14b"]);
    const [state] = targets;
    expect(state?.printed).toMatchObject({ policy: "eligible", status: "met", display: "82,61 %" });
    expect(state?.other).toMatchObject({ policy: "all", status: "notMet", display: "79,17 %" });
    const judged = await office.client.evaluation.evaluate({ programme: "TLD-2021", period: "2025" });
    for (const { target, printed } of targets)
      expect(printed).toEqual(judged.rows.find((row) => row.target === target));
  });

  it("says why the two are not graded, and from when they may be", async () => {
    const { form, units, scheme } = await office.client.grading.open({ year: 2025 });
    const of = (code: string) => units[form.units.findIndex((unit) => unit.code === code)];
    expect(scheme.code).toBe("1294");
    expect(of("N22")).toMatchObject({ standing: "tooYoung", eligibleOn: "2026-03-20" });
    expect(of("S24")).toMatchObject({
      standing: "reorganised",
      eligibleOn: expect.stringMatching(/^2026-01/),
    });
    expect(of("S99")).toMatchObject({ standing: "ended", eligibleOn: null });
    expect(units.filter(({ standing }) => standing === "eligible")).toHaveLength(44);
    expect(form.columns.map(({ element }) => element)).toEqual([
      "selfScore",
      "verifiedScore",
      "qualityGrade",
    ]);
  });

  it("keeps the reason of a grade beside it", async () => {
    const unit = await office.uidOf("S05");
    await office.client.entries.setNote({
      unit,
      element: "qualityGrade",
      period: "2025",
      note: "Trừ 5 điểm: nộp báo cáo muộn",
    });
    const { form, units } = await office.client.grading.open({ year: 2025 });
    expect(units[form.units.findIndex(({ uid }) => uid === unit)]?.note).toBe("Trừ 5 điểm: nộp báo cáo muộn");
  });

  it("blocks a verified score that contradicts the grade, and a grade for one too young; undo lifts it", async () => {
    const { client } = office;
    const save = async (code: string, element: string, value: number) =>
      saveFigure(client, { unit: await office.uidOf(code), element, period: "2025" }, value);
    const gradeFindings = (findings: Awaited<ReturnType<typeof save>>["findings"]) =>
      findings.filter(({ rule }) => rule === "V16");
    // 89,99 points stand beside "tốt"; one hundredth more is the band of "xuất sắc".
    const { findings } = await save("S05", "verifiedScore", 9000);
    expect(gradeFindings(findings)).toMatchObject([
      { severity: "block", elements: ["verifiedScore", "qualityGrade"] },
    ]);
    expect(gradeFindings((await save("N22", "qualityGrade", 1)).findings)).toMatchObject([
      { severity: "block" },
    ]);
    const approve = () =>
      codeOf(
        resultOf(client.submissions.approve({ form: "year", period: "2025", incompleteReason: "chờ số" })),
      );
    expect(await approve()).toBe("CHECKS_FAILED");
    await client.entries.undo({ period: "2025" });
    await client.entries.undo({ period: "2025" });
    expect(await approve()).toBe("done");
    // What is approved is shown and not written.
    expect((await client.grading.open({ year: 2025 })).form.lockedReason).toBe("approved");
    expect(await codeOf(save("S05", "verifiedScore", 9000))).toBe("PERIOD_LOCKED");
  });
});

describe("Bắc Kạn 2016: 789 unions, 770 graded by the names of their time [F17]", () => {
  /** 700 + 54 + 8 + 8 + 19 ungraded. */
  const gradeAt = (index: number) =>
    index < 700
      ? "vững mạnh"
      : index < 754
        ? "khá"
        : index < 762
          ? "trung bình"
          : index < 770
            ? "yếu"
            : "chưa xếp loại";

  it("reads the old names, refuses those of today, and reproduces the published shares", async () => {
    office = await openTestOffice(clockAt("2017-01-20T02:00:00Z"));
    const codes = Array.from({ length: 789 }, (_, index) => `U${index}`);
    await office.importText(
      "units",
      [UNITS, ...codes.map((code) => `${code},CĐCS ${code},grassrootsUnion,adminAgency,20,2010-01-01`)].join(
        "\n",
      ),
    );
    await office.importText(
      "entries",
      [ENTRIES, ...codes.map((code, index) => `${code},qualityGrade,2016,${gradeAt(index)},,,,`)].join("\n"),
    );
    const { segments } = await office.client.grading.summary({ year: 2016 });
    const [whole] = segments;
    expect([whole?.unions, whole?.eligible]).toEqual([789, 770]);
    expect(
      (["excellent", "good", "completed", "notCompleted"] as const).map(
        (line) => whole?.shares[line].all.display,
      ),
    ).toEqual(["88,72 %", "6,84 %", "1,01 %", "1,01 %"]);
    // 700/770, as domain.md §0.1 no. 4 computes it.
    expect(whole?.shares.excellent.eligible.display).toBe("90,91 %");
    const { scheme } = await office.client.grading.open({ year: 2016 });
    expect(scheme.words.excellent[0]).toBe("Vững mạnh");
    // Who is left ungraded was the office's decision before 2019: nothing blocks it.
    const { findings } = await office.client.entries.check({ form: "year", period: "2016" });
    expect(findings.filter(({ rule }) => rule === "V16")).toEqual([]);
    const today = await office.preview("entries", [ENTRIES, "U1,qualityGrade,2016,tốt,,,,"].join("\n"));
    expect(today.lines[0]?.reasons).toMatchObject([{ code: "NOT_A_GRADE" }]);
    await office.close();
  });
});
