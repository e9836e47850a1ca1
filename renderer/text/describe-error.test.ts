import { ORPCError } from "@orpc/client";
import { t, use as withPlugin } from "i18next";
import { beforeAll, expect, it } from "vitest";
import { describeError } from "./describe-error.ts";
import { vi } from "./vi.ts";
import { VALUE_PRINTER } from "./print-values.ts";
import { TEXT_OPTIONS } from "./text-options.ts";

beforeAll(async () => {
  await withPlugin(VALUE_PRINTER).init({ lng: "vi", ...TEXT_OPTIONS });
});

it("fills a declared error with its own data, dates printed as people write them", () => {
  const error = new ORPCError("DATE_BEFORE_ESTABLISHMENT", {
    defined: true,
    data: { establishedOn: "2019-03-08" },
  });
  expect(describeError(error, t)).toEqual({
    what: "Ngày chọn sớm hơn ngày thành lập (08/03/2019).",
    kept: "Sổ chưa thay đổi.",
    next: "Chọn ngày từ 08/03/2019 trở đi.",
    code: "DATE_BEFORE_ESTABLISHMENT",
  });
});

it("names locked periods in words", () => {
  const error = new ORPCError("PERIOD_LOCKED", { defined: true, data: { periods: ["2024-M05", "2024-Q2"] } });
  expect(describeError(error, t).what).toBe("Kỳ báo cáo đã khóa: Tháng 5/2024, Quý II/2024.");
});

it("says nothing in brackets where the data say nothing", () => {
  const error = new ORPCError("PERIOD_LOCKED", { defined: true, data: { state: "approved", at: null } });
  expect(describeError(error, t).what).toBe("Kỳ báo cáo đã khóa.");
});

it("leaves no placeholder unfilled, whatever the data are", () => {
  for (const code of Object.keys(vi.errors)) {
    const description = describeError(new ORPCError(code, { defined: true, data: {} }), t);
    expect(Object.values(description).join(" "), code).not.toMatch(/\{\{|undefined|null/);
  }
});

it("says what to do about a full disk of the office instead of giving a reference", () => {
  const description = describeError(new ORPCError("OFFICE_DISK_FULL"), t);
  expect(description.next).toBe(vi.faults.diskFull.next);
});

it("says of a file that did not cross that it did not, and of a lost line that the line is lost", () => {
  const of = (code: string) => describeError(Object.assign(new Error(code), { code }), t).what;
  expect(of("UPLOAD_FAILED")).toBe(vi.faults.fileTransfer.what);
  expect(of("DOWNLOAD_FAILED")).toBe(vi.faults.fileTransfer.what);
  expect(of("Failed to fetch")).toBe(vi.faults.connection.what);
});

it("shows only the reference of a fault of the program", () => {
  const error = new ORPCError("INTERNAL_SERVER_ERROR", { data: { reference: "K7QD" } });
  expect(describeError(error, t).code).toBe("K7QD");
});
