// A province's desk: a folder as it comes from the districts is dropped, told file by file, reviewed, answered and added up.
import { execFileSync } from "node:child_process";
import { mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { expect, type Page, test } from "@playwright/test";
import { axe } from "../support/axe.ts";
import { OfficeApp } from "../support/office-app.ts";
import { PASSPHRASE } from "../support/passphrase.ts";
import { acceptAll, type District, enter, look, ProvinceWorld, report } from "../support/province.ts";
import { offered, resultOf, uploaded } from "../support/test-office.ts";
import { go, watch } from "../support/watched-page.ts";

test.describe.configure({ mode: "serial" });

const JANUARY = { form: "month", period: "2026-M01" } as const;
const FEBRUARY = { form: "month", period: "2026-M02" } as const;
const MEMBERS = "membersTotal";

let world: ProvinceWorld;
let stick: string;
let consolidated: string;

/** January of B was returned and is corrected on the stick; D never reports. */
test.beforeAll(async () => {
  test.setTimeout(120_000);
  world = new ProvinceWorld("2026-03-10T02:00:00Z");
  const province = await world.province();
  const b = await world.district("B", ["U1", "U2"], province);
  const c = await world.district("C", ["V1"], province);
  await world.district("D", ["W1"], province);
  const month = async (district: District, asked: typeof JANUARY | typeof FEBRUARY, ...members: number[]) => {
    const { units } = await district.client.units.list({});
    await enter(
      district,
      units.map(({ code }, index) => [code, MEMBERS, asked.period, members[index] ?? 0] as const),
    );
    return report(district, asked);
  };
  const first = await month(b, JANUARY, 40, 20);
  await acceptAll(province, await look(province, [["B.goi", first.bytes]]));
  const [union] = (await b.client.units.list({})).units;
  const place = { unit: union?.uid ?? "", element: MEMBERS, period: JANUARY.period };
  const { offer } = await province.client.corrections.reply({
    digest: first.digest,
    passphrase: PASSPHRASE,
    verdict: { result: "returned", dueOn: null, remarks: [{ place, message: "thừa một người" }] },
  });
  const returned = offered(province.host, offer.ticket);
  const preview = await resultOf(
    b.client.submissions.inspect({
      ticket: await uploaded(b.host, returned),
      fileName: "tra-lai.goi",
    }),
  );
  await b.client.submissions.accept({ previewId: preview.previewId });
  const { revision } = await b.client.entries.details(place);
  await b.client.entries.save({
    ...(place as never as Parameters<typeof b.client.entries.save>[0]),
    entry: { state: "value", value: 39 },
    expectedRevision: revision,
  });
  const corrected = await report(b, JANUARY);
  const jump = await month(b, FEBRUARY, 139, 20);
  const fromC = [await month(c, JANUARY, 30), await month(c, FEBRUARY, 31)] as const;
  const list = await province.client.keys.exportTrust();
  const damaged = Buffer.from(fromC[0].bytes);
  damaged.writeUInt8(damaged.readUInt8(damaged.length >> 1) ^ 1, damaged.length >> 1);
  stick = world.stick(
    "usb",
    new Map<string, Uint8Array>([
      ["B thang 1.goi", first.bytes],
      ["B thang 1 dinh chinh.goi", corrected.bytes],
      ["B thang 2.goi", jump.bytes],
      ["B thang 2 (1).goi", jump.bytes],
      ["C thang 1.zip", fromC[0].bytes],
      ["C hong.goi", damaged],
      ["tra lai cho B.goi", returned],
      ["rong.goi", new Uint8Array()],
      ["danh sach khoa.goi", offered(province.host, list.ticket)],
      ["anh.jpg", Buffer.from("\u00ff\u00d8 ảnh hội nghị")],
      ["ghi chu.txt", Buffer.from("nộp bù tháng 1")],
    ]),
  );
  // The chair of C has signed the January file with a token.
  const openssl = (...args: string[]) => execFileSync("openssl", args, { cwd: world.folder, stdio: "pipe" });
  openssl(
    ..."req -x509 -newkey rsa:2048 -nodes -keyout c.key -out c.pem -days 30 -subj".split(" "),
    "/CN=Chu tich C",
  );
  openssl(
    ..."cms -sign -binary -signer c.pem -inkey c.key -md sha256 -outform DER -in".split(" "),
    join(stick, "C thang 1.zip"),
    "-out",
    join(stick, "ky so.p7s"),
  );
  mkdirSync(join(stick, "C"));
  writeFileSync(join(stick, "C", "thang 2.goi"), fromC[1].bytes);
  await world.release();
});
test.afterAll(() => world.close());

async function atDesk(page: Page, work: () => Promise<void>): Promise<void> {
  const faults = watch(page);
  const province = new OfficeApp(join(world.folder, "tinh"));
  try {
    await province.open(page);
    await go(page, "#/desk?year=2026");
    await work();
    expect(faults).toEqual([]);
  } finally {
    await province.kill();
  }
}

/** Chooses the whole stick, by keyboard. */
async function chooseStick(page: Page): Promise<void> {
  const chooser = page.waitForEvent("filechooser");
  await page.getByRole("button", { name: "Chọn thư mục hoặc USB" }).press("Enter");
  await (await chooser).setFiles(stick);
}

async function expectAccessible(page: Page): Promise<void> {
  const { violations } = await axe(page).analyze();
  expect(violations.filter(({ impact }) => impact === "serious" || impact === "critical")).toEqual([]);
}

const rowOf = (page: Page, file: string) => page.getByRole("row", { name: new RegExp(file) });

test("a folder is told file by file, called off, answered one by one, and the rest taken in", async ({
  page,
}) => {
  await atDesk(page, async () => {
    // One file that does not come holds the others up for as long as it takes to call the whole thing off.
    let letGo = () => {};
    const held = new Promise<void>((resolve) => {
      letGo = resolve;
    });
    await page.route("**/api/files", async (route) => {
      await held;
      await route.continue();
    });
    await chooseStick(page);
    await expect(page.getByRole("progressbar", { name: "Đang đưa tệp vào" })).toBeVisible();
    await page.getByRole("button", { name: "Hủy" }).press("Enter");
    letGo();
    await expect(page.getByText("Đã dừng. Chưa gói nào của lần chọn này được nhận.")).toBeVisible();
    await page.unroute("**/api/files");

    await chooseStick(page);
    await expect(page.getByText("Đã giữ 1 tệp chữ ký số đi kèm. Bỏ qua 2 tệp không phải gói.")).toBeVisible();
    const outcomes = {
      "B thang 1.goi": "Đã tiếp nhận trước",
      "B thang 1 dinh chinh": "Hợp lệ",
      "B thang 2.goi": "Hợp lệ",
      "B thang 2 \\(1\\)": "Lặp trong đợt",
      "C thang 1.zip": "Hợp lệ",
      "C hong": "Không nhận",
      "tra lai cho B": "Không nhận",
      "rong.goi": "Không nhận",
      "danh sach khoa": "Loại gói khác",
      "thang 2.goi.*LĐLĐ huyện C": "Hợp lệ",
    };
    for (const [file, outcome] of Object.entries(outcomes))
      await expect(rowOf(page, file)).toContainText(outcome);
    await expect(rowOf(page, "tra lai cho B")).toContainText("E_AUDIENCE");
    await expectAccessible(page);

    // Reviewed before it is taken in; what stands out is answered from there, and the desk is as it was left.
    await rowOf(page, "B thang 2.goi").getByRole("link", { name: "Soát" }).press("Enter");
    const outlier = page.getByRole("grid", { name: /Số khác thường/ }).getByRole("row", { name: /U1/ });
    await expect(outlier).toContainText("đã kiểm tra lại với đơn vị");
    await expectAccessible(page);
    await page.getByRole("link", { name: "Chấp nhận, nhận xét, trả lại…" }).press("Enter");
    await expect(page.getByText("Tệp đã kiểm tra, chưa tiếp nhận")).toBeVisible();
    const figures = page.getByRole("grid", { name: "Số liệu theo đơn vị" });
    await figures.press("Enter");
    await expect(page.getByRole("button", { name: /CĐCS U1 · .*: 139/ })).toBeFocused();
    await page.keyboard.press("Space");
    await page.getByLabel("Nhận xét", { exact: true }).fill("tăng 100 người trong một tháng?");
    await page.getByRole("radio", { name: "Trả lại để sửa" }).press("Space");
    await expectAccessible(page);
    await page.getByLabel("Cụm mật khẩu").fill(PASSPHRASE);
    const returned = page.waitForEvent("download");
    await page.keyboard.press("Enter");
    await returned;
    await expect(page.getByText(/Đã trả lại lúc/)).toBeVisible();

    await go(page, "#/desk?year=2026");
    await expect(rowOf(page, "B thang 2.goi")).toContainText("Đã trả lại");
    await page.getByLabel("Cụm mật khẩu").fill(PASSPHRASE);
    await page.keyboard.press("Enter");
    await expect(rowOf(page, "C thang 1.zip")).toContainText("Đã tiếp nhận");
    const receipts = page.waitForEvent("download");
    await page.getByRole("button", { name: /Lưu \d biên nhận/ }).press("Enter");
    expect((await receipts).suggestedFilename()).toMatch(/\.zip$/);
  });
});

test("the board, the own row and the consolidation show whose figures are there and whose are missing", async ({
  page,
}) => {
  await atDesk(page, async () => {
    const board = page.getByRole("grid", { name: "Đã nộp, chưa nộp" });
    await page.getByRole("button", { name: /Kỳ/ }).press("Enter");
    await page.getByRole("option", { name: /Tháng 1\/2026/ }).press("Enter");
    // Seen late, for the day is today's; B stands with its correction.
    await expect(board.getByRole("row", { name: /huyện B/ })).toContainText(/Đã nộp.*2\/2.*1/);
    await expect(board.getByRole("row", { name: /huyện C/ })).toContainText(/1\/1/);
    await expect(board.getByRole("row", { name: /huyện D/ })).toContainText(/Chưa nộp, quá hạn.*\d+ ngày/);
    await expectAccessible(page);

    // What the chair of C signed elsewhere came on the same stick and lies beside the report.
    await board.getByText("LĐLĐ huyện C").click();
    await page.getByRole("link", { name: "Mở báo cáo" }).press("Enter");
    const beside = page.getByRole("grid", { name: "Tệp chữ ký số đi kèm" });
    await expect(beside.getByRole("row", { name: /ky so\.p7s/ })).toContainText("Ký đúng tệp này");
    await expect(page.getByText(/không kiểm tra chứng thư số/)).toBeVisible();
    await page.goBack();
    await page.goBack();
    await page.getByRole("button", { name: /Kỳ/ }).press("Enter");
    await page.getByRole("option", { name: /Tháng 1\/2026/ }).press("Enter");

    await page.getByRole("link", { name: "Tổng hợp kỳ này" }).press("Enter");
    await expect(page.getByText("1 đơn vị chưa có báo cáo, không nằm trong số cộng")).toBeVisible();
    const total = page.getByRole("row", { name: /Tổng số đoàn viên/ });
    // 39 + 20 of the correction, 30 of C; nothing of D, which is not zero.
    await expect(total).toContainText("89");
    await page.getByRole("tab", { name: /Dòng bổ sung/ }).press("Enter");
    const element = page.getByRole("combobox", { name: "Chỉ tiêu thống kê" });
    await element.fill("Tổng số đoàn viên");
    const offered = page.getByRole("option");
    await expect(offered.first()).toContainText("Tổng số đoàn viên");
    await page.keyboard.press("ArrowDown");
    const [first] = await offered.all();
    await expect(element).toHaveAttribute("aria-activedescendant", (await first?.getAttribute("id")) ?? "-");
    await page.keyboard.press("Enter");
    await expect(element).toHaveValue(/Tổng số đoàn viên/);
    await page.getByLabel("Số thêm vào").fill("11");
    await page.getByLabel("Lý do").fill("đoàn viên cơ quan tỉnh");
    await page.keyboard.press("Enter");
    await expect(page.getByRole("row", { name: /đoàn viên cơ quan tỉnh/ })).toContainText("LĐLĐ tỉnh A");
    await page.getByRole("tab", { name: "Số liệu" }).press("Enter");
    await expect(total).toContainText("100");
    await page.getByRole("tab", { name: /Đơn vị \(3\)/ }).press("Enter");
    await expect(page.getByRole("row", { name: /huyện D/ })).toContainText("Chưa có báo cáo");
    await expectAccessible(page);
    consolidated = await savedConsolidation(page);
  });
});

test("made again after the program was started anew, the consolidation is the same bytes", async ({
  page,
}) => {
  await atDesk(page, async () => {
    await go(page, "#/desk/consolidation/2026-M01");
    await expect(page.getByText("1 đơn vị chưa có báo cáo")).toBeVisible();
    expect(await savedConsolidation(page)).toBe(consolidated);
  });
});

async function savedConsolidation(page: Page): Promise<string> {
  const saved = page.waitForEvent("download");
  await page.getByRole("button", { name: "Lưu tệp tổng hợp" }).press("Enter");
  return readFileSync(await (await saved).path(), "utf8");
}
