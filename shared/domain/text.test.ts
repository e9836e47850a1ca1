// Text as it comes in and as it is looked for (domain.md §c.4, V25 of §c.3).
import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import {
  compareVietnamese,
  matchesSearch,
  normaliseText,
  sameNameKey,
  searchKey,
  searchRank,
} from "./text.ts";

const ETH = "\u00d0";
const NO_BREAK_SPACE = "\u00a0";

/** Strings rich in what the sources hold: both eths, composed and loose accents, odd spaces, invisible marks. */
const anyText = fc.oneof(
  fc.string({ unit: "binary" }),
  fc
    .array(
      fc.constantFrom(
        ...Array.from("aăâeêioôơuưyAĂÂĐđDdHhNn0129-/()."),
        ETH,
        "\u00f0",
        "ò",
        "à",
        "ệ",
        "\u0300",
        "\u0301",
        "\u0302",
        "\u0323",
        "\u0309",
        " ",
        NO_BREAK_SPACE,
        "\t",
        "\n",
        "\u200b",
        "\u202e",
        "\ufeff",
        "\u00ad",
        "“",
        "”",
        '"',
      ),
    )
    .map((parts) => parts.join("")),
);

describe("text that comes in", () => {
  it.each([
    [`NL${ETH} Long Xuyên`, "NLĐ Long Xuyên"],
    [`2399/Q${ETH}-TLĐ`, "2399/QĐ-TLĐ"],
    ["\u00f0oàn", "đoàn"],
    [`  Công${NO_BREAK_SPACE}đoàn   cơ\tsở\n`, "Công đoàn cơ sở"],
    ["Ho\u0300a Bi\u0300nh", "Hòa Bình"],
    ["Công\u200b đoàn\u00ad\ufeff", "Công đoàn"],
    ["cô\u202eng", "công"],
    ["a\u200b\u0301", "á"], // the accent finds its letter once nothing stands between them
    ["“Mái ấm công đoàn”", "“Mái ấm công đoàn”"],
    ["", ""],
  ])("%j becomes %j", (text, expected) => {
    expect(normaliseText(text)).toBe(expected);
  });

  it("is NFC, trimmed, without double spaces, eths or invisible characters, and stays as it is", () => {
    fc.assert(
      fc.property(anyText, (text) => {
        const clean = normaliseText(text);
        expect(clean).toBe(clean.normalize("NFC"));
        expect(clean).not.toMatch(/^\s|\s$|\s\s|[\u00d0\u00f0\u200b-\u200f\u202a-\u202e\u2066-\u2069\ufeff]/);
        expect(normaliseText(clean)).toBe(clean);
      }),
      { numRuns: 1000 },
    );
  });

  it("is the same however its accents were typed", () => {
    fc.assert(
      fc.property(anyText, (text) => {
        expect(normaliseText(text.normalize("NFD"))).toBe(normaliseText(text.normalize("NFC")));
      }),
    );
  });
});

describe("what is looked for", () => {
  it.each([
    ["Thỏa ước", "thoa uoc"],
    ["thoả ước", "thoa uoc"],
    [`L${ETH}LĐ huyện`, "ldld huyen"],
    ["NGHIỆP ĐOÀN", "nghiep doan"],
    ["“Mái ấm”", "“mai am”"],
    ["1979/CTr-LĐLĐ", "1979/ctr-ldld"],
  ])("%s is found under %s", (text, key) => {
    expect(searchKey(text)).toBe(key);
  });

  it("a key is its own key, and has neither capitals nor marks", () => {
    fc.assert(
      fc.property(anyText, (text) => {
        const key = searchKey(text);
        expect(searchKey(key)).toBe(key);
        expect(key).not.toMatch(/\p{Mn}|[đĐÐð]|\s\s|^\s|\s$/u);
      }),
      { numRuns: 1000 },
    );
  });

  it("case, accents and spaces do not matter", () => {
    const word = fc.constantFrom("Hoà", "ĐẶNG", "Mỹ", "Phước", "Ưu", "nghiệp", "Ỷ");
    fc.assert(
      fc.property(fc.array(word, { minLength: 1 }), (words) => {
        const key = searchKey(words.join(" "));
        expect(searchKey(words.join("  ").toUpperCase())).toBe(key);
        expect(searchKey(words.join(NO_BREAK_SPACE).normalize("NFD"))).toBe(key);
        for (const one of words) expect(matchesSearch(key, one)).toBe(true);
      }),
    );
  });

  it("every word of a query must stand somewhere, in any order; an empty query finds everything", () => {
    const key = searchKey("CĐCS Công ty May Phú Tân");
    expect(["tân may", "CONG ty", "phu", "", "  "].map((query) => matchesSearch(key, query))).toEqual([
      true,
      true,
      true,
      true,
      true,
    ]);
    expect(["tân mây dệt", "phutan"].map((query) => matchesSearch(key, query))).toEqual([false, false]);
  });

  it("quotation marks around a name do not hide its words", () => {
    expect(matchesSearch(searchKey("Chương trình “Tết Sum vầy”"), "tet sum vay")).toBe(true);
  });
});

