// One configuration for all five bundles: renderer (browser), node (local host, CLI, Electron main) and
// preload (sandboxed Electron: one CommonJS file). `vite build --app` builds them in that order.
import { builtinModules } from "node:module";
import react from "@vitejs/plugin-react";
import { defineConfig } from "vitest/config";

const nodeBuiltins = [...builtinModules, ...builtinModules.map((name) => `node:${name}`)];

export default defineConfig({
  root: "renderer",
  // Beside the packages, not in a second node_modules under the root named above.
  cacheDir: "../node_modules/.vite",
  base: "./",
  plugins: [react()],
  build: { target: "chrome140", outDir: "../dist/renderer", emptyOutDir: true, assetsInlineLimit: 0 },
  builder: {
    async buildApp(builder) {
      for (const name of ["client", "node", "preload"]) {
        const environment = builder.environments[name];
        if (!environment) throw new Error(`vite.config: no environment ${name}`);
        await builder.build(environment);
      }
    },
  },
  environments: {
    client: {},
    node: {
      consumer: "server",
      resolve: { noExternal: [], external: true },
      build: {
        target: "node24",
        outDir: "../dist/node",
        emptyOutDir: true,
        minify: false,
        ssr: true,
        rollupOptions: {
          input: {
            cli: "electron/cli/index.ts",
            local: "electron/local/index.ts",
            main: "electron/main/index.ts",
            "report-worker": "electron/files/report-worker.ts",
            "spreadsheet-worker": "electron/files/spreadsheet-worker.ts",
          },
          output: { entryFileNames: "[name].js", chunkFileNames: "chunk-[name]-[hash].js", format: "esm" },
        },
      },
    },
    preload: {
      consumer: "server",
      build: {
        target: "node24",
        outDir: "../dist/preload",
        emptyOutDir: true,
        minify: false,
        ssr: true,
        rollupOptions: {
          input: { preload: "electron/preload/index.ts" },
          external: ["electron", ...nodeBuiltins],
          output: { entryFileNames: "[name].cjs", format: "cjs" },
        },
      },
    },
  },
  test: {
    // Many tests wait for a key to be derived or a program to start: one worker less than there are processors would idle.
    maxWorkers: "100%",
    projects: [
      {
        test: {
          name: "unit",
          root: import.meta.dirname,
          include: ["{shared,electron,renderer,build,test/architecture,test/support}/**/*.test.{ts,tsx}"],
          environment: "node",
          testTimeout: 30_000,
          pool: "forks",
        },
      },
    ],
  },
});
