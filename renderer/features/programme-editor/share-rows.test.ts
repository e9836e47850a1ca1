import { expect, it } from "vitest";
import { allocationBalance } from "../../../shared/domain/programme-editing/allocation.ts";
import { shareRows } from "./share-rows.ts";

const unit = (code: string, isActive: boolean) => ({ code, name: `CĐCS ${code}`, workforce: 10, isActive });

it("a union that ended keeps its row and its part of the sum as long as it has a share", () => {
  const units = [unit("U1", true), unit("U2", false), unit("U3", false)];
  const kept = new Map([
    ["U1", 40],
    ["U2", 30],
    ["B", 100],
    ["GONE", 5],
  ]);
  const rows = shareRows(units, kept, "B");
  expect(rows.map(({ code }) => code)).toEqual(["U1", "U2", "GONE"]);
  const given = rows.map(({ code }) => kept.get(code) ?? null);
  expect(allocationBalance(100, given)).toMatchObject({ allocated: 75, open: 25 });
});

it("without shares only active unions are listed", () => {
  expect(shareRows([unit("U1", true), unit("U2", false)], new Map(), "B")).toEqual([unit("U1", true)]);
});
