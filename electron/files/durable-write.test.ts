import {
  chmodSync,
  existsSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  writeFileSync,
} from "node:fs";
import { type FileHandle, open, rename, unlink } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { type DurableFileSystem, type DurableWriteError, writeDurably } from "./durable-write.ts";

const CONTENT = Buffer.from("Sổ Công Đoàn\n".repeat(1000));
let folder: string;
let path: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "scd-durable-"));
  path = join(folder, "Báo cáo 6 tháng.goi");
});
afterEach(() => rmSync(folder, { recursive: true }));

const codeOf = async (work: Promise<void>): Promise<string> => {
  try {
    await work;
  } catch (error) {
    const { name, code, systemCode } = error as DurableWriteError;
    expect(name).toBe("DurableWriteError");
    return `${code} ${systemCode}`;
  }
  return "written";
};

describe("writing a file durably", () => {
  it("leaves exactly the file, private to its owner", async () => {
    await writeDurably(path, CONTENT, { ifExists: "refuse" });
    expect(readFileSync(path).equals(CONTENT)).toBe(true);
    expect(readdirSync(folder)).toEqual(["Báo cáo 6 tháng.goi"]);
    if (process.platform !== "win32") expect(statSync(path).mode & 0o777).toBe(0o600);
  });

  it("writes an empty file too", async () => {
    await writeDurably(path, new Uint8Array(), { ifExists: "refuse" });
    expect(statSync(path).size).toBe(0);
  });

  it("does not touch an existing file unless told to replace it", async () => {
    writeFileSync(path, "old");
    expect(await codeOf(writeDurably(path, CONTENT, { ifExists: "refuse" }))).toBe("FILE_EXISTS EEXIST");
    expect(readFileSync(path, "utf8")).toBe("old");
    await writeDurably(path, CONTENT, { ifExists: "replace" });
    expect(readFileSync(path).equals(CONTENT)).toBe(true);
  });

  it("cleans what an interrupted writing left", async () => {
    writeFileSync(`${path}.partial`, "half");
    await writeDurably(path, CONTENT, { ifExists: "refuse" });
    expect(readdirSync(folder)).toHaveLength(1);
  });

  it("says so when the folder is not there", async () => {
    expect(await codeOf(writeDurably(join(folder, "no", "a"), CONTENT, { ifExists: "refuse" }))).toBe(
      "WRITE_FAILED ENOENT",
    );
  });

  it.skipIf(process.getuid?.() === 0)(`says so when the folder is read-only`, async () => {
    chmodSync(folder, 0o500);
    expect(await codeOf(writeDurably(path, CONTENT, { ifExists: "refuse" }))).toBe("WRITE_FAILED EACCES");
    chmodSync(folder, 0o700);
  });
});

describe("a failing disk", () => {
  const failure = (code: string) => Object.assign(new Error(code), { code });
  const faulty = (change: Partial<DurableFileSystem>): DurableFileSystem => ({
    open,
    rename,
    unlink,
    ...change,
  });
  /** A real file whose one call fails; `written` bytes reach the disk first. */
  const opening =
    (call: "writeFile" | "sync" | "close", code: string, written = 0): DurableFileSystem["open"] =>
    async (name, flags, mode) => {
      const file = await open(name, flags, mode);
      if (flags !== "wx") return file;
      const fail = async () => {
        if (written > 0) await file.write(CONTENT, 0, written);
        if (call === "close") await FILE_CLOSE.call(file);
        throw failure(code);
      };
      const FILE_CLOSE = file.close.bind(file);
      return Object.assign(file, { [call]: call === "close" ? once(fail, FILE_CLOSE) : fail });
    };

  it.each([
    ["writeFile", "ENOSPC", "DISK_FULL ENOSPC"],
    ["writeFile", "EDQUOT", "DISK_FULL EDQUOT"],
    ["writeFile", "EIO", "WRITE_FAILED EIO"],
    ["sync", "EIO", "WRITE_FAILED EIO"],
    ["close", "EIO", "WRITE_FAILED EIO"],
  ] as const)("at %s with %s leaves the old file and no rest", async (call, code, result) => {
    writeFileSync(path, "old");
    const files = faulty({ open: opening(call, code) });
    expect(await codeOf(writeDurably(path, CONTENT, { ifExists: "replace" }, files))).toBe(result);
    expect(readFileSync(path, "utf8")).toBe("old");
    expect(readdirSync(folder)).toHaveLength(1);
  });

  it("pulled out after any number of bytes never leaves the final name", async () => {
    for (let written = 1; written < CONTENT.length; written += 4096) {
      const files = faulty({
        open: opening("writeFile", "EIO", written),
        // The stick is gone: not even the partial file can be removed.
        unlink: async () => {
          throw failure("EIO");
        },
      });
      expect(await codeOf(writeDurably(path, CONTENT, { ifExists: "refuse" }, files))).toMatch(
        /^WRITE_FAILED/,
      );
      expect(existsSync(path)).toBe(false);
      rmSync(`${path}.partial`);
    }
  });

  it("that loses what it acknowledged is found out by reading back", async () => {
    const lossy: DurableFileSystem["open"] = async (name, flags, mode) => {
      const file = await open(name, flags, mode);
      if (flags !== "wx") return file;
      const closeReally = file.close.bind(file);
      const close = async () => {
        await file.truncate(4096);
        await closeReally();
      };
      return Object.assign(file, { close: once(close, closeReally) });
    };
    expect(await codeOf(writeDurably(path, CONTENT, { ifExists: "refuse" }, faulty({ open: lossy })))).toBe(
      "READ_BACK_DIFFERS null",
    );
    expect(readdirSync(folder)).toEqual([]);
  });

  it("at renaming leaves nothing", async () => {
    const files = faulty({
      rename: async () => {
        throw failure("EIO");
      },
    });
    expect(await codeOf(writeDurably(path, CONTENT, { ifExists: "refuse" }, files))).toBe("WRITE_FAILED EIO");
    expect(readdirSync(folder)).toEqual([]);
  });

  it.each([
    ["EPERM", "written"],
    ["EINVAL", "written"],
    ["EISDIR", "written"],
    ["EIO", "WRITE_FAILED EIO"],
  ])("whose folders answer a flush with %s: %s", async (code, result) => {
    const files = faulty({
      open: async (name, flags, mode): Promise<FileHandle> => {
        const file = await open(name, flags, mode);
        if (name !== folder) return file;
        return Object.assign(file, {
          sync: async () => {
            throw failure(code);
          },
        });
      },
    });
    expect(await codeOf(writeDurably(path, CONTENT, { ifExists: "refuse" }, files))).toBe(result);
    expect(readFileSync(path).equals(CONTENT)).toBe(true);
  });
});

/** `first` on the first call, `then` on later ones. */
function once(first: () => Promise<void>, then: () => Promise<void>): () => Promise<void> {
  let isDone = false;
  return async () => {
    if (isDone) return then();
    isDone = true;
    return first();
  };
}
