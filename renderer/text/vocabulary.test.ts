// One spelling and one word for each thing, as the offices write them (domain.md §a, ui.md §3 "Words").
import { expect, it } from "vitest";
import { en } from "./en.ts";
import { vi } from "./vi.ts";

/** Every sentence of a tree of words with its key. */
function sentencesOf(words: unknown, key = ""): [key: string, sentence: string][] {
  if (typeof words === "string") return [[key, words]];
  if (typeof words !== "object" || words === null) return [];
  return Object.entries(words).flatMap(([name, inner]) =>
    sentencesOf(inner, key === "" ? name : `${key}.${name}`),
  );
}

const VIETNAMESE = sentencesOf(vi);
const ALL = [...VIETNAMESE, ...sentencesOf(en)];

/** Keys of the sentences in which something stands that must not. */
function guilty(sentences: readonly [string, string][], wrong: RegExp): string[] {
  return sentences
    .filter(([, sentence]) => wrong.test(sentence.replace(/\{\{\w+\}\}/g, "#")))
    .map(([key, text]) => `${key}: ${text}`);
}

it("the tone stands on the first vowel of oa, oe and uy: khóa, hòa, hủy; qu is one sound: quý", () => {
  expect(guilty(VIETNAMESE, /(?:o[áàảãạéèẻẽẹ]|(?<!q)u[ýỳỷỹỵ])(?!\p{L})/iu)).toEqual([]);
});

it.each([
  [/\bThôi\b/u, "Hủy"],
  [/danh sách tin cậy/iu, "danh sách khóa"],
  [/mật khẩu khóa(?! gốc)|mã PIN/iu, "cụm mật khẩu"],
  [/(?<!\p{L})(?:file|folder|click|link|email)(?!\p{L})/iu, "tệp, thư mục, bấm, đường dẫn, thư điện tử"],
  [/chúng tôi|chúng ta|bạn (?:có|cần|hãy|đã|phải)/iu, "a neutral sentence"],
  [/kì (?:báo|này|trước|sau)|kí số|chữ kí|lí do|qui (?:định|tắc|chế)/iu, "kỳ, ký, lý do, quy định"],
  [/thoả|thỏa thuận lao động tập thể/iu, "thỏa ước lao động tập thể"],
  [/công đoàn viên(?! chức)/iu, "đoàn viên"],
])("%s is not written; it is %s", (wrong) => {
  expect(guilty(VIETNAMESE, wrong)).toEqual([]);
});

it("texts are NFC, without double spaces, straight quotes or three dots", () => {
  expect(ALL.filter(([, text]) => text !== text.normalize("NFC"))).toEqual([]);
  expect(guilty(ALL, / {2}|\.\.\.|(?<![a-z=])"/u)).toEqual([]);
});

it("labels are in sentence case, not In Title Case", () => {
  const isTitle = (text: string) => {
    const words = text.split(" ").filter((word) => /^\p{L}+$/u.test(word));
    return text !== "Sổ Công Đoàn" && words.length >= 3 && words.every((word) => /^\p{Lu}\p{Ll}/u.test(word));
  };
  expect(isTitle("Tỷ Lệ Đạt")).toBe(true);
  expect(VIETNAMESE.filter(([, text]) => isTitle(text))).toEqual([]);
});

it("finds what it looks for", () => {
  const wrong: [string, string][] = [
    ["a", "Khoá kỳ"],
    ["b", "Huỷ"],
    ["c", "Quý trước, khóa, loại hủy"],
  ];
  expect(guilty(wrong, /(?:o[áàảãạéèẻẽẹ]|(?<!q)u[ýỳỷỹỵ])(?!\p{L})/iu)).toEqual(["a: Khoá kỳ", "b: Huỷ"]);
});
