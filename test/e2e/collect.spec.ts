// Collecting from the grassroots as a whole: by keyboard in the window; two hundred sheets through LibreOffice and back;
// and the plug pulled while a collection is written or taken back.
// Over 300 lines because it is one way, from sheets that go out to a collection taken back.
import { spawn } from "node:child_process";
import { once } from "node:events";
import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, type Locator, type Page, test } from "@playwright/test";
import { axe } from "../support/axe.ts";
import { type AnswerEdit, addressOfAnswer, answered, openBook } from "../support/answered-template.ts";
import { commandJson, initOffice, ROOT } from "../support/command-line.ts";
import { type CalcJob, fillWithCalc, hasLibreOffice, withoutLibreOffice } from "../support/libreoffice.ts";
import { OfficeApp } from "../support/office-app.ts";

const FORM = ["--form", "month", "--period", "2026-M02"] as const;

interface Exported {
  readonly unit_code: string;
  readonly element: string;
  readonly value: string;
  readonly state: string;
}

interface Imported {
  readonly files: readonly { fileName: string; state: string; fault: { code: string } | null }[];
  readonly applied: number;
  readonly rejected: readonly unknown[];
}

let folder: string;
let data: string;
test.beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "scd-collect-"));
  data = join(folder, "office");
});
test.afterEach(() => rmSync(folder, { recursive: true, force: true }));

const exported = () => commandJson<Exported[]>("entries", "export", "--period", "2026-M02", "--data", data);

function makeOffice(types: readonly string[]): void {
  initOffice(data);
  const register = join(folder, "so.csv");
  const lines = types.map((type, index) => `${codeOf(index)},CĐCS Đơn vị “${index + 1}” Hoà Bình,${type}`);
  writeFileSync(register, `code,name,employer_type\n${lines.join("\n")}\n`);
  commandJson("units", "import", register, "--data", data);
}

const codeOf = (index: number) => `U${String(index + 1).padStart(4, "0")}`;

/** Only with the Tab key. */
async function tabTo(page: Page, target: Locator, key: "Tab" | "Shift+Tab" = "Tab"): Promise<void> {
  for (let step = 0; step < 80; step += 1) {
    if (await target.evaluate((element) => element === document.activeElement)) return;
    await page.keyboard.press(key);
  }
  throw new Error(`not reached: ${String(target)}`);
}

