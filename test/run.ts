// npm test: every check one after the other, and at the end one line that counts them. A later stage runs although an
// earlier one failed, so that one look shows everything.
import { spawnSync } from "node:child_process";
import { mkdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { providePrograms } from "./provide-programs.ts";

const ROOT = join(import.meta.dirname, "..");
const REPORTS = join(ROOT, "test-results", "reports");
const UNIT_REPORT = join(REPORTS, "unit.json");
const E2E_REPORT = join(REPORTS, "e2e.json");

interface Count {
  readonly passed: number;
  readonly failed: number;
}

/** Runs a script of package.json. @returns whether it succeeded */
function runScript(name: string, ...more: readonly string[]): boolean {
  console.log(`\n== ${name}`);
  const result = spawnSync("npm", ["run", "-s", name, ...(more.length > 0 ? ["--", ...more] : [])], {
    cwd: ROOT,
    stdio: "inherit",
    // npm is a script there, which only a shell starts; nothing from outside is in the words.
    shell: process.platform === "win32",
  });
  return result.status === 0;
}

/** A stage without tests of its own: it counts when it fails. */
function check(name: string): Count {
  return { passed: 0, failed: runScript(name) ? 0 : 1 };
}

/** A stage with a report: its tests, and one more failure when it ended badly without any. */
function count(isSuccess: boolean, report: () => Count): Count {
  let counted: Count = { passed: 0, failed: 0 };
  try {
    counted = report();
  } catch {
    return { passed: 0, failed: 1 };
  }
  return isSuccess || counted.failed > 0 ? counted : { ...counted, failed: 1 };
}

function unitCount(): Count {
  const report = JSON.parse(readFileSync(UNIT_REPORT, "utf8")) as {
    numPassedTests: number;
    numFailedTests: number;
  };
  return { passed: report.numPassedTests, failed: report.numFailedTests };
}

function endToEndCount(): Count {
  const { stats } = JSON.parse(readFileSync(E2E_REPORT, "utf8")) as {
    stats: { expected: number; unexpected: number; flaky: number };
  };
  return { passed: stats.expected + stats.flaky, failed: stats.unexpected };
}

rmSync(REPORTS, { recursive: true, force: true });
mkdirSync(REPORTS, { recursive: true });

providePrograms();

const stages: (readonly [string, Count])[] = [
  ["types", check("types")],
  ["lint", check("lint")],
  [
    "unit",
    count(
      runScript("unit", "--reporter=default", "--reporter=json", `--outputFile.json=${UNIT_REPORT}`),
      unitCount,
    ),
  ],
  ["build", check("build")],
];
const isBuilt = stages.every(([name, { failed }]) => name !== "build" || failed === 0);
stages.push(["e2e", isBuilt ? count(runScript("e2e"), endToEndCount) : { passed: 0, failed: 1 }]);

console.log("");
for (const [name, { passed, failed }] of stages)
  console.log(
    `${failed === 0 ? "✓" : "✕"} ${name}${passed > 0 ? ` ${passed}` : ""}${failed > 0 ? ` (${failed} ✕)` : ""}`,
  );
const passed = stages.reduce((sum, [, stage]) => sum + stage.passed, 0);
const failed = stages.reduce((sum, [, stage]) => sum + stage.failed, 0);
const summary = `${passed} passed, ${failed} failed`;
writeFileSync(join(REPORTS, "summary.txt"), `${summary}\n`);
console.log(summary);
process.exitCode = failed === 0 && passed > 0 ? 0 : 1;
