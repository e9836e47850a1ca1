import { expect, it } from "vitest";
import { isUsable, strengthOf } from "./passphrase-strength.ts";

it.each([
  { typed: "", strength: "empty", missing: 12 },
  { typed: "bàn đá sông", strength: "short", missing: 1 },
  // Eleven letters, spelled with combining marks: still eleven.
  { typed: "bàn đá sông".normalize("NFD"), strength: "short", missing: 1 },
  { typed: "abababababab", strength: "repetitive", missing: 0 },
  { typed: "bàn đá sông ", strength: "fair", missing: 0 },
  { typed: "ngựa pin ghim đúng", strength: "fair", missing: 0 },
  { typed: "ngựa pin ghim đúng lúa", strength: "strong", missing: 0 },
] as const)("judges “$typed” as $strength", ({ typed, strength, missing }) => {
  expect(strengthOf(typed)).toEqual({ strength, missing });
  expect(isUsable(typed)).toBe(strength === "fair" || strength === "strong");
});
