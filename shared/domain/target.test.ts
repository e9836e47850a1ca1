// The value of a target on a day: revised in the year, as at Bến Tre in 2024 (domain.md §0.1 no. 8).
import * as fc from "fast-check";
import { expect, it } from "vitest";
import { findBuiltInProgramme } from "../catalogue/programmes.ts";
import { type Target, type TargetRevision, targetInForce } from "./target.ts";

const ISSUED = findBuiltInProgramme("BT-2024")?.targets.find(({ id }) => id === "T004-01");
if (!ISSUED) throw new RangeError("T004-01");
const issued: Target = ISSUED;

const revision = (validFrom: string, amount: number): TargetRevision => ({
  validFrom,
  comparator: "gte",
  value: { scale: "count", amount },
  decision: `QĐ ${validFrom}`,
});

it("without revisions the text as issued stands on every day", () => {
  expect(targetInForce(issued, "1990-01-01")).toEqual({
    comparator: "gte",
    value: { scale: "count", amount: 14_600 },
    decision: null,
  });
});

it.each([
  ["2024-05-14", 9000, null],
  ["2024-05-15", 14_600, "QĐ 2024-05-15"], // the first day counts
  ["2024-08-31", 14_600, "QĐ 2024-05-15"],
  ["2024-09-01", 15_000, "QĐ 2024-09-01"],
  ["2099-12-31", 15_000, "QĐ 2024-09-01"],
])("revised twice, on %s it is %i by decision %s", (on, amount, decision) => {
  const target: Target = {
    ...issued,
    value: { scale: "count", amount: 9000 },
    revisions: [revision("2024-05-15", 14_600), revision("2024-09-01", 15_000)],
  };
  expect(targetInForce(target, on)).toMatchObject({ value: { amount }, decision });
});

it("of any revisions, oldest first, the latest begun is in force", () => {
  const day = fc.integer({ min: 1, max: 28 }).map((number) => `2024-02-${String(number).padStart(2, "0")}`);
  fc.assert(
    fc.property(fc.uniqueArray(day, { maxLength: 6 }), day, (days, on) => {
      const revisions = days.toSorted().map((validFrom, index) => revision(validFrom, index));
      const begun = revisions.filter(({ validFrom }) => validFrom <= on);
      expect(targetInForce({ ...issued, revisions }, on).decision).toBe(
        begun[begun.length - 1]?.decision ?? null,
      );
    }),
  );
});
