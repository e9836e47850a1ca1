// Who may import whom (style.md). The first row whose folder matches decides; a file in no row is a fault.

export interface Layer {
  readonly folder: string;
  /** Folders of ours, besides its own. */
  readonly mayImport: readonly string[];
  readonly packages: readonly string[];
}

const FILE_LIBRARIES = [
  "csv-parse",
  "csv-stringify",
  "devextreme-exceljs-fork",
  "docx",
  "saxes",
  "yauzl",
] as const;
const UI = ["react", "react-aria-components", "@tanstack/react-query", "@tanstack/react-router"] as const;

export const LAYERS: readonly Layer[] = [
  { folder: "shared/domain", mayImport: [], packages: [] },
  { folder: "shared/catalogue", mayImport: ["shared/domain"], packages: ["zod"] },
  // The shape of a programme file is the catalogue's schema: one definition for the built-in ones and for an own one.
  {
    folder: "shared/contract",
    mayImport: ["shared/domain", "shared/catalogue"],
    packages: ["zod", "@orpc/contract"],
  },
  {
    folder: "electron/database",
    mayImport: ["shared/domain", "shared/catalogue"],
    packages: ["node", "better-sqlite3", "kysely"],
  },
  {
    folder: "electron/exchange",
    mayImport: ["shared/domain", "shared/catalogue"],
    packages: ["node", "zod", "age-encryption"],
  },
  {
    folder: "electron/files",
    mayImport: ["shared/domain", "shared/catalogue"],
    packages: ["node", ...FILE_LIBRARIES],
  },
  {
    folder: "electron/api",
    mayImport: ["shared", "electron/database", "electron/exchange", "electron/files", "package.json"],
    packages: ["node", "@orpc/server", "kysely", "uuid", "zod"],
  },
  { folder: "electron/transport", mayImport: [], packages: ["node", "@orpc/server", "ws"] },
  // Pure, so that they are tested without Electron: types of it at most.
  { folder: "electron/main/policy", mayImport: [], packages: ["node", "electron", "@electron/fuses"] },
  { folder: "electron/main", mayImport: ["shared", "electron"], packages: ["node", "electron"] },
  { folder: "electron/local", mayImport: ["shared", "electron"], packages: ["node", "@orpc/server", "ws"] },
  { folder: "electron/cli", mayImport: ["shared", "electron"], packages: ["node", "@orpc/server"] },
  { folder: "electron/preload", mayImport: [], packages: ["electron"] },
  {
    folder: "renderer/components",
    mayImport: ["shared/domain"],
    packages: [...UI, "@tanstack/react-virtual"],
  },
  {
    folder: "renderer/api",
    mayImport: ["shared/contract"],
    packages: ["react", "@orpc/client", "@orpc/contract", "@orpc/tanstack-query"],
  },
  // With the widgets: what every feature says in the same words and looks.
  {
    folder: "renderer/text",
    mayImport: ["renderer/components", "shared"],
    packages: ["react", "i18next", "react-i18next", "@orpc/client"],
  },
  {
    folder: "renderer/sheet",
    mayImport: ["renderer/components", "renderer/api", "renderer/text", "shared"],
    // A key pressed behind a dialog must find the sheet: what closes it waits for the page (`flushSync`).
    packages: [...UI, "react-dom", "@orpc/client"],
  },
  {
    folder: "renderer/features/*",
    mayImport: ["renderer/sheet", "renderer/components", "renderer/api", "renderer/text", "shared"],
    // Errors of a call, and the types of what it takes.
    packages: [...UI, "@orpc/client", "@orpc/contract"],
  },
  { folder: "renderer/app", mayImport: ["renderer", "shared"], packages: [...UI, "react-dom"] },
  { folder: "renderer/main.tsx", mayImport: ["renderer"], packages: [...UI, "react-dom"] },
];
