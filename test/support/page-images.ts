// Pages of a PDF as a printer would put them on paper: what is dark, and where. Made by poppler, which shares no code
// with the programs that wrote the PDF.
import { spawnSync } from "node:child_process";

/** Millimetres from the left and the upper edge of the paper. */
interface Ink {
  readonly left: number;
  readonly right: number;
  readonly top: number;
  readonly bottom: number;
}

interface PageImage {
  /** Millimetres, to the nearest. */
  readonly width: number;
  readonly height: number;
  /** The smallest box around everything printed between two distances from the upper edge; null when nothing is. */
  inkBetween(from: number, to: number): Ink | null;
}

/** A dot and the edge of a letter. */
const TOLERANCE = 0.8;

/**
 * What breaks the page of an administrative document (domain.md §e.1, of Nghị định 30/2020/NĐ-CP): A4; margins of at
 * least 20 mm above and below, 30 left and 15 right, on its side 20 all round; from the second page on its number in
 * the middle of the upper margin, on the first none.
 *
 * @returns a sentence each; none when every page is right
 */
export function layoutFaults(images: readonly PageImage[]): readonly string[] {
  return images.flatMap((image, index) => {
    const page = `page ${index + 1}`;
    const { width, height } = image;
    const isUpright = width === 210 && height === 297;
    if (!isUpright && !(width === 297 && height === 210)) return [`${page} is ${width} × ${height}`];
    const faults: string[] = [];
    const text = image.inkBetween(20 - TOLERANCE, height);
    if (!text) return [`${page} is empty`];
    if (text.left < (isUpright ? 30 : 20) - TOLERANCE) faults.push(`${page} begins at ${text.left}`);
    if (text.right > width - (isUpright ? 15 : 20) + TOLERANCE) faults.push(`${page} ends at ${text.right}`);
    if (text.bottom > height - 20 + TOLERANCE) faults.push(`${page} goes down to ${text.bottom}`);
    const number = image.inkBetween(0, 20 - TOLERANCE);
    if (index === 0 && number) faults.push("the first page has something above its text");
    if (index > 0 && !number) faults.push(`${page} has no number`);
    if (index > 0 && number) {
      const middle = (number.left + number.right) / 2;
      // Of the paper, or of the text between unequal margins.
      if (middle < width / 2 - 2 || middle > width / 2 + 9.5) faults.push(`${page} is numbered at ${middle}`);
    }
    return faults;
  });
}

const DOTS_PER_INCH = 50;
const MILLIMETRES_PER_DOT = 25.4 / DOTS_PER_INCH;
/** Of 255: paler than this is paper, or the edge of a letter. */
const DARK = 160;

/** @throws Error when the file is no PDF, or poppler is not installed */
export function pageImages(pdf: string): readonly PageImage[] {
  const { stdout, stderr, status } = spawnSync("pdftoppm", ["-gray", "-r", `${DOTS_PER_INCH}`, pdf], {
    maxBuffer: 1 << 30,
  });
  if (status !== 0) throw new Error(`pdftoppm: ${stderr?.toString()}`);
  const images: PageImage[] = [];
  for (let offset = 0; offset < stdout.length; ) {
    // "P5\nWIDTH HEIGHT\n255\n", then a byte for each dot, row by row.
    const head = /^P5\s(\d+)\s(\d+)\s255\s/.exec(stdout.subarray(offset, offset + 40).toString("latin1"));
    if (!head) throw new Error("pdftoppm wrote something else than grey pages");
    const [start, width, height] = [offset + head[0].length, Number(head[1]), Number(head[2])];
    offset = start + width * height;
    images.push(pageImage(stdout.subarray(start, offset), width, height));
  }
  return images;
}

function pageImage(dots: Uint8Array, width: number, height: number): PageImage {
  const millimetres = (count: number) => count * MILLIMETRES_PER_DOT;
  return {
    width: Math.round(millimetres(width)),
    height: Math.round(millimetres(height)),
    inkBetween: (from, to) => {
      let [left, right, top, bottom] = [width, -1, height, -1];
      const end = Math.min(height, Math.floor(to / MILLIMETRES_PER_DOT));
      for (let y = Math.ceil(from / MILLIMETRES_PER_DOT); y < end; y += 1)
        for (let x = 0; x < width; x += 1)
          if ((dots[y * width + x] ?? 255) < DARK) {
            left = Math.min(left, x);
            right = Math.max(right, x);
            top = Math.min(top, y);
            bottom = Math.max(bottom, y);
          }
      if (right < 0) return null;
      return {
        left: millimetres(left),
        right: millimetres(right + 1),
        top: millimetres(top),
        bottom: millimetres(bottom + 1),
      };
    },
  };
}
