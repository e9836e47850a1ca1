// Data entry in a real browser on 2,000 unions: keys, paste, opening, scrolling; each beside the least that could do it.
import { chromium, type Page } from "@playwright/test";
import { findBrowser } from "../../build/find-browser.ts";
import { openHost } from "../../electron/api/host.ts";
import { OfficeApp } from "../support/office-app.ts";
import { openBareTable, pasteBare } from "./bare-table.ts";
import { handWriter } from "./hand-written.ts";
import { CLOCK } from "./offices.ts";
import {
  openForm,
  quantile,
  scrollFrames,
  takeSave,
  takeTimes,
  watchData,
  watchKeys,
  watchSave,
} from "./page-timing.ts";
import { timed } from "./ratio.ts";

interface EntryMeasure {
  readonly name: string;
  /** Milliseconds. */
  readonly ours: number;
  readonly least: number | null;
  readonly aim: string;
}

const ROWS = 120;
const COLUMNS = 13;
/** One opening or paste in three may meet a pause of the machine. */
const ROUNDS = 5;
/** The year has twenty columns side by side that are typed in; one of them takes yes or no. */
const PASTE = { rows: 1000, columns: 20, form: "year/2026", left: 59, yesNo: 13 };

export async function measureEntry(folder: string): Promise<EntryMeasure[]> {
  const executablePath = findBrowser();
  if (executablePath === undefined) throw new Error("no browser found: set SCD_BROWSER");
  const rawPaste = await rawTransactions(folder);
  const browser = await chromium.launch({ executablePath, args: ["--no-sandbox", "--disable-gpu"] });
  const office = new OfficeApp(folder);
  try {
    const context = await browser.newContext({
      viewport: { width: 1366, height: 768 },
      permissions: ["clipboard-read", "clipboard-write"],
    });
    const bare = await context.newPage();
    const bareKeys = await typeThrough(bare, () => openBareTable(bare, ROWS, COLUMNS));
    await openBareTable(bare, PASTE.rows, PASTE.columns);
    const barePaste = await pasteBare(bare, PASTE.rows, PASTE.columns);
    await openBareTable(bare, 2000, 100);
    const bareFrames = await scrollFrames(bare, "#scroll");
    await bare.close();

    const page = await context.newPage();
    await watchData(page);
    await office.open(page);
    await page.locator("#today-work").waitFor();
    const keys = await typeThrough(page, () => openForm(page, "month/2026-M06"));
    await page.locator(".entry-facts output:not([data-saving])").waitFor();
    const durable = await typeAndWait(page);
    const opened = await openAgain(page, office);
    const frames = await scrollFrames(page, ".so-grid-scroll");
    const paste = await pasteAgain(page, (row, column) => (row + column) % 10);
    const surges = await pasteAgain(page, (row, column) => 1000 + row + column);
    return [
      { name: "key to painted, p50", ours: quantile(keys, 0.5), least: quantile(bareKeys, 0.5), aim: "" },
      {
        name: "key to painted, p95",
        ours: quantile(keys, 0.95),
        least: quantile(bareKeys, 0.95),
        aim: "≤ 16 ms, ≤ 1.5 ×",
      },
      { name: "key to durable, p50", ours: quantile(durable, 0.5), least: null, aim: "" },
      { name: "key to durable, p95", ours: quantile(durable, 0.95), least: null, aim: "" },
      { name: "paste 1,000 × 20, painted", ours: paste.painted, least: barePaste, aim: "" },
      { name: "paste 1,000 × 20, durable", ours: paste.durable, least: rawPaste.bare, aim: "≤ 1 s, ≤ 2 ×" },
      {
        name: "paste 1,000 × 20, durable / its rows by hand",
        ours: paste.durable,
        least: rawPaste.byHand,
        aim: "",
      },
      { name: "the same, each a surge (V21), durable", ours: surges.durable, least: null, aim: "" },
      { name: "open 2,000 × 100, data there to painted", ours: opened, least: null, aim: "≤ 500 ms" },
      { name: "scroll frame, p50", ours: quantile(frames, 0.5), least: quantile(bareFrames, 0.5), aim: "" },
      { name: "scroll frame, p95", ours: quantile(frames, 0.95), least: quantile(bareFrames, 0.95), aim: "" },
    ];
  } finally {
    await office.stop();
    await browser.close();
  }
}

async function typeThrough(page: Page, open: () => Promise<unknown>): Promise<number[]> {
  await open();
  await page.waitForTimeout(1000);
  await watchKeys(page);
  for (let cell = 0; cell < ROWS * COLUMNS; cell += 1) {
    for (const key of ["7", "Tab"]) {
      await page.keyboard.press(key);
      // As people type: the next key comes when this one is seen.
      await page.evaluate(() => new Promise((resolve) => requestAnimationFrame(() => setTimeout(resolve))));
    }
  }
  await page.waitForTimeout(500);
  return takeTimes(page);
}

