import { expect, it } from "vitest";
import { gradeWordsOf } from "../../shared/catalogue/grade-schemes.ts";
import type { FormColumn } from "../../shared/contract/entries.ts";
import type { EntryValue } from "../../shared/domain/entry.ts";
import { type CellWords, drawCell, drawRefused } from "./cell-view.ts";

const COLUMN = { element: "membersTotal", type: "count", mode: "entered" } as FormColumn;
const WORDS = {
  grades: gradeWordsOf("2026"),
  finding: () => "",
  neverAsked: "never asked",
  computed: "computed",
  partial: ({ said, wanted }) => `${said} of ${wanted}`,
  entry: (entry: EntryValue | null) => (entry?.state === "value" ? String(entry.value) : ""),
  locked: "locked",
  returned: ({ isOwn, reason }: { isOwn: boolean; reason: string }, reported: string | null) =>
    `${isOwn ? "own" : "returned"} ${reason} ${reported}`,
} satisfies CellWords;
const REPORTED = { state: "value", value: 612 } as const;

const draw = (value: number, isOpen: boolean, isOwn = false) =>
  drawCell(
    COLUMN,
    {
      entry: { state: "value", value },
      isAsked: true,
      isEstimate: false,
      hasNote: false,
      ...(isOpen && {
        opened: { reason: "why", suggestion: null, isOwn, reported: REPORTED, isForgotten: false },
      }),
    },
    undefined,
    WORDS,
  );

it("keeps the look of an opened cell before and after the correction, and over a refused text", () => {
  expect(draw(612, true)).toMatchObject({ opened: true, tone: "returned" });
  expect(draw(216, true)).toMatchObject({ opened: true, tone: "normal" });
  expect(drawRefused(draw(216, true), "21x", "refused")).toMatchObject({ opened: true, tone: "refused" });
  const locked = draw(612, false);
  expect(locked).toMatchObject({ tone: "locked", readOnly: true });
  expect(locked.opened).toBeUndefined();
});

it("says of a cell opened by the office itself another thing than of one that was returned", () => {
  expect(draw(612, true).title).toBe("returned why 612");
  expect(draw(612, true, true).title).toBe("own why 612");
});

it("marks a computed figure of which months are missing, and says how many", () => {
  const figure = {
    entry: { state: "value", value: 0 },
    isAsked: true,
    isEstimate: false,
    hasNote: false,
  } as const;
  const computed = { ...COLUMN, mode: "computed" } as const;
  const cell = drawCell(computed, { ...figure, months: { said: 2, wanted: 3 } }, undefined, WORDS);
  expect(cell).toMatchObject({ partial: true, number: 0, title: "2 of 3 computed", barred: "computed" });
  expect(drawCell(computed, figure, undefined, WORDS).partial).toBeUndefined();
});
