import { ORPCError } from "@orpc/server";
import { expect, it } from "vitest";
import { masked } from "./mask-errors.ts";

const secret = "SELECT * FROM entry -- /home/lan/office.sqlite";

function outcome(error: unknown) {
  const logged: unknown[] = [];
  const told = masked(error, (reference, fault) => logged.push([reference, fault]));
  return { told, logged };
}

it.each([
  new Error(secret),
  Object.assign(new Error(secret), { code: "SQLITE_CORRUPT" }),
  secret,
  undefined,
  new ORPCError("INTERNAL_SERVER_ERROR", { message: secret, data: { secret } }),
])("tells a reference and nothing else of a fault (%#)", (error) => {
  const { told, logged } = outcome(error);
  expect(told).toBeInstanceOf(ORPCError);
  const text = JSON.stringify(told);
  expect(text).not.toContain("SELECT");
  expect(JSON.parse(text)).toEqual({
    defined: false,
    code: "INTERNAL",
    status: 500,
    message: "INTERNAL",
    data: { reference: expect.stringMatching(/^[0-9A-F]{8}$/) as string },
  });
  expect(logged).toEqual([[(JSON.parse(text) as { data: { reference: string } }).data.reference, error]]);
});

it("says that the disk of the office is full, and that is no fault", () => {
  const { told, logged } = outcome(Object.assign(new Error(secret), { code: "SQLITE_FULL" }));
  expect(JSON.parse(JSON.stringify(told))).toMatchObject({ code: "OFFICE_DISK_FULL", status: 507 });
  expect(JSON.stringify(told)).not.toContain("SELECT");
  expect(logged).toEqual([]);
});

it("lets an error of the contract through with its data, without a sentence", () => {
  const error = new ORPCError("PERIOD_LOCKED", {
    status: 409,
    message: secret,
    data: { periods: ["2024-Q1"] },
  });
  const { told, logged } = outcome(error);
  expect(told).toMatchObject({
    code: "PERIOD_LOCKED",
    status: 409,
    message: "PERIOD_LOCKED",
    data: { periods: ["2024-Q1"] },
  });
  expect(logged).toEqual([]);
});

it("says which field was refused, never what stood in it", () => {
  const error = new ORPCError("BAD_REQUEST", {
    data: { issues: [{ path: ["passphrase"], message: "too short", input: "mật khẩu" }] },
  });
  expect(JSON.stringify(outcome(error).told)).not.toContain("mật khẩu");
  expect(outcome(error).told).toMatchObject({
    data: { issues: [{ path: ["passphrase"], message: "too short" }] },
  });
});