/** One cell after another, each only when the one before is saved. */
async function typeAndWait(page: Page): Promise<number[]> {
  const times: number[] = [];
  await page.keyboard.press("Control+Home");
  for (let cell = 0; cell < 60; cell += 1) {
    await watchSave(page);
    await page.keyboard.type(String(200 + cell));
    await page.keyboard.press("Enter");
    times.push((await takeSave(page)).durable);
  }
  return times;
}

/** A page that was opened just now: one that has opened the form before keeps it. */
async function openAgain(page: Page, office: OfficeApp): Promise<number> {
  const times = [];
  for (let round = 0; round < ROUNDS; round += 1) {
    await page.goto("about:blank");
    await page.goto(await office.nextLink());
    await page.locator("#today-work").waitFor();
    times.push(await openForm(page, PASTE.form));
  }
  return quantile(times, 0.5);
}

/** @param figure below 10 no rule finds a surge in it */
async function pasteAgain(page: Page, figure: (row: number, column: number) => number) {
  const times = [];
  for (let round = 0; round < ROUNDS; round += 1)
    times.push(await pasteOurs(page, (row, column) => figure(row, column + round)));
  return {
    painted: quantile(
      times.map(({ painted }) => painted),
      0.5,
    ),
    durable: quantile(
      times.map(({ durable }) => durable),
      0.5,
    ),
  };
}

async function pasteOurs(
  page: Page,
  figure: (row: number, column: number) => number,
): Promise<{ painted: number; durable: number }> {
  const block = Array.from({ length: PASTE.rows }, (_, row) =>
    Array.from({ length: PASTE.columns }, (_unused, column) =>
      String(column === PASTE.yesNo ? row % 2 : figure(row, column)),
    ).join("\t"),
  ).join("\r\n");
  await page.evaluate((text) => navigator.clipboard.writeText(text), `${block}\r\n`);
  await page.keyboard.press("Control+Home");
  for (let column = 0; column < PASTE.left; column += 1) await page.keyboard.press("ArrowRight");
  await page.keyboard.press("Control+v");
  await page.getByRole("dialog").waitFor();
  await watchSave(page);
  await page.keyboard.press("Enter");
  return takeSave(page);
}

/**
 * The same number of cells as one transaction into the same file. `bare`: each figure and that it changed; `byHand`: all rows
 * that a paste leaves.
 */
async function rawTransactions(folder: string): Promise<{ bare: number; byHand: number }> {
  const host = await openHost({ dataFolder: folder, clock: CLOCK, program: "cli" });
  const { db } = host.context.workspace;
  const { raw } = db;
  const units = raw.prepare("SELECT id FROM org_unit LIMIT ?").pluck().all(PASTE.rows) as number[];
  const elements = raw.prepare("SELECT id FROM data_element LIMIT ?").pluck().all(PASTE.columns) as number[];
  const period = raw.prepare("SELECT id FROM reporting_period WHERE code = '2024'").pluck().get() as number;
  const insert = raw.prepare(
    "INSERT INTO entry (period_id, element_id, unit_id, state, value) VALUES (?, ?, ?, 0, ?) ON CONFLICT DO UPDATE SET state = 0, value = excluded.value",
  );
  const change = raw.prepare(
    "INSERT INTO entry_change (period_id, element_id, unit_id, before_is_estimate, after_state, after_value, revision, at) VALUES (?, ?, ?, 0, 0, ?, ?, ?)",
  );
  const at = CLOCK.now().toISOString();
  const times = Array.from({ length: 5 }, (_, round) =>
    timed(() =>
      raw.transaction(() => {
        for (const element of elements)
          for (const unit of units) {
            insert.run(period, element, unit, round);
            change.run(period, element, unit, round, round + 1, at);
          }
      })(),
    ),
  );
  const write = handWriter(db, at);
  // Another period: the bare inserts above left changes behind that no figure knows of.
  const other = raw
    .prepare("SELECT max(id) FROM reporting_period WHERE id <> ?")
    .pluck()
    .get(period) as number;
  const timesByHand = Array.from({ length: 5 }, (_, round) => {
    const cells = elements.flatMap((elementId) =>
      units.map((unitId) => ({ elementId, unitId, value: round })),
    );
    return timed(() => write(other, cells));
  });
  await host.close();
  return { bare: quantile(times, 0.5), byHand: quantile(timesByHand, 0.5) };
}

export function printEntryTable(measures: readonly EntryMeasure[]): string {
  const rows = [
    ["data entry", "ours", "least work", "ratio", "aim"],
    ...measures.map(({ name, ours, least, aim }) => [
      name,
      `${ours.toFixed(1)} ms`,
      least === null ? "" : `${least.toFixed(1)} ms`,
      least === null ? "" : (ours / least).toFixed(2),
      aim,
    ]),
  ];
  const widths = rows[0]?.map((_, column) => Math.max(...rows.map((row) => row[column]?.length ?? 0))) ?? [];
  return rows
    .map((row) =>
      row
        .map((cell, column) =>
          column === 0 || column === 4
            ? cell.padEnd(widths[column] ?? 0)
            : cell.padStart(widths[column] ?? 0),
        )
        .join("  ")
        .trimEnd(),
    )
    .join("\n");
}