describe("names that are the same", () => {
  it.each([
    ["Hoà Bình", "Hòa Bình"],
    ["CĐCS Thuỷ sản", "cđcs  Thủy sản"],
    [`NL${ETH} Xe ôm`, "NLĐ xe ôm"],
    ["Ho\u0300a", "hòa"],
    ["CĐCS\u200b Khoẻ", "CĐCS Khỏe"],
  ])("%s and %s", (left, right) => {
    expect(sameNameKey(left)).toBe(sameNameKey(right));
  });

  it.each([
    ["Hoa Bình", "Hòa Bình"],
    ["Đông Á", "Đông A"],
    ["Duy Xuyên", "Đuy Xuyên"],
    ["Tân", "Tần"],
    ["Tan", "Tân"],
    ["Hoà Bình 1", "Hoà Bình 2"],
  ])("%s and %s are two names", (left, right) => {
    expect(sameNameKey(left)).not.toBe(sameNameKey(right));
  });

  it("equal names are found under the same search, however their accents were typed", () => {
    fc.assert(
      fc.property(anyText, anyText, (left, right) => {
        expect(sameNameKey(left.normalize("NFD"))).toBe(sameNameKey(left.normalize("NFC")));
        if (sameNameKey(left) === sameNameKey(right)) expect(searchKey(left)).toBe(searchKey(right));
      }),
      { numRuns: 1000 },
    );
  });

  it("the tone mark may stand on any letter of its word, another mark makes another name", () => {
    const tones = ["", "\u0300", "\u0301", "\u0303", "\u0309", "\u0323"];
    const syllables = ["hoa", "thuy", "khoe", "quôc", "giươ", "đông"];
    const place = fc.nat({ max: 2 });
    const tone = fc.constantFrom(...tones);
    fc.assert(
      fc.property(
        fc.constantFrom(...syllables),
        place,
        place,
        tone,
        tone,
        (syllable, one, other, left, right) => {
          const withTone = (after: number, mark: string) =>
            `CĐCS ${syllable.slice(0, after + 1)}${mark}${syllable.slice(after + 1)} 1`;
          const isSame = sameNameKey(withTone(one, left)) === sameNameKey(withTone(other, right));
          expect(isSame).toBe(left === right);
        },
      ),
    );
  });
});

it("names stand in the order of the Vietnamese alphabet, numbers in them by value", () => {
  const sorted = ["An", "Ăn", "Ân", "Dân", "Đan", "Hòa", "Hoa 2", "Hoa 10", "Ông", "Ơn"];
  expect(sorted.toReversed().toSorted(compareVietnamese)).toEqual(sorted);
});

describe("how near a match is", () => {
  it.each([
    { text: "Thỏa ước lao động tập thể", query: "thoa uoc", rank: 0 },
    { text: "Ước lao động, thỏa thuận", query: "thoa uoc", rank: 1 },
    { text: "Đối thoại tại doanh nghiệp nhà nước", query: "thoa uoc", rank: 2 },
    { text: "CĐCS Đông Hòa", query: "dong hoa", rank: 0 },
    { text: "CĐCS động viên văn hóa", query: "dong hoa", rank: 1 },
  ])("$query in $text: $rank", ({ text, query, rank }) => {
    expect(matchesSearch(searchKey(text), query)).toBe(true);
    expect(searchRank(searchKey(text), query)).toBe(rank);
  });

  it("a short number is sought where a word begins, not inside every code", () => {
    expect(matchesSearch(searchKey("CĐCS Hòa Bình 1 CS0020"), "hoa 1")).toBe(true);
    expect(matchesSearch(searchKey("CĐCS Hòa Bình CS0012"), "hoa 1")).toBe(false);
    expect(matchesSearch(searchKey("CĐCS Hòa Bình CS0012"), "0012")).toBe(true);
  });
});
