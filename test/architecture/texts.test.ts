// Every text of the interface is shown somewhere: a sentence nobody can meet is still translated and kept right.
import { expect, it } from "vitest";
import { vi } from "../../renderer/text/vi.ts";
import { listSources, type SourceFile } from "./source-files.ts";

/** Endings i18next puts at a key that depends on a number. */
const PLURAL = /_(?:zero|one|two|few|many|other)$/;

function keysOf(words: object, start = ""): string[] {
  return Object.entries(words).flatMap(([name, inner]) =>
    typeof inner === "string" ? [start + name] : keysOf(inner, `${start}${name}.`),
  );
}

/** The keys no source names, whether in full or with parts filled in: `labels.rhythm.${rhythm}`. */
function unusedKeys(keys: readonly string[], sources: readonly SourceFile[]): string[] {
  const named = new Set<string>();
  const shapes = new Set<string>();
  for (const { text } of sources) {
    for (const [, key = ""] of text.matchAll(/"([\w.-]+)"/g)) named.add(key);
    for (const [, template = ""] of text.matchAll(/`((?:[\w.-]|\$\{(?:[^{}]|\{[^{}]*\})*\})+)`/g)) {
      const shape = template.replaceAll(".", "\\.").replace(/\$\{(?:[^{}]|\{[^{}]*\})*\}/g, "[\\w-]+");
      if (/^[a-z]\w*\\\./i.test(shape)) shapes.add(shape);
    }
  }
  const filled = new RegExp(`^(?:${[...shapes].join("|")})$`);
  return keys.filter((key) => !named.has(key.replace(PLURAL, "")) && !filled.test(key.replace(PLURAL, "")));
}

const sources = listSources().filter(
  ({ path }) => path.startsWith("renderer/") && !path.startsWith("renderer/text/vi/"),
);

it("every text is shown somewhere", () => {
  const keys = keysOf(vi);
  expect(keys.length).toBeGreaterThan(2000);
  expect(unusedKeys(keys, sources)).toEqual([]);
});

it("finds a text that is not", () => {
  const text = 't("a.whole"); t(`a.${kind}.title`); t("a.number", { count }); t(`b.${of({ x: 1 })}`);';
  const keys = ["a.whole", "a.unit.title", "a.unit.lead", "a.number_one", "a.title", "b.c", "b.c.d"];
  expect(unusedKeys(keys, [{ path: "renderer/x.tsx", text }])).toEqual(["a.unit.lead", "a.title", "b.c.d"]);
});
