// The `.goi` container (bundle.md §2.2): a ZIP any tool can read, of which exactly one spelling is accepted.
// No zip library enforces that (security.md §0.8), so the reader parses, writes again and compares.
import { crc32 } from "node:zlib";
import { ExchangeError } from "./codes.ts";
import { isEntryName } from "./entry-name.ts";
import { MAX_ENTRIES, MAX_FILE_BYTES } from "./limits.ts";

export interface ContainerEntry {
  readonly name: string;
  readonly bytes: Uint8Array;
}

const LOCAL = 0x04034b50;
const CENTRAL = 0x02014b50;
const END = 0x06054b50;
const BEGINNING = Buffer.from("PK\x03\x04", "latin1");
const LOCAL_BYTES = 30;
const CENTRAL_BYTES = 46;
const END_BYTES = 22;
const VERSION = 20;
/** 1 January 1980, the first day a ZIP can name: the container tells no time. */
const DOS_DATE = 0x0021;
const FLAG_ENCRYPTED = 0x0001;
const STORED = 0;

/**
 * The canonical container of these entries, in this order.
 * @throws {ExchangeError} E_ZIP_NAME, E_ZIP_COUNT (none or more than 256), E_SIZE_FILE (above 64 MiB)
 */
export function writeContainer(entries: readonly ContainerEntry[]): Uint8Array {
  if (entries.length === 0 || entries.length > MAX_ENTRIES) throw new ExchangeError("E_ZIP_COUNT");
  checkNames(entries.map((entry) => entry.name));
  const size = sizeOf(entries);
  if (size > MAX_FILE_BYTES) throw new ExchangeError("E_SIZE_FILE");
  return layOut(entries, size);
}

/**
 * The entries of a canonical container; their bytes are views of the input.
 * @throws {ExchangeError} E_EMPTY, E_SIZE_FILE, or a code of step V2
 */
export function readContainer(file: Uint8Array): ContainerEntry[] {
  checkFileSize(file);
  const zip = Buffer.from(file.buffer, file.byteOffset, file.byteLength);
  const { count, directoryStart } = readEnd(zip);
  const entries = readDirectory(zip, count, directoryStart);
  checkNames(entries.map((entry) => entry.name));
  if (!zip.equals(layOut(entries, zip.length))) throw new ExchangeError("E_ZIP_NONCANONICAL");
  return entries;
}

/** @throws {ExchangeError} E_EMPTY, E_SIZE_FILE (above `most` bytes, 64 MiB by default) */
export function checkFileSize(file: Uint8Array, most: number = MAX_FILE_BYTES): void {
  if (file.length === 0) throw new ExchangeError("E_EMPTY");
  if (file.length > most) throw new ExchangeError("E_SIZE_FILE");
}

function checkNames(names: readonly string[]): void {
  const bad = names.find((name) => !isEntryName(name));
  if (bad !== undefined || new Set(names).size !== names.length) throw new ExchangeError("E_ZIP_NAME");
}

function readEnd(zip: Buffer): { count: number; directoryStart: number } {
  // A short file is a bundle cut off only if it begins as one; a note of two words is none.
  const beginning = zip.subarray(0, BEGINNING.length);
  if (!beginning.equals(BEGINNING.subarray(0, beginning.length)))
    throw new ExchangeError("E_ZIP_LAYOUT", "start");
  if (zip.length < END_BYTES) throw new ExchangeError("E_ZIP_TRUNCATED");
  const end = zip.length - END_BYTES;
  if (zip.readUInt32LE(end) !== END) {
    const elsewhere = zip.lastIndexOf("PK\x05\x06", undefined, "latin1");
    const complete = elsewhere >= 0 && elsewhere <= end;
    throw new ExchangeError(complete ? "E_ZIP_EOCD" : "E_ZIP_TRUNCATED");
  }
  const disks = zip.readUInt32LE(end + 4);
  const commentBytes = zip.readUInt16LE(end + 20);
  if (disks !== 0 || commentBytes !== 0) throw new ExchangeError("E_ZIP_EOCD");
  const count = zip.readUInt16LE(end + 8);
  if (count === 0 || count > MAX_ENTRIES || count !== zip.readUInt16LE(end + 10)) {
    throw new ExchangeError("E_ZIP_COUNT");
  }
  const directoryStart = zip.readUInt32LE(end + 16);
  if (directoryStart + zip.readUInt32LE(end + 12) !== end) throw new ExchangeError("E_ZIP_CD", "extent");
  return { count, directoryStart };
}

