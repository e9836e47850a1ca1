import { array, assert, constantFrom, oneof, property, string } from "fast-check";
import { expect, it } from "vitest";
import { figuresIn, fillFigures, toEditable, toStored, type ReportFigure } from "./placeholders.ts";

const FIGURES: readonly ReportFigure[] = [
  { code: "membersTotal", name: "Tổng số đoàn viên", text: "14.600", isMissing: false },
  {
    code: "membersTotal@lastYear",
    name: "Tổng số đoàn viên (cùng kỳ năm trước)",
    text: "…",
    isMissing: true,
  },
  {
    code: "programme:AG-1979:reached",
    name: "AG-1979: số chỉ tiêu đạt và vượt",
    text: "10",
    isMissing: false,
  },
];
const byCode = new Map(FIGURES.map((figure) => [figure.code, figure]));

it("prints the figures a sentence names, and dots for one nobody knows", () => {
  expect(fillFigures("Có {membersTotal} đoàn viên, {ghost} chưa rõ.", byCode, "…")).toBe(
    "Có 14.600 đoàn viên, … chưa rõ.",
  );
});

it("shows names to whoever edits and keeps codes", () => {
  const kept = "Đạt {programme:AG-1979:reached}; đoàn viên {membersTotal}.";
  const shown = toEditable(kept, FIGURES);
  expect(shown).toBe("Đạt {AG-1979: số chỉ tiêu đạt và vượt}; đoàn viên {Tổng số đoàn viên}.");
  expect(toStored(shown, FIGURES)).toEqual({ text: kept, unknown: [] });
  expect(toStored("{ tổng số ĐOÀN VIÊN }", FIGURES).text).toBe("{membersTotal}");
});

it("names what is no figure", () => {
  expect(toStored("{Số lạ} và {Tổng số đoàn viên}", FIGURES)).toEqual({
    text: "{Số lạ} và {membersTotal}",
    unknown: ["Số lạ"],
  });
});

it("gives any kept sentence back after editing", () => {
  const part = oneof(
    string().map((text) => text.replaceAll(/[{}]/g, "")),
    constantFrom(...FIGURES.map(({ code }) => `{${code}}`)),
  );
  assert(
    property(array(part), (parts) => {
      const kept = parts.join("");
      expect(toStored(toEditable(kept, FIGURES), FIGURES).text).toBe(kept);
      expect(figuresIn(kept).every((code) => byCode.has(code))).toBe(true);
    }),
  );
});
