import { expect, it } from "vitest";
import { RowNames } from "./row-names.ts";

const NAMES = new RowNames([
  { code: "CS0001", name: "CĐCS Trường Mầm non Hòa Bình" },
  { code: "CS0002", name: "CĐCS Công ty May" },
  { code: "0003", name: "CĐCS Công ty May" },
]);

it("finds a row by code or name, accents and case aside", () => {
  expect(
    ["cs0002", " CS0001 ", "ĐCS", "CDCS truong mam non Hoa Binh"].map((text) => NAMES.rowOf(text)),
  ).toEqual([1, 0, undefined, 0]);
});

it("takes neither a name of several rows nor a number, which may be a figure", () => {
  expect(["CĐCS Công ty May", "0003", ""].map((text) => NAMES.rowOf(text))).toEqual([
    undefined,
    undefined,
    undefined,
  ]);
});
