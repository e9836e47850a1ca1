// One word for one thing (style.md "Names"). Short on purpose: a rule that cries wolf is switched off.
import { expect, it } from "vitest";
import { listPaths, listSources, withoutComments } from "./source-files.ts";

/** Names that say nothing about their subject. */
const EMPTY_NAMES = /^(utils?|helpers?|commons?|libs?|services?|types|managers?|misc|stuff)$/i;

/** Whole identifiers → the word of the glossary (domain.md §a). */
const SYNONYMS: readonly (readonly [RegExp, string])[] = [
  [/^[pP]rogram(Target|Code|Indicator|Title)s?$/, "programme: a program is software"],
  [/^(action)?Programs$/i, "programmes: a program is software"],
  [/^(labor|labour)[A-Z]/, "tradeUnion…, worker…: the glossary's words"],
  [/^(isNA|nA|notApplicableValue)$/, "notApplicable"],
  [/^(kpi|KPI)[A-Z]?\w*$/, "target or indicator"],
  [/^(district|quan|huyen)(Id|Code|Name)$/, "unit: levels are data (design.md §4)"],
  [/^(datum|dataPoint|dataPoints)$/, "entry"],
];

const paths = listPaths(["electron", "renderer", "shared", "build", "test"]);

it("no folder or file is named after nothing", () => {
  const named = paths.flatMap((path) =>
    path.split("/").map((part) => ({ path, name: part.split(".")[0] ?? part })),
  );
  expect(named.length).toBeGreaterThan(200);
  expect(named.filter(({ name }) => EMPTY_NAMES.test(name)).map(({ path }) => path)).toEqual([]);
});

it("file names are kebab-case, or PascalCase for the component they export", () => {
  const wrong = paths.filter((path) => {
    const [name = ""] = path.split("/").at(-1)?.split(".") ?? [];
    if (!/\.(ts|tsx)$/.test(path)) return false;
    return (
      !/^[a-z0-9]+(-[a-z0-9]+)*$/.test(name) && !(path.endsWith(".tsx") && /^[A-Z][A-Za-z0-9]*$/.test(name))
    );
  });
  expect(wrong).toEqual([]);
});

it("identifiers use the glossary's words", () => {
  const found = listSources().flatMap(({ path, text }) =>
    [...new Set(withoutComments(text).match(/\b[A-Za-z_]\w*\b/g))].flatMap((identifier) =>
      SYNONYMS.filter(([pattern]) => pattern.test(identifier)).map(
        ([, instead]) => `${path}: ${identifier} → ${instead}`,
      ),
    ),
  );
  expect(found).toEqual([]);
});

it("the rules find what they are for", () => {
  const hits = ["programTargets", "actionPrograms", "laborUnion", "kpiValue", "districtCode", "dataPoints"];
  expect(hits.filter((word) => !SYNONYMS.some(([pattern]) => pattern.test(word)))).toEqual([]);
  const misses = ["program", "programme", "programVersion", "unitCode", "entry"];
  expect(misses.filter((word) => SYNONYMS.some(([pattern]) => pattern.test(word)))).toEqual([]);
  expect(["utils", "Helpers", "lib"].every((name) => EMPTY_NAMES.test(name))).toBe(true);
  expect(["utility-bill", "library", "commonwealth"].some((name) => EMPTY_NAMES.test(name))).toBe(false);
});
