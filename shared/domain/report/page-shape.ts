import type { PaperAppendix } from "./paper.ts";

export type Orientation = "portrait" | "landscape";

/** Millimetres of text from margin to margin on A4 (domain.md §e.1: 30 left and 15 right; on its side 20 and 20). */
export const TEXT_WIDTH: Readonly<Record<Orientation, number>> = { portrait: 165, landscape: 257 };

/** More columns than this lie on their side. */
const MOST_UPRIGHT = 7;

export function orientationOf({ columns }: Pick<PaperAppendix, "columns">): Orientation {
  return columns.length > MOST_UPRIGHT ? "landscape" : "portrait";
}
