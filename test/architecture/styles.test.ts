// Every class of the stylesheets is worn somewhere: a rule nobody can see is still read and kept right.
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, it } from "vitest";
import { listPaths, listSources, ROOT } from "./source-files.ts";

const classesOf = (css: string): Set<string> =>
  new Set(css.replaceAll(/\/\*[^]*?\*\/|"[^"]*"/g, "").match(/(?<=\.)[a-z_][\w-]*/gi));

/** The classes that no string of the sources holds, whether whole or with a part filled in: `rail-${place}`. */
function unworn(classes: Iterable<string>, sources: readonly string[]): string[] {
  const worn = new Set<string>();
  const shapes: string[] = [];
  for (const text of sources) {
    for (const [, words = ""] of text.matchAll(/"([^"\n]*)"/g))
      for (const word of words.split(/\s+/)) worn.add(word);
    for (const [, template = ""] of text.matchAll(/`([^`]*)`/g))
      for (const word of template.replaceAll(/\$\{[^}]*\}/g, "$").split(/\s+/))
        if (/^[a-z][\w-]*-\$$/.test(word)) shapes.push(word.replace("$", "[\\w-]+"));
        else worn.add(word);
  }
  const filled = new RegExp(`^(?:${shapes.join("|")})$`);
  return [...classes].filter((name) => !worn.has(name) && !filled.test(name));
}

it("every class of the stylesheets is worn", () => {
  const sheets = listPaths(["renderer"]).filter((path) => path.endsWith(".css"));
  const classes = new Set(sheets.flatMap((path) => [...classesOf(readFileSync(join(ROOT, path), "utf8"))]));
  expect(classes.size).toBeGreaterThan(300);
  expect(
    unworn(
      classes,
      listSources().map(({ text }) => text),
    ),
  ).toEqual([]);
});

it("finds a class that is not", () => {
  const css = '.a > .b-late:hover { width: 0.5px } /* .c */ @import "./d.css";';
  expect([...classesOf(css)]).toEqual(["a", "b-late"]);
  expect(unworn(["a", "b-late", "e"], ['<i className="a f">', "className={`g b-${x ? 1 : 2}`}"])).toEqual([
    "e",
  ]);
});