test("a clerk makes sheets, receives a folder, decides, writes and takes back, all by keyboard", async ({
  page,
}) => {
  makeOffice(["privateEnterprise", "publicServiceUnit", "fdiEnterprise"]);
  const sheets = join(folder, "t");
  const { files } = commandJson<{ files: string[] }>(
    "templates",
    "write",
    ...FORM,
    "--out",
    sheets,
    "--data",
    data,
  );
  const back = join(folder, "nhan ve");
  mkdirSync(back);
  const send = async (name: string, index: number, edits: readonly AnswerEdit[]) =>
    writeFileSync(join(back, name), await answered(files[index] ?? "", edits));
  await send("zalo (1).xlsx", 0, [
    { element: "workersTotal", value: 50 },
    { element: "membersTotal", value: "1.250" },
    { element: "membersAdmitted", value: "mười" },
  ]);
  await send("zalo (2).xlsx", 0, [{ element: "workersTotal", value: 51 }]);
  await send("zalo (3).xlsx", 1, [{ element: "workersTotal", column: "word", value: "Chưa thu thập" }]);
  writeFileSync(join(back, "khac.xlsx"), "không phải sổ Excel");

  const office = new OfficeApp(data);
  try {
    await office.open(page);
    // Choosers are caught from here on: catching one and the key that opens it would race.
    page.on("filechooser", () => {});
    await page.evaluate(() => {
      location.hash = "#/entry/collect?period=%222026-M02%22";
    });
    const make = page.getByRole("button", { name: "Tạo tệp mẫu" });
    await expect(make).toBeVisible();
    await tabTo(page, make);
    const [download] = await Promise.all([page.waitForEvent("download"), page.keyboard.press("Enter")]);
    expect(download.suggestedFilename()).toBe("2026-M02_phieu-thu-thap.zip");
    await expect(page.getByText("Đã lập tệp mẫu cho 3 đơn vị.")).toBeVisible();

    await tabTo(page, page.getByRole("button", { name: "Chọn các tệp" }));
    const [chooser] = await Promise.all([page.waitForEvent("filechooser"), page.keyboard.press("Enter")]);
    await chooser.setFiles(readdirSync(back).map((name) => join(back, name)));
    await expect(page.getByRole("status").filter({ hasText: "4 tệp" })).toHaveText(
      "4 tệp: 1 tệp nhận được, 2 tệp chờ chọn, 1 tệp không nhận, 0 tệp không có gì mới.",
    );
    expect(
      (await axe(page).analyze()).violations.filter(
        ({ impact }) => impact === "serious" || impact === "critical",
      ),
    ).toEqual([]);

    // Two answers of one union: nothing of it is written before one is chosen.
    await expect(page.getByRole("button", { name: /^Ghi 1 ô từ 1 tệp/ })).toBeVisible();
    await tabTo(page, page.getByRole("radio", { name: "Không ghi" }));
    await page.keyboard.press("ArrowUp");
    await page.keyboard.press("ArrowUp");
    await expect(page.getByRole("radio", { name: "zalo (1).xlsx" })).toBeChecked();
    await tabTo(page, page.getByRole("grid", { name: "Các tệp đã nhận" }));
    await page.keyboard.press("ArrowDown");
    await page.keyboard.press("Enter");
    const cells = page.getByRole("dialog");
    await expect(cells.getByRole("row").filter({ hasText: "Đoàn viên kết nạp mới" })).toContainText(
      "không phải số",
    );
    await expect(cells.getByRole("row").filter({ hasText: "Tổng số đoàn viên" })).toContainText("1.250");
    expect(
      (await axe(page).analyze()).violations.filter(
        ({ impact }) => impact === "serious" || impact === "critical",
      ),
    ).toEqual([]);
    await page.keyboard.press("Escape");
    await tabTo(page, page.getByRole("button", { name: "Ghi 3 ô từ 2 tệp" }), "Shift+Tab");
    await page.keyboard.press("Enter");
    await expect(page.getByText("Đã ghi 3 ô của 2 đơn vị từ 2 tệp.")).toBeVisible();
    await expect(page.getByText("Lời nhắn cho đơn vị chưa trả lời")).toBeVisible();
    await tabTo(page, page.getByRole("button", { name: "Hoàn tác lần thu thập này" }));
    await page.keyboard.press("Enter");
    await tabTo(page, page.getByRole("alertdialog").getByRole("button", { name: "Hoàn tác" }));
    await page.keyboard.press("Enter");
    await expect(page.getByText("Đã hoàn tác 3 ô; mọi ô trở về như trước.")).toBeVisible();
    await office.stop();
    expect(exported()).toEqual([]);
  } finally {
    await office.kill();
  }
});

/** What union number `index` answers to a line: as it is put into the sheet, and as it is exported. Undefined = left blank. */
function answerOf(index: number, element: string) {
  const workers = 20 + ((index * 37) % 480);
  const number = (value: number, put: string | number = value) =>
    ({ column: "value", put, value: String(value), state: "" }) as const;
  const word = (put: string, state: string) => ({ column: "word", put, value: "", state }) as const;
  const isEnterprise = index % 2 === 0;
  switch (element) {
    case "workersTotal":
      return number(workers);
    case "membersTotal":
      // Typed as text with a dot, as people do.
      return index % 3 === 0
        ? number(1000 + workers, `1.${String(workers).padStart(3, "0")}`)
        : number(workers - 3);
    case "membersAdmitted":
      return index % 4 === 0 ? word("Không phát sinh", "noOccurrence") : number(index % 4);
    case "membersTransferredIn":
      return index % 5 === 0 ? undefined : number(0);
    case "membersDecreased":
      return word("Chưa thu thập", "notCollected");
    case "strikes":
      return isEnterprise && index % 3 === 0 ? number(index === 6 ? 1 : 0) : undefined;
    default:
      return undefined;
  }
}

const ANSWERED = [
  "workersTotal",
  "membersTotal",
  "membersAdmitted",
  "membersTransferredIn",
  "membersDecreased",
  "strikes",
];

