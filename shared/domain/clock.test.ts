import * as fc from "fast-check";
import { expect, it } from "vitest";
import { type Clock, instantOf, todayOf } from "./clock.ts";

const at = (instant: string | number): Clock => ({ now: () => new Date(instant) });

it.each([
  ["2024-05-31T16:59:59.999Z", "2024-05-31"],
  ["2024-05-31T17:00:00.000Z", "2024-06-01"], // midnight in Viet Nam
  ["2024-12-31T17:00:00.000Z", "2025-01-01"],
  ["2024-02-28T17:00:00.000Z", "2024-02-29"],
  ["2024-02-29T00:00:00.000Z", "2024-02-29"],
])("at %s it is %s in Viet Nam", (instant, day) => {
  expect(todayOf(at(instant))).toBe(day);
});

it("the day is that of the zone of Ho Chi Minh City, whatever the zone of the machine", () => {
  const zone = new Intl.DateTimeFormat("sv-SE", { timeZone: "Asia/Ho_Chi_Minh" });
  const range = { min: new Date("1990-01-01"), max: new Date("2100-12-31"), noInvalidDate: true };
  fc.assert(
    fc.property(fc.date(range), (date) => {
      expect(todayOf({ now: () => date })).toBe(zone.format(date));
    }),
  );
});

it("an instant is UTC in whole seconds, cut off and never rounded up", () => {
  expect(instantOf(at("2024-05-31T16:59:59.999Z"))).toBe("2024-05-31T16:59:59Z");
  fc.assert(
    fc.property(fc.integer({ min: 631_152_000_000, max: 4_133_980_799_999 }), (time) => {
      const read = Date.parse(instantOf(at(time)));
      expect(time - read).toBe(time % 1000);
    }),
  );
});
