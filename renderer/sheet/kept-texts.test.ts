import { expect, it } from "vitest";
import { KeptTexts } from "./kept-texts.ts";

const at = (element: string, text: string) => ({ unit: "u", element, text });

it("tells only of cells whose text changed", () => {
  const kept = new KeptTexts([at("a", "1x"), at("b", "2x")]);
  expect(kept.changes([at("a", "1x"), at("b", "2x")])).toEqual([]);
  expect(kept.changes([at("a", "1xy"), at("c", "")])).toEqual([
    at("a", "1xy"),
    at("c", ""),
    { unit: "u", element: "b", text: null },
  ]);
  expect(kept.changes([at("a", "1xy"), at("c", "")])).toEqual([]);
});

it("tells again of what the office did not answer, as it stands then", () => {
  const kept = new KeptTexts([at("a", "1x")]);
  kept.failed(kept.changes([at("a", "1x"), at("b", "2")]));
  expect(kept.changes([at("a", "1x"), at("b", "2")])).toEqual([at("b", "2")]);
  kept.failed(kept.changes([at("b", "2")]));
  // What was to be taken away stands again: it may be gone from the office.
  expect(kept.changes([at("a", "1x"), at("b", "2")])).toEqual([at("a", "1x")]);
  kept.failed(kept.changes([at("a", "1xy"), at("b", "2")]));
  expect(kept.changes([at("b", "2")])).toEqual([{ unit: "u", element: "a", text: null }]);
  expect(kept.changes([at("b", "2")])).toEqual([]);
});
