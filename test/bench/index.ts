// npm run bench: what the program costs against the least work that could do the same, as ratios measured in one run.
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { ensureBuilt } from "../../build/program.ts";
import { measureEntry, printEntryTable } from "./entry.ts";
import { measureExchange } from "./exchange.ts";
import { measureEvaluation } from "./evaluation.ts";
import { createEmptyOffice, fillLargeOffice } from "./offices.ts";
import { printTable, type Ratio } from "./ratio.ts";
import { measureSaving } from "./save-cell.ts";
import { measureStart } from "./start.ts";

const folder = mkdtempSync(join(tmpdir(), "scd-bench-"));
const large = join(folder, "large");
const empty = join(folder, "empty");
try {
  if (!ensureBuilt()) process.exit(1);
  console.log("Filling an office with 2,000 unions and three years…");
  await fillLargeOffice(large);
  await createEmptyOffice(empty);
  const ratios: Ratio[] = [];
  ratios.push(...(await measureEvaluation(large)));
  ratios.push(await measureStart(large, empty));
  ratios.push(...(await measureExchange(join(folder, "exchange"))));
  const [saving, savingByHand] = await measureSaving(large);
  ratios.push(saving, savingByHand);
  console.log(printTable(ratios));
  console.log(`\n${printEntryTable(await measureEntry(large))}`);
  const added = saving.ours - saving.least;
  console.log(
    `\nA commit takes ${saving.least.toFixed(3)} ms on this disk, saving adds ${added.toFixed(2)} ms of work: the ratio is ≤ ${saving.aim} wherever a commit takes ${(added / (saving.aim - 1)).toFixed(1)} ms or longer.`,
  );
} finally {
  rmSync(folder, { recursive: true, force: true });
}
