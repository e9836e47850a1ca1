import type { PaperAppendix } from "../../../shared/domain/report/paper.ts";

/** More columns than this lie on their side. */
const MOST_UPRIGHT = 7;

export function isWide({ columns }: Pick<PaperAppendix, "columns">): boolean {
  return columns.length > MOST_UPRIGHT;
}
