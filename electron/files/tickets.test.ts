import { existsSync, readdirSync, readFileSync, statSync, truncateSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { Readable } from "node:stream";
import { expect, it } from "vitest";
import { scratchFolder } from "../../test/support/scratch-folder.ts";
import { FileTickets, FileTooLargeError } from "./tickets.ts";

const newFolder = () => scratchFolder("tickets");

it("gives an upload back once, byte for byte", async () => {
  const tickets = new FileTickets(newFolder());
  const ticket = await tickets.receive(Readable.from([Buffer.from("Công "), Buffer.from("đoàn")]));
  const file = tickets.take(ticket);
  expect(readFileSync(file?.path ?? "", "utf8")).toBe("Công đoàn");
  expect(tickets.take(ticket)).toBeUndefined();
});

it("hands out a file of more than two gibibytes in pieces", async () => {
  const path = join(newFolder(), "lớn.saoluu");
  writeFileSync(path, "SCDBACKUP1");
  // Sparse: it takes no room, and reading it at once is refused all the same.
  const size = 3 * 1024 ** 3;
  truncateSync(path, size);
  const tickets = new FileTickets(newFolder());
  const { ticket } = tickets.offerFile("lớn.saoluu", path, size, () => Promise.resolve());
  const file = tickets.collect(ticket);
  expect(file?.size).toBe(size);
  for await (const chunk of file?.stream() ?? []) {
    expect(Buffer.from(chunk).toString("latin1", 0, 10)).toBe("SCDBACKUP1");
    break;
  }
});

it("takes an upload away when it was read, and never a file that was named", async () => {
  const folder = newFolder();
  const tickets = new FileTickets(folder);
  const file = tickets.take(await tickets.receive(Readable.from([Buffer.from("x")])));
  file?.discard();
  expect(readdirSync(folder)).toEqual([]);
  file?.discard();
  const named = join(newFolder(), "của tôi.goi");
  writeFileSync(named, "x");
  tickets.take(tickets.fromPath(named))?.discard();
  expect(existsSync(named)).toBe(true);
});

it("keeps an upload where only its owner reads it, under a name of its own", async () => {
  const folder = newFolder();
  const tickets = new FileTickets(folder);
  const path = tickets.take(await tickets.receive(Readable.from([Buffer.from("x")])))?.path ?? "";
  expect(path.startsWith(folder)).toBe(true);
  expect(statSync(path).mode & 0o777).toBe(0o600);
});

it("takes exactly the limit, and leaves nothing of one byte more", async () => {
  const folder = newFolder();
  const tickets = new FileTickets(folder);
  await expect(tickets.receive(Readable.from([Buffer.alloc(11)]), 10)).rejects.toBeInstanceOf(
    FileTooLargeError,
  );
  expect(readdirSync(folder)).toEqual([]);
  expect(tickets.take(await tickets.receive(Readable.from([Buffer.alloc(10)]), 10))).toBeDefined();
});

it("leaves nothing of an upload that breaks off", async () => {
  const folder = newFolder();
  async function* broken() {
    yield Buffer.from("half");
    await Promise.resolve();
    throw new Error("cable");
  }
  await expect(new FileTickets(folder).receive(Readable.from(broken()))).rejects.toThrow("cable");
  expect(readdirSync(folder)).toEqual([]);
});

it.each(["", "x".repeat(32), "../../office.sqlite", "__proto__"])(
  "knows nothing of a forged handle %j",
  (forged) => {
    const tickets = new FileTickets(newFolder());
    expect(tickets.take(forged)).toBeUndefined();
    expect(tickets.collect(forged)).toBeUndefined();
  },
);

it("never gives an offered file to who asks for an incoming one, or the other way round", () => {
  const tickets = new FileTickets(newFolder());
  expect(tickets.take(tickets.offer("a.csv", Buffer.from("a")).ticket)).toBeUndefined();
  expect(tickets.collect(tickets.fromPath("/tmp/a.csv"))).toBeUndefined();
});

it("forgets a handle after half an hour of waiting, with its file", async () => {
  let elapsedMs = 0;
  const tickets = new FileTickets(newFolder(), () => elapsedMs);
  const receive = () => tickets.receive(Readable.from([Buffer.from("x")]));
  const inTime = await receive();
  const late = await receive();
  elapsedMs = 30 * 60_000;
  const path = tickets.take(inTime)?.path ?? "";
  expect(existsSync(path)).toBe(true);
  elapsedMs += 1;
  expect(tickets.take(late)).toBeUndefined();
});

it("keeps at most 64 uploads waiting, the newest", async () => {
  const folder = newFolder();
  const tickets = new FileTickets(folder);
  const made: string[] = [];
  for (let count = 0; count < 70; count += 1)
    made.push(await tickets.receive(Readable.from([Buffer.from("x")])));
  expect(readdirSync(folder)).toHaveLength(64);
  expect(tickets.take(made[0] ?? "")).toBeUndefined();
  expect(tickets.take(made[69] ?? "")).toBeDefined();
});

it("removes what an earlier run left", () => {
  const folder = newFolder();
  writeFileSync(join(folder, "old"), "x");
  expect(readdirSync(folder)).toEqual(["old"]);
  expect(new FileTickets(folder).take("old")).toBeUndefined();
  expect(readdirSync(folder)).toEqual([]);
});
