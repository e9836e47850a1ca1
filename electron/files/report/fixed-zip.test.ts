import { expect, it } from "vitest";
import { storedZip } from "../stored-zip.ts";
import { withFixedTimes } from "./fixed-zip.ts";

const members = [
  { name: "a.xml", bytes: Buffer.from("một") },
  { name: "thư mục/b.xml", bytes: Buffer.from("hai") },
];

/** The same zip, made at another time: date and time of each local and each directory header. */
function madeAt(time: number, date: number): Buffer {
  const zip = Buffer.from(storedZip(members));
  for (const [mark, offset] of [
    ["PK\u0003\u0004", 10],
    ["PK\u0001\u0002", 12],
  ] as const)
    for (let place = zip.indexOf(mark); place >= 0; place = zip.indexOf(mark, place + 1)) {
      zip.writeUInt16LE(time, place + offset);
      zip.writeUInt16LE(date, place + offset + 2);
    }
  return zip;
}

it("makes zips of different minutes the same, and changes nothing else", () => {
  const [morning, evening] = [madeAt(0x4a21, 0x5a6b), madeAt(0x9c04, 0x5b75)];
  expect(morning.equals(evening)).toBe(false);
  expect(Buffer.from(withFixedTimes(morning)).equals(Buffer.from(withFixedTimes(evening)))).toBe(true);
  // A stored zip of ours is already on the fixed day.
  expect(Buffer.from(withFixedTimes(morning)).equals(Buffer.from(storedZip(members)))).toBe(true);
});

it("refuses what is no zip", () => {
  expect(() => withFixedTimes(Buffer.from("PK"))).toThrow(RangeError);
  expect(() => withFixedTimes(Buffer.alloc(100))).toThrow(RangeError);
});
