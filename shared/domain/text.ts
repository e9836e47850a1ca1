// Vietnamese text as it comes in (domain.md §c.4) and as it is looked for.

/** Zero-width, bidi and control characters, which nobody types on purpose (security.md R2). Tab and line feed are spaces. */
// oxlint-disable-next-line no-control-regex -- control characters are what this looks for
const INVISIBLE =
  // oxlint-disable-next-line no-control-regex -- see above
  /[\u0000-\u0008\u000b-\u001f\u007f-\u009f\u00ad\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufeff]/g;

/** NFC, Icelandic eth to Vietnamese Đ, every run of spaces one space, invisible characters dropped, trimmed. */
export function normaliseText(text: string): string {
  return text
    .replace(INVISIBLE, "")
    .normalize("NFC")
    .replaceAll("\u00d0", "\u0110")
    .replaceAll("\u00f0", "\u0111")
    .replace(/\s+/g, " ")
    .trim();
}

/** What a search compares: lower case, no accents, đ as d. "hoà", "hòa" and "hoa" are one; so tone placement never matters. */
export function searchKey(text: string): string {
  return normaliseText(text)
    .toLowerCase()
    .replaceAll("đ", "d")
    .normalize("NFD")
    .replace(/\p{Mn}/gu, "")
    .replace(/ +/g, " ")
    .trim();
}

/**
 * Whether every word of a query stands somewhere in a text, accents and case aside; a number of one or two digits only where
 * a word begins, or every code with a 1 in it would be "Hoà Bình 1"; "8%" is not "98%". @param key a {@link searchKey}
 */
export function matchesSearch(key: string, query: string): boolean {
  return searchKey(query)
    .split(" ")
    .every((word) => {
      if (/^[0-9]{1,2}$/u.test(word)) return beginsWord(key, word);
      return /^[0-9,]+%$/u.test(word) ? ` ${key}`.includes(` ${word}`) : key.includes(word);
    });
}

/** How near a text that matches is: 0 the query as it stands, 1 all its words as beginnings of words, 2 somewhere within. */
export function searchRank(key: string, query: string): 0 | 1 | 2 {
  const asked = searchKey(query);
  if (beginsWord(key, asked)) return 0;
  return asked.split(" ").every((word) => beginsWord(key, word)) ? 1 : 2;
}

function beginsWord(key: string, word: string): boolean {
  return ` ${key.replace(/[^\p{L}\p{N}]+/gu, " ")}`.includes(` ${word}`);
}

const TONES = /[\u0300\u0301\u0303\u0309\u0323]/gu;

/**
 * Equal for names that differ only in case, Đ/Ð, spaces or where the tone mark stands (rule V25):
 * "Hoà Bình" and "Hòa Bình" are the same name, "Hoa Bình" is another. The tone is moved to the end of its word.
 */
export function sameNameKey(name: string): string {
  return normaliseText(name)
    .toLowerCase()
    .normalize("NFD")
    .split(" ")
    .map((word) => word.replace(TONES, "") + (word.match(TONES)?.join("") ?? ""))
    .join(" ");
}

const COLLATOR = new Intl.Collator("vi", { numeric: true, sensitivity: "variant" });

/** Vietnamese alphabetical order; numbers inside a name by value. */
export function compareVietnamese(left: string, right: string): number {
  return COLLATOR.compare(left, right);
}
