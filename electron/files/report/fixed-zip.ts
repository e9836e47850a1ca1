// Office files are zips, and zips carry the minute they were made. The same contents give the same bytes only without it.
import { inflateRawSync } from "node:zlib";

/** 1980-01-01 00:00, the first day a zip can say. */
const DOS_TIME = 0;
const DOS_DATE = 0x0021;
const END = 0x06054b50;
const ENTRY = 0x02014b50;
const LOCAL = 0x04034b50;
const END_BYTES = 22;
const ENTRY_BYTES = 46;
const LOCAL_BYTES = 30;

/**
 * Sets every date in a zip to the same day, in place. Only for files this program has just made.
 * @throws {RangeError} when it is no zip as the libraries write it
 */
export function withFixedTimes(zip: Uint8Array): Uint8Array {
  const bytes = Buffer.from(zip.buffer, zip.byteOffset, zip.length);
  for (const { entry, local } of entriesOf(bytes)) {
    bytes.writeUInt16LE(DOS_TIME, entry + 12);
    bytes.writeUInt16LE(DOS_DATE, entry + 14);
    bytes.writeUInt16LE(DOS_TIME, local + 10);
    bytes.writeUInt16LE(DOS_DATE, local + 12);
  }
  return zip;
}

/**
 * One deflated member of a zip this program has just made: there are no limits on what comes out.
 * @throws {RangeError} when it is not there
 */
export function memberOf(zip: Uint8Array, wanted: string): Buffer {
  const bytes = Buffer.from(zip.buffer, zip.byteOffset, zip.length);
  for (const { entry, local, name } of entriesOf(bytes)) {
    if (name !== wanted) continue;
    const start = local + LOCAL_BYTES + bytes.readUInt16LE(local + 26) + bytes.readUInt16LE(local + 28);
    return inflateRawSync(bytes.subarray(start, start + bytes.readUInt32LE(entry + 20)));
  }
  throw new RangeError(`memberOf: ${wanted}`);
}

/** Places of the headers of every member. */
function* entriesOf(bytes: Buffer): Generator<{ entry: number; local: number; name: string }> {
  const end = bytes.length - END_BYTES;
  if (end < 0 || bytes.readUInt32LE(end) !== END) throw new RangeError("entriesOf: no end record");
  const count = bytes.readUInt16LE(end + 10);
  let entry = bytes.readUInt32LE(end + 16);
  for (let index = 0; index < count; index += 1) {
    if (bytes.readUInt32LE(entry) !== ENTRY) throw new RangeError("entriesOf: directory");
    const local = bytes.readUInt32LE(entry + 42);
    if (bytes.readUInt32LE(local) !== LOCAL) throw new RangeError("entriesOf: local header");
    const nameEnd = entry + ENTRY_BYTES + bytes.readUInt16LE(entry + 28);
    yield { entry, local, name: bytes.toString("utf8", entry + ENTRY_BYTES, nameEnd) };
    entry = nameEnd + bytes.readUInt16LE(entry + 30) + bytes.readUInt16LE(entry + 32);
  }
}
