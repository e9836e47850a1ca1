import { expect, it } from "vitest";
import { SheetFindings } from "./sheet-findings.ts";
import { UnsavedTexts } from "./unsaved-texts.ts";

it("lists refused texts and what is being typed, which takes the place of a refused text in its cell", () => {
  const texts = new UnsavedTexts();
  let told = 0;
  texts.subscribe(() => {
    told += 1;
  });
  texts.refuse([
    { row: 0, column: 1, text: "12a", reason: "NOT_A_NUMBER" },
    { row: 2, column: 0, text: "-5", reason: "NEGATIVE" },
  ]);
  texts.setTyping({ row: 2, column: 0, text: "5" });
  expect(texts.list()).toEqual([
    { row: 0, column: 1, text: "12a" },
    { row: 2, column: 0, text: "5" },
  ]);
  expect(
    texts.forget([
      { row: 2, column: 0 },
      { row: 1, column: 1 },
    ]),
  ).toEqual([{ row: 2, column: 0 }]);
  texts.setTyping(null);
  texts.setTyping(null);
  expect(texts.list()).toEqual([{ row: 0, column: 1, text: "12a" }]);
  expect(texts.refusedCount()).toBe(1);
  expect(told).toBe(4);
});

it("knows which unions were judged after a check of the whole form began", () => {
  const findings = new SheetFindings();
  const about = (unitUid: string) => ({
    rule: "V02",
    severity: "warn" as const,
    unitUid,
    unitCode: unitUid,
    unitName: unitUid,
    elements: ["membersTotal", "workersTotal"],
    said: { kind: "oldEnoughButNotRated" as const, grade: "qualityGrade" },
    explanation: null,
  });
  findings.set([about("a"), about("b")], ["a", "b"]);
  const isJudgedSince = findings.watch();
  expect(findings.set([], ["a", "c"])).toEqual(new Map([["a", new Set(["membersTotal", "workersTotal"])]]));
  expect(["a", "b", "c"].map(isJudgedSince)).toEqual([true, false, true]);
  expect(findings.all().map(({ unitUid }) => unitUid)).toEqual(["b"]);
});
