// The days of domain.md §d.2.
import { expect, it } from "vitest";
import { datesOf } from "../domain/calendar.ts";
import { periodOf } from "../domain/period.ts";
import { DEFAULT_CALENDAR } from "./calendar.ts";

it.each([
  ["2024-M05", "2024-05-15", "2024-05-18", "2024-05-20"],
  ["2024-M02", "2024-02-15", "2024-02-18", "2024-02-20"],
  ["2024-Q1", "2024-03-10", "2024-03-12", "2024-03-15"],
  ["2024-Q2", "2024-06-10", "2024-06-12", "2024-06-15"], // our default: the source names quarters I and III only
  ["2024-Q3", "2024-09-10", "2024-09-12", "2024-09-15"],
  ["2024-Q4", "2024-12-10", "2024-12-12", "2024-12-15"],
  ["2024-H1", "2024-05-31", "2024-06-05", "2024-06-10"],
  ["2024-9M", "2024-08-31", "2024-09-05", "2024-09-10"],
  ["2024", "2024-11-15", "2024-11-20", "2024-11-30"],
])(
  "%s is cut off on %s, collected by %s, due on %s, and estimated to its end",
  (code, cutoffOn, collectOn, dueOn) => {
    expect(datesOf(periodOf(code), DEFAULT_CALENDAR)).toEqual({
      cutoffOn,
      collectOn,
      dueOn,
      isEstimated: true,
    });
  },
);
