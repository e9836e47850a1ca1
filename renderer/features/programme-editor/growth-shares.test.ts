import { expect, it } from "vitest";
import { findBuiltInProgramme } from "../../../shared/catalogue/programmes.ts";
import { growthShares } from "./growth-shares.ts";

const programme = findBuiltInProgramme("BT-2024") ?? { targets: [] };
const share = (target: string, unitCode: string, amount: number, year = 2024) => ({
  target,
  unitCode,
  amount,
  year,
});
// Story 3: 420 admitted and 230 grown leave 190 that may go.
const allocations = [
  share("T004-01", "U1", 420),
  share("T004-01", "U2", 20),
  share("T004-01b", "U1", 230),
  share("T004-01b", "U2", 30),
  share("T004-01b", "U3", 5, 2025),
];

it("sets what a unit is to gain against what it is to admit", () => {
  const admitted = growthShares(programme, "T004-01", 2024, allocations);
  expect(admitted?.other).toBe("net");
  expect(admitted?.of("U1", 420)).toEqual({ beside: 230, losses: 190 });
  expect(admitted?.of("U2", 20)).toEqual({ beside: 30, losses: null });
  expect(admitted?.of("U3", 10)).toEqual({ beside: null, losses: undefined });
  const gained = growthShares(programme, "T004-01b", 2024, allocations);
  expect(gained?.of("U1", 230)).toEqual({ beside: 420, losses: 190 });
  expect(gained?.of("U1", null)).toEqual({ beside: 420, losses: undefined });
});

it("says nothing of a target that is neither, nor where the other is missing", () => {
  expect(growthShares(programme, "T004-02", 2024, allocations)).toBeUndefined();
  const alone = { targets: programme.targets.filter(({ id }) => id !== "T004-01b") };
  expect(growthShares(alone, "T004-01", 2024, allocations)).toBeUndefined();
});
