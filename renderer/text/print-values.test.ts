import { createInstance } from "i18next";
import { expect, it } from "vitest";
import { VALUE_PRINTER } from "./print-values.ts";
import { TEXT_OPTIONS } from "./text-options.ts";

const i18n = createInstance();
await i18n.use(VALUE_PRINTER).init({
  lng: "vi",
  interpolation: TEXT_OPTIONS.interpolation,
  resources: {
    vi: {
      translation: {
        count: "{{shown}} đơn vị của {{name}}",
        plural: "{{number, cell was|cells were}} changed",
        year: "Năm {{year}}: {{number}} vụ",
        term: "{{from}}–{{to}}",
      },
    },
  },
});

it("prints counts with points between thousands, years without, and texts as they are", () => {
  expect(i18n.t("count", { shown: 6667, name: "A & <B>" })).toBe("6.667 đơn vị của A & <B>");
  expect(i18n.t("count", { shown: -1250, name: "1000" })).toBe("-1.250 đơn vị của 1000");
  expect(i18n.t("plural", { number: 1 })).toBe("1 cell was changed");
  expect(i18n.t("plural", { number: 0 })).toBe("0 cells were changed");
  expect(i18n.t("plural", { number: 2300 })).toBe("2.300 cells were changed");
  expect(i18n.t("plural", { number: "2.300" })).toBe("2.300 cells were changed");
  expect(i18n.t("plural", { number: "1" })).toBe("1 cell was changed");
  expect(i18n.t("year", { year: 2026, number: 1234 })).toBe("Năm 2026: 1.234 vụ");
  expect(i18n.t("term", { from: 2021, to: 2025 })).toBe("2021–2025");
});
