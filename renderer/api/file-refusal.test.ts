import { ORPCError } from "@orpc/client";
import { expect, it } from "vitest";
import { FileTransferError, refusalOf } from "./file-refusal.ts";

function thrown(code: string): unknown {
  try {
    return refusalOf(new Error(code));
  } catch (error) {
    return error;
  }
}

it.each([
  ["DISK_FULL", "DISK_FULL"],
  ["OFFICE_DISK_FULL", "OFFICE_DISK_FULL"],
  ["EIO", "WRITE_FAILED"],
  ["READ_BACK_DIFFERS", "WRITE_FAILED"],
  ["FILE_TOO_LARGE", "FILE_REFUSED"],
])("what the main process calls %s is told as %s", (code, told) => {
  const error = thrown(code);
  expect(error).toBeInstanceOf(ORPCError);
  expect(error).toMatchObject({ code: told });
});

it("the word of the system goes along with a write that failed", () => {
  expect(thrown("EROFS")).toMatchObject({ data: { code: "EROFS" } });
});

it.each(["UPLOAD_FAILED", "Failed to fetch"])("%s is a file that did not cross, by its own code", (code) => {
  const error = thrown(code);
  expect(error).toBeInstanceOf(FileTransferError);
  expect(error).toMatchObject({ code });
});
