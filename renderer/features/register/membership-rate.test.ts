import { expect, it } from "vitest";
import { membershipRate, printMembershipRate } from "./membership-rate.ts";

it("is the share of members among workers, and nothing where one of them is not known", () => {
  // 38/47 = 80,851… %; retired members may make it more than the whole.
  const units = [
    { membersTotal: 38, workforce: 47 },
    { membersTotal: 6, workforce: 5 },
    { membersTotal: 0, workforce: 20 },
    { membersTotal: null, workforce: 20 },
    { membersTotal: 10, workforce: null },
    { membersTotal: 10, workforce: 0 },
  ];
  expect(units.map(printMembershipRate)).toEqual(["80,9 %", "120,0 %", "0,0 %", "", "", ""]);
  expect(units.map(membershipRate)).toEqual([38 / 47, 1.2, 0, null, null, null]);
});
