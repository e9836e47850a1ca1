import { describe, expect, it } from "vitest";
import { detectDelimiter, readCsv } from "./read-csv.ts";
import { TableError } from "./table.ts";

const texts = (text: string) => {
  const table = readCsv(Buffer.from(text, "utf8"));
  return [table.header, ...table.rows.map((row) => row.cells.map((cell) => cell.text))];
};

function faultOf(bytes: Uint8Array): { code: string; line: number | null } {
  try {
    readCsv(bytes);
  } catch (error) {
    if (error instanceof TableError) return { code: error.code, line: error.line };
    throw error;
  }
  throw new Error("was read");
}

describe("reading CSV", () => {
  it.each([
    ["comma", "code,name\r\nA,May Phú Tân\r\n"],
    ["semicolon", "code;name\nA;May Phú Tân"],
    ["tab", "code\tname\nA\tMay Phú Tân\n"],
    ["mark at the start", "\ufeffcode,name\r\nA,May Phú Tân"],
    ["old line ends", "code,name\rA,May Phú Tân\r"],
  ])("reads the same table from %s", (_, text) => {
    expect(texts(text)).toEqual([
      ["code", "name"],
      ["A", "May Phú Tân"],
    ]);
  });

  it("takes decomposed letters and the Icelandic eth as the Vietnamese ones", () => {
    expect(texts(`name\n${"LĐLĐ Hòa Bình".normalize("NFD")}\nNL\u00d0`)).toEqual([
      ["name"],
      ["LĐLĐ Hòa Bình"],
      ["NLĐ"],
    ]);
  });

  it("finds the separator outside quotes only", () => {
    expect(detectDelimiter('"a,b,c";d\n1,2,3;4')).toBe(";");
    expect(texts('"Tên; đơn vị","Mã"\nx,y')).toEqual([
      ["Tên; đơn vị", "Mã"],
      ["x", "y"],
    ]);
    expect(detectDelimiter("single")).toBe(",");
  });

  it("names the line a record begins on, past quoted line ends and blank lines", () => {
    const table = readCsv(Buffer.from('a,b\r\n\r\n1,"x\r\ny\r\nz"\r\n3,4\r\n,\r\n5,6'));
    expect(table.rows.map((row) => row.line)).toEqual([3, 6, 8]);
    expect(table.rows[0]?.cells[1]?.text).toBe("x y z");
  });

  it.each([
    ["more fields than the header", "a,b\n1,2\n1,2,3\n", 3],
    ["fewer fields than the header", "a,b\n1\n", 2],
    ["a quote never closed", 'a,b\n1,2\n3,"x\n', 3],
    ["a stray quote", 'a,b\n1,x"y\n', 2],
    ["text after a quote", 'a,b\n1,"x"y\n', 2],
  ])("refuses %s and says where", (_, text, line) => {
    expect(faultOf(Buffer.from(text))).toEqual({ code: "CSV_MALFORMED", line });
  });

  it("refuses a Windows-1258 file instead of reading broken letters", () => {
    // "Tên,Mã": ê is EA, ã is E3 in Windows-1258.
    const bytes = Buffer.from([0x54, 0xea, 0x6e, 0x2c, 0x4d, 0xe3, 0x0a, 0x41, 0x2c, 0x31]);
    expect(faultOf(bytes).code).toBe("CSV_ENCODING");
  });

  it.each(["utf16le" as const])("refuses Unicode text (%s), marked or not", (encoding) => {
    expect(faultOf(Buffer.from("\ufeffa\tb", encoding)).code).toBe("CSV_ENCODING");
    expect(faultOf(Buffer.from("a\tb", encoding)).code).toBe("CSV_ENCODING");
  });

  it.each(["", "\ufeff", "\r\n\r\n", " \n", ",,\n,,\n"])("refuses the empty file %j", (text) => {
    expect(faultOf(Buffer.from(text)).code).toBe("CSV_EMPTY");
  });

  it("refuses two columns of one name, but not two without a name", () => {
    expect(faultOf(Buffer.from("code,Tên,CODE\n1,2,3"))).toEqual({ code: "HEADER_DUPLICATE", line: 1 });
    expect(texts("code,,\n1,2,3")).toEqual([["code"], ["1", "2", "3"]]);
  });

  it("refuses a file beyond the limits of bytes and of cells", () => {
    expect(faultOf(Buffer.alloc(32 * 1024 * 1024 + 1, 0x41)).code).toBe("FILE_TOO_LARGE");
    const line = `${",".repeat(999)}\n`;
    expect(faultOf(Buffer.from(line.repeat(4001))).code).toBe("FILE_TOO_LARGE");
  });

  it("leaves Object.prototype alone whatever a column is called", () => {
    const table = readCsv(Buffer.from("__proto__,constructor,polluted\nx,y,z"));
    expect(table.header).toEqual(["__proto__", "constructor", "polluted"]);
    expect(Object.keys(Object.prototype)).toEqual([]);
    expect(({} as Record<string, unknown>)["polluted"]).toBeUndefined();
  });

  it("takes off the apostrophe that protects a formula and keeps any other", () => {
    expect(texts("name\n'=1+1\n''-x\n'quoted'\n-5")).toEqual([
      ["name"],
      ["=1+1"],
      ["'-x"],
      ["'quoted'"],
      ["-5"],
    ]);
  });
});