test(`200 sheets filled and saved by LibreOffice come back as exactly what was filled${withoutLibreOffice}`, async () => {
  test.skip(!hasLibreOffice, "LibreOffice is not installed");
  // Some 20 s on an idle machine; LibreOffice alone takes four times that on a busy one.
  test.setTimeout(400_000);
  const unions = 200;
  makeOffice(
    Array.from({ length: unions }, (_, index) =>
      index % 2 === 0 ? "privateEnterprise" : "publicServiceUnit",
    ),
  );
  const { files } = commandJson<{ files: string[] }>(
    "templates",
    "write",
    ...FORM,
    "--out",
    join(folder, "t"),
    "--data",
    data,
  );
  expect(files).toHaveLength(unions);
  // Every single sheet of a form has the same places.
  const sheet = (await openBook(readFileSync(files[0] ?? ""))).worksheets[0];
  if (!sheet) throw new Error("no sheet");
  const back = join(folder, "back");
  mkdirSync(back);
  const jobs = files.map((from): CalcJob => {
    const index = Number(/_U(\d{4})_/.exec(from)?.[1]) - 1;
    return {
      from,
      // People rename files.
      to: join(back, `bao cao ${unions - index}.xlsx`),
      cells: ANSWERED.flatMap((element) => {
        const answer = answerOf(index, element);
        return answer
          ? [[addressOfAnswer(sheet, { element, column: answer.column }), answer.put] as const]
          : [];
      }),
    };
  });
  const printed = fillWithCalc(folder, jobs, 300_000);
  expect(jobs.filter(({ to }) => !existsSync(to)).length, printed).toBe(0);

  const imported = commandJson<Imported>("templates", "import", back, ...FORM, "--data", data);
  expect(imported.files.filter(({ state }) => state !== "ready")).toEqual([]);
  expect(imported.rejected).toEqual([]);
  const expected = Array.from({ length: unions }, (_, index) =>
    ANSWERED.flatMap((element) => {
      const answer = answerOf(index, element);
      return answer ? [`${codeOf(index)} ${element} ${answer.value}${answer.state}`] : [];
    }),
  ).flat();
  expect(imported.applied).toBe(expected.length);
  const stored = exported().map(
    ({ unit_code: code, element, value, state }) => `${code} ${element} ${value}${state}`,
  );
  expect(stored.toSorted()).toEqual(expected.toSorted());
});

test("kill -9 while a collection is written or taken back leaves it wholly there or not at all", async () => {
  test.setTimeout(400_000);
  const unions = 600;
  const rounds = 8;
  makeOffice(Array.from({ length: unions }, () => "privateEnterprise"));
  const { files } = commandJson<{ files: string[] }>(
    "templates",
    "write",
    ...FORM,
    "--many",
    "--out",
    join(folder, "t"),
    "--data",
    data,
  );
  const book = await openBook(readFileSync(files[0] ?? ""));
  const sheet = book.worksheets[0];
  if (!sheet) throw new Error("no sheet");
  let cells = 0;
  for (let row = 8; row < 8 + unions; row += 1)
    for (let column = 4; column <= 16; column += 1) {
      sheet.getCell(row, column).value = row + column;
      cells += 1;
    }
  const answer = join(folder, "tra loi.xlsx");
  writeFileSync(answer, Buffer.from(await book.xlsx.writeBuffer()));

  /** @returns how long it took, or null when it was killed */
  async function run(killAfterMs: number | null, ...words: string[]): Promise<number | null> {
    const begin = performance.now();
    const child = spawn(process.execPath, [join(ROOT, "dist", "node", "cli.js"), ...words, "--data", data], {
      stdio: "ignore",
    });
    const timer = killAfterMs === null ? undefined : setTimeout(() => child.kill("SIGKILL"), killAfterMs);
    await once(child, "exit");
    clearTimeout(timer);
    return child.signalCode === "SIGKILL" ? null : performance.now() - begin;
  }
  const isWhole = () => {
    const count = exported().length;
    expect([0, cells]).toContain(count);
    return count === cells;
  };
  const dryMs = (await run(null, "templates", "import", answer, "--dry-run")) ?? 0;
  const wholeMs = (await run(null, "templates", "import", answer)) ?? 0;
  expect(isWhole()).toBe(true);
  const undoMs = (await run(null, "templates", "undo")) ?? 0;
  expect(isWhole()).toBe(false);
  // Anything past the reading is where it writes; the last tenths are the commit.
  const writingMs = Math.max(wholeMs - dryMs, 200);
  const seen = new Set<boolean>();
  for (let round = 0; round < rounds; round += 1) {
    await run(dryMs * 0.9 + (writingMs * 1.3 * round) / rounds, "templates", "import", answer);
    const isThere = isWhole();
    seen.add(isThere);
    if (!isThere) continue;
    await run((undoMs * (round + 1)) / rounds, "templates", "undo");
    if (isWhole()) await run(null, "templates", "undo");
    expect(isWhole()).toBe(false);
  }
  expect(seen.has(false)).toBe(true);
  expect(
    commandJson<{ checks: { ok: boolean }[] }>("doctor", "--data", data).checks.every(({ ok }) => ok),
  ).toBe(true);
});
