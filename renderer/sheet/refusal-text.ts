import { twoReadings } from "../../shared/domain/number-input.ts";
import type { Translate } from "../text/use-text.ts";
import type { RefusalReason } from "./sheet-words.ts";

/** Why a text is not stored; of one that could be two figures, which two. */
export function refusalText(reason: RefusalReason, text: string, t: Translate): string {
  const two = reason === "AMBIGUOUS_SEPARATOR" ? twoReadings(text) : null;
  return two ? t("entry.twoReadings", two) : t(`entry.reason.${reason}`);
}
