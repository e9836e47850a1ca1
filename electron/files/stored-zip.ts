// Several files as one, uncompressed: workbooks are compressed already. Names are UTF-8 and said to be (APPNOTE 4.4.4 bit 11).
import { crc32 } from "node:zlib";

export interface ZipMember {
  readonly name: string;
  readonly bytes: Uint8Array;
}

const UTF8_NAMES = 0x0800;
/** 1980-01-01, the first day a zip can say: the file's own date says when it was made. */
const DOS_DATE = 0x0021;
const LARGEST = 0xffff_ffff;

/** @throws {RangeError} more than 65,535 members, 4 GiB, or a name that stands twice: a bug, not a user mistake */
export function storedZip(members: readonly ZipMember[]): Uint8Array {
  if (members.length > 0xffff || new Set(members.map(({ name }) => name)).size !== members.length)
    throw new RangeError("storedZip: members");
  const parts: Buffer[] = [];
  const directory: Buffer[] = [];
  let offset = 0;
  for (const { name, bytes } of members) {
    const encoded = Buffer.from(name, "utf8");
    const common = Buffer.alloc(26);
    common.writeUInt16LE(20, 0);
    common.writeUInt16LE(UTF8_NAMES, 2);
    common.writeUInt16LE(DOS_DATE, 8);
    common.writeUInt32LE(crc32(bytes), 10);
    common.writeUInt32LE(bytes.length, 14);
    common.writeUInt32LE(bytes.length, 18);
    common.writeUInt16LE(encoded.length, 22);
    parts.push(
      Buffer.from("PK\u0003\u0004", "latin1"),
      common,
      encoded,
      Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length),
    );
    const tail = Buffer.alloc(14);
    tail.writeUInt32LE(offset, 10);
    directory.push(Buffer.from("PK\u0001\u0002\u0014\u0000", "latin1"), common, tail, encoded);
    offset += 30 + encoded.length + bytes.length;
  }
  const listed = Buffer.concat(directory);
  if (offset + listed.length > LARGEST) throw new RangeError("storedZip: too large");
  const end = Buffer.alloc(22);
  end.write("PK\u0005\u0006", "latin1");
  end.writeUInt16LE(members.length, 8);
  end.writeUInt16LE(members.length, 10);
  end.writeUInt32LE(listed.length, 12);
  end.writeUInt32LE(offset, 16);
  return Buffer.concat([...parts, listed, end]);
}
