import { FuseV1Options } from "@electron/fuses";
import { expect, it } from "vitest";
import packageJson from "../package.json" with { type: "json" };
import { FUSES } from "../electron/main/policy/fuses.ts";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import viteConfiguration from "../vite.config.ts";
import configuration from "./electron-builder.ts";
import { ROOT } from "./program.ts";

it("burns every switch of the binary, to the safe side (security.md E13)", () => {
  expect(FUSES).toEqual({
    [FuseV1Options.RunAsNode]: false,
    [FuseV1Options.EnableCookieEncryption]: false,
    [FuseV1Options.EnableNodeOptionsEnvironmentVariable]: false,
    [FuseV1Options.EnableNodeCliInspectArguments]: false,
    [FuseV1Options.EnableEmbeddedAsarIntegrityValidation]: true,
    [FuseV1Options.OnlyLoadAppFromAsar]: true,
    [FuseV1Options.LoadBrowserProcessSpecificV8Snapshot]: false,
    [FuseV1Options.GrantFileProtocolExtraPrivileges]: false,
    [FuseV1Options.WasmTrapHandlers]: true,
  });
  // A fuse that a later Electron adds is to be decided about, not left as it comes.
  expect(Object.keys(FUSES)).toHaveLength(Object.values(FuseV1Options).filter(Number.isInteger).length);
});

it("packs the program, not what it is developed with", () => {
  const files = configuration.files as string[];
  expect(configuration.asar).toBe(true);
  for (const name of Object.keys(packageJson.optionalDependencies))
    expect(files).toContain(`!node_modules/${name}/**`);
  expect(files.filter((pattern) => pattern.startsWith("dist"))).toEqual([
    "dist/node/**",
    "dist/preload/**",
    "dist/renderer/**",
  ]);
  expect(configuration.afterPack).toBeTypeOf("function");
});

it("leaves beside the archive what is not loaded through it: native libraries and the scripts of worker threads", () => {
  const built = viteConfiguration.environments?.["node"]?.build?.rollupOptions;
  const workers = Object.keys(built?.input ?? {}).filter((name) => name.endsWith("-worker"));
  expect(built?.output).toMatchObject({ entryFileNames: "[name].js" });
  expect(workers).toEqual(["report-worker", "spreadsheet-worker"]);
  expect(configuration.asarUnpack).toEqual(["**/*.node", ...workers.map((name) => `dist/node/${name}.js`)]);
  // What starts a thread looks for it under that very name.
  const starter = readFileSync(join(ROOT, "electron", "files", "start-thread.ts"), "utf8");
  for (const name of workers) expect(starter).toContain(`"${name}"`);
});
