// How wide printed text is, in Times New Roman and the fonts of its widths. A table that must break no figure has to
// know before any program lays it out.

/** Widths of the upright letters in thousandths of their size, as Adobe published them for Times. */
const WIDTHS: ReadonlyMap<string, number> = new Map(
  Object.entries({
    " .,": 250,
    "ijlt/:;": 278,
    "Ifr()[]-!": 333,
    Js: 389,
    "acez?“”": 444,
    "0123456789bdghknopquvxyđ–": 500,
    FPS: 556,
    ELTZ: 611,
    BCR: 667,
    ADGHKNOQUVXYwĐ: 722,
    "m&": 778,
    "%": 833,
    M: 889,
    W: 944,
    "…—": 1000,
  }).flatMap(([letters, width]) => Array.from(letters, (letter) => [letter, width] as const)),
);
const OTHER_WIDTH = 560;
/** Words in bold are some tenth wider; figures are not. */
const BOLD = 1.1;
const MILLIMETRES_A_POINT = 25.4 / 72;
/** Figures and letters without marks, most of what a table holds. */
const IS_PLAIN = /^[ -~]*$/;

/** @param points size of the font @returns millimetres, rather too many than too few */
export function textWidth(text: string, points: number, isBold = false): number {
  let width = 0;
  // Marks stand above and below letters and take no room.
  const letters = IS_PLAIN.test(text) ? text : text.normalize("NFD").replaceAll(/\p{Mark}/gu, "");
  for (const letter of letters) {
    const plain = WIDTHS.get(letter) ?? OTHER_WIDTH;
    width += isBold && /\p{Letter}/u.test(letter) ? plain * BOLD : plain;
  }
  return (width * points * MILLIMETRES_A_POINT) / 1000;
}

/** @returns millimetres of the longest run without a space, the least a column of it can be without breaking one */
export function widestWord(text: string, points: number, isBold = false): number {
  return Math.max(...text.split(" ").map((word) => textWidth(word, points, isBold)));
}

/** @param width millimetres @returns how many lines a text takes there; a word that is wider alone takes several */
export function linesOf(text: string, width: number, points: number, isBold = false): number {
  const space = textWidth(" ", points);
  let lines = 1;
  let end = 0;
  for (const word of text.split(" ")) {
    const length = textWidth(word, points, isBold);
    if (end > 0 && end + space + length > width) {
      lines += 1;
      end = 0;
    }
    end += (end > 0 ? space : 0) + length;
    while (end > width) {
      lines += 1;
      end -= width;
    }
  }
  return lines;
}
