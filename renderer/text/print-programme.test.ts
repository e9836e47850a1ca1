import { init, t } from "i18next";
import { beforeAll, expect, it } from "vitest";
import { PROGRAMMES } from "../../shared/catalogue/programmes.ts";
import { vi } from "./vi.ts";
import { askedOf, printResultValue, printTime } from "./print-programme.ts";

beforeAll(async () => {
  await init({ lng: "vi", resources: { vi: { translation: vi } } });
});

const targets = PROGRAMMES.flatMap((programme) => programme.targets);
const results = PROGRAMMES.flatMap((programme) => programme.results);

it.each([
  ["T001-02", "trên 80 %"], // strict (domain.md §b.0)
  ["T004-01", "ít nhất 14.600 người"],
])("prints %s as %s", (id, asked) => {
  const target = targets.find((candidate) => candidate.id === id);
  expect(target && askedOf(target)).toBe(asked);
});

it("prints what is only known as a bound as a bound (domain.md §b.4)", () => {
  const lower = results.find(({ id }) => id === "R003-05a")?.values[0];
  const whole = results.find(({ id }) => id === "R003-05c")?.values[0];
  expect(lower && printResultValue(lower, t)).toBe("trên 93 %");
  expect(whole && printResultValue(whole, t)).toBe("45/45 (100 %)");
});

it("has words for the time rule of every target", () => {
  for (const target of targets) expect(printTime(target.time, t)).toMatch(/\p{L}/u);
});
