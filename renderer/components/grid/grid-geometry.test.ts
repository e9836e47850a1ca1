import { describe, expect, it } from "vitest";
import {
  boxOf,
  columnBoundary,
  columnPlaces,
  FROZEN_PX,
  frozenPx,
  groupRuns,
  NAME_KEY,
  ROW_PX,
  scrollToShow,
} from "./grid-geometry.ts";

const columns = [
  { key: "a", title: "A", group: "I", width: 100 },
  { key: "b", title: "B", group: "I", width: 60 },
  { key: "c", title: "C", group: "II" },
  { key: "d", title: "D", group: "I" },
];

describe("places of cells", () => {
  it("begin after the frozen columns and follow one another", () => {
    expect(columnPlaces(columns).map(({ left }) => left - FROZEN_PX)).toEqual([0, 100, 160, 256]);
  });

  it.each([
    // 100 + 60 + 96 + 96 pixels of columns beside the frozen ones.
    { what: "nothing in a narrow window", view: FROZEN_PX + 300, wider: 0 },
    { what: "nothing when the columns just fit", view: FROZEN_PX + 352, wider: 0 },
    { what: "what is left over", view: FROZEN_PX + 400, wider: 48 },
    { what: "260 pixels at most", view: FROZEN_PX + 2000, wider: 260 },
  ])("leave the names $what", ({ view, wider }) => {
    const places = columnPlaces(columns, {}, view);
    expect(frozenPx(places)).toBe(FROZEN_PX + wider);
    expect(places.map(({ left }) => left - FROZEN_PX - wider)).toEqual([0, 100, 160, 256]);
  });

  it("give the names the width somebody chose, within reason", () => {
    const frozen = (width: number) => frozenPx(columnPlaces(columns, { [NAME_KEY]: width }, 4000));
    expect([frozen(400) - frozen(300), frozen(5000) - frozen(0)]).toEqual([100, 400]);
  });

  it.each([
    { what: "stays at a beginning", scroll: 100, to: 100 },
    { what: "goes on to the next", scroll: 101, to: 160 },
    { what: "keeps the very end", scroll: 300, to: 300 },
  ])("a scroll $what of a column", ({ scroll, to }) => {
    expect(columnBoundary(scroll, columnPlaces(columns))).toBe(to);
  });

  it("make a range one box", () => {
    expect(boxOf({ top: 2, left: 1, bottom: 3, right: 2 }, columnPlaces(columns))).toEqual({
      top: 2 * ROW_PX,
      left: FROZEN_PX + 100,
      width: 156,
      height: 2 * ROW_PX,
    });
  });

  it("put only neighbours of a group under one heading", () => {
    expect(groupRuns(columns)).toEqual([
      { title: "I", first: 0, last: 1 },
      { title: "II", first: 2, last: 2 },
      { title: "I", first: 3, last: 3 },
    ]);
  });
});

describe("scrolling to a cell", () => {
  // A window of 300 with 50 covered at its start and 20 at its end, scrolled to 1000: 1050–1280 is in sight.
  const show = (start: number, length = 30) => scrollToShow(start, length, 1000, 300, 50, 20);
  it.each([
    { what: "stays when it is in sight", start: 1050, to: 1000 },
    { what: "stays when it just fits the end", start: 1250, to: 1000 },
    { what: "goes on by what is missing at the end", start: 1255, to: 1005 },
    { what: "goes back so that the fixed margin does not cover it", start: 1040, to: 990 },
  ])("$what", ({ start, to }) => {
    expect(show(start)).toBe(to);
  });

  it("shows the beginning of what is longer than the window", () => {
    expect(show(1200, 400)).toBe(1150);
  });
});
