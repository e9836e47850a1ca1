import { FuseV1Options } from "@electron/fuses";
import { expect, it } from "vitest";
import packageJson from "../package.json" with { type: "json" };
import { FUSES } from "../electron/main/policy/fuses.ts";
import configuration from "./electron-builder.ts";

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