function readDirectory(zip: Buffer, count: number, directoryStart: number): ContainerEntry[] {
  const directoryEnd = zip.length - END_BYTES;
  const entries: ContainerEntry[] = [];
  let record = directoryStart;
  let local = 0;
  for (let index = 0; index < count; index += 1) {
    if (record + CENTRAL_BYTES > directoryEnd || zip.readUInt32LE(record) !== CENTRAL) {
      throw new ExchangeError("E_ZIP_CD", "record");
    }
    const flags = zip.readUInt16LE(record + 8);
    if (flags & FLAG_ENCRYPTED) throw new ExchangeError("E_ZIP_ENCRYPTED");
    if (zip.readUInt16LE(record + 10) !== STORED) throw new ExchangeError("E_ZIP_METHOD");
    const size = zip.readUInt32LE(record + 24);
    const nameEnd = record + CENTRAL_BYTES + zip.readUInt16LE(record + 28);
    if (nameEnd > directoryEnd) throw new ExchangeError("E_ZIP_CD", "name");
    if (zip.readUInt32LE(record + 20) !== size || zip.readUInt32LE(record + 42) !== local) {
      throw new ExchangeError("E_ZIP_LAYOUT", "record");
    }
    const nameStart = record + CENTRAL_BYTES;
    const start = local + LOCAL_BYTES + (nameEnd - nameStart);
    if (start + size > directoryStart || zip.readUInt32LE(local) !== LOCAL) {
      throw new ExchangeError("E_ZIP_LAYOUT", "local record");
    }
    entries.push({
      name: zip.toString("latin1", nameStart, nameEnd),
      bytes: zip.subarray(start, start + size),
    });
    local = start + size;
    record = nameEnd + zip.readUInt16LE(record + 30) + zip.readUInt16LE(record + 32);
  }
  if (local !== directoryStart) throw new ExchangeError("E_ZIP_LAYOUT", "gap");
  if (record !== directoryEnd) throw new ExchangeError("E_ZIP_CD", "rest");
  return entries;
}

function sizeOf(entries: readonly ContainerEntry[]): number {
  return entries.reduce(
    (sum, { name, bytes }) => sum + LOCAL_BYTES + CENTRAL_BYTES + 2 * name.length + bytes.length,
    END_BYTES,
  );
}

function layOut(entries: readonly ContainerEntry[], size: number): Uint8Array {
  const zip = Buffer.alloc(size);
  // The reader calls this with the size it found: another size is another spelling.
  if (sizeOf(entries) !== size) return zip;
  const records = entries.map((entry) => ({ ...entry, crc: crc32(entry.bytes), offset: 0 }));
  let at = 0;
  for (const record of records) {
    record.offset = at;
    at = zip.writeUInt32LE(LOCAL, at);
    at = writeShared(zip, at, record);
    at += zip.write(record.name, at, "latin1");
    zip.set(record.bytes, at);
    at += record.bytes.length;
  }
  const directoryStart = at;
  for (const record of records) {
    at = zip.writeUInt32LE(CENTRAL, at);
    at = zip.writeUInt16LE(VERSION, at);
    at = writeShared(zip, at, record);
    // comment length, disk, internal attributes, external attributes: 10 zero bytes
    at = zip.writeUInt32LE(record.offset, at + 10);
    at += zip.write(record.name, at, "latin1");
  }
  const directoryBytes = at - directoryStart;
  at = zip.writeUInt32LE(END, at);
  at = zip.writeUInt16LE(records.length, at + 4);
  at = zip.writeUInt16LE(records.length, at);
  at = zip.writeUInt32LE(directoryBytes, at);
  zip.writeUInt32LE(directoryStart, at);
  return zip;
}

/** The 26 bytes that local and central records have in common, from "version needed" to "extra length". */
function writeShared(zip: Buffer, start: number, record: ContainerEntry & { readonly crc: number }): number {
  let at = zip.writeUInt16LE(VERSION, start);
  // flags, method, time: zero
  at = zip.writeUInt16LE(DOS_DATE, at + 6);
  at = zip.writeUInt32LE(record.crc, at);
  at = zip.writeUInt32LE(record.bytes.length, at);
  at = zip.writeUInt32LE(record.bytes.length, at);
  at = zip.writeUInt16LE(record.name.length, at);
  return at + 2;
}
