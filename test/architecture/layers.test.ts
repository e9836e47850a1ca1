import { describe, expect, it } from "vitest";
import { findBreaches } from "./check-layers.ts";
import { LAYERS } from "./layer-table.ts";
import { importsOf, listSources, type SourceFile } from "./source-files.ts";

const sources = listSources();

it("every folder imports only what the table allows", () => {
  expect(findBreaches(sources, LAYERS)).toEqual([]);
});

it("looked at the whole program", () => {
  // A checker that sees nothing finds nothing.
  expect(sources.length).toBeGreaterThan(200);
  expect(sources.flatMap(importsOf).length).toBeGreaterThan(sources.length);
  for (const { folder } of LAYERS) {
    const start = folder.replace("/*", "");
    expect([folder, sources.some(({ path }) => path.startsWith(start))]).toEqual([folder, true]);
  }
});

describe("the checker", () => {
  const file = (path: string, text: string): SourceFile => ({ path, text });
  it.each([
    [file("shared/domain/x.ts", 'import { readFileSync } from "node:fs";'), "node"],
    [file("shared/domain/x.ts", 'import type { Y } from "../contract/y.ts";'), "shared/contract/y.ts"],
    [file("shared/domain/x.ts", 'import "zod";'), "zod"],
    [file("shared/domain/x.ts", 'const z = await import("zod");'), "zod"],
    [file("shared/domain/x.ts", 'export { a } from "kysely/migration";'), "kysely"],
    [file("renderer/features/a/x.tsx", 'import { b } from "../b/y.ts";'), "renderer/features/b/y.ts"],
    [
      file("renderer/features/a/x.tsx", 'import { b } from "../../../electron/api/y.ts";'),
      "electron/api/y.ts",
    ],
    [
      file("renderer/components/x.tsx", 'import {\n  one,\n  two,\n} from "../api/api.ts";'),
      "renderer/api/api.ts",
    ],
    [file("electron/exchange/x.ts", 'import { q } from "../database/q.ts";'), "electron/database/q.ts"],
    [file("electron/preload/index.ts", 'import { m } from "../main/m.ts";'), "electron/main/m.ts"],
    [file("electron/local/x.ts", 'import { a } from "left-pad";'), "left-pad"],
  ])("finds the breach in %j", (source, target) => {
    expect(findBreaches([source], LAYERS)).toHaveLength(1);
    expect(findBreaches([source], LAYERS)[0]).toContain(`${source.path} imports ${target}; allowed: `);
  });

  it("finds a file that is in no folder of the table", () => {
    expect(findBreaches([file("shared/other/x.ts", "")], LAYERS)).toEqual([
      "shared/other/x.ts: in no folder of the table",
    ]);
  });

  it.each([
    file("renderer/features/a/x.tsx", 'import { b } from "./y.ts";'),
    file("renderer/features/a/deep/x.tsx", 'import { b } from "../y.ts";'),
    file("electron/api/x.ts", '// import { a } from "electron";\n/* import "left-pad" */'),
    file("electron/api/x.ts", 'const text = `unlike an import from "left-pad"`;'),
  ])("leaves alone %j", (source) => {
    expect(findBreaches([source], LAYERS)).toEqual([]);
  });
});
