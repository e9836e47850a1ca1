import { expect, it } from "vitest";
import { findPaletteItems, paletteItem } from "./palette-items.ts";

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
