import { expect, it } from "vitest";
import type { PeriodOverview } from "../../shared/contract/entries.ts";
import type { Programme } from "../../shared/domain/programme.ts";
import { labels } from "../text/vi/labels.ts";
import { shell } from "../text/vi/shell.ts";
import type { Translate } from "../text/use-text.ts";
import { findPaletteItems, paletteItem, periodItems, targetItems } from "./palette-items.ts";

const PLACE = paletteItem("place", "register", "Sổ đơn vị", "", { to: "/register" });
const UNIT = paletteItem("unit", "1", "CĐCS Trường Tiểu học Đồng Khởi", "CS014", { to: "/register" });
const MANY = Array.from({ length: 20 }, (_, index) =>
  paletteItem("unit", `n${index}`, `CĐCS Nhà máy ${index}`, `NM${index}`, { to: "/register" }),
);

it("offers places before anything is typed", () => {
  expect(findPaletteItems([UNIT, PLACE], " ")).toEqual([PLACE]);
});

it.each(["dong khoi", "khởi ĐỒNG", "cs014", "truong tieu hoc"])("finds a unit by “%s”", (query) => {
  expect(findPaletteItems([PLACE, UNIT], query)).toEqual([UNIT]);
});

it("stops at eight of a group, so that the others stay in sight", () => {
  const place = paletteItem("place", "x", "Nhà máy", "", { to: "/" });
  expect(findPaletteItems([...MANY, place], "nha may").map(({ id }) => id)).toEqual([
    "place:x",
    ...MANY.slice(0, 8).map(({ id }) => id),
  ]);
});

it.each([
  ["quý 3", ["2026-Q3"]],
  ["quy III", ["2026-Q3"]],
  ["nhập số liệu tháng 10", ["2026-M10"]],
  ["thang 1", ["2026-M01", "2026-M10"]],
])("finds a period by “%s”", (query, found) => {
  const words: Readonly<Record<string, string>> = {
    "labels.period.quarter": labels.period.quarter,
    "labels.period.month": labels.period.month,
    "shell.places.entry": shell.places.entry,
  };
  const t = ((key: string, data: Readonly<Record<string, unknown>> = {}) =>
    (words[key] ?? key).replace(/\{\{(\w+)\}\}/g, (_, name: string) =>
      String(data[name]),
    )) as unknown as Translate;
  const rows = ["2026-M01", "2026-M10", "2026-Q3", "2026-Q4"].map(
    (period) => ({ form: period.includes("Q") ? "quarter" : "month", period }) as PeriodOverview,
  );
  expect(
    findPaletteItems(periodItems(rows, t), query).map(
      ({ link }) => (link.params as { period: string }).period,
    ),
  ).toEqual(found);
});

it("finds a target by its amount, and not by one that ends alike", () => {
  const target = (id: string, amount: number) => ({
    id,
    title: `Chỉ tiêu ${id}`,
    value: { scale: "percent", amount },
  });
  const programme = { code: "P", targets: [target("A", 800), target("B", 9800), target("C", 50)] };
  const items = targetItems([programme as unknown as Programme]);
  const found = (query: string) => findPaletteItems(items, query).map(({ title }) => title);
  expect(found("8%")).toEqual(["Chỉ tiêu A"]);
  expect(found("0,5%")).toEqual(["Chỉ tiêu C"]);
});
