import { formatInteger } from "../../../shared/domain/number-format.ts";
import type { CellAddress } from "../../components/grid/grid-model.ts";
import { showToast } from "../../components/Toast.tsx";
import { useText } from "../../text/use-text.ts";
import type { EntrySheet } from "./entry-sheet.ts";
import type { EstimateChoice } from "./EstimateMenu.tsx";

/** Marks figures as estimates or no longer, and says how many. `toggle` marks as long as one is not marked. */
export function useMarkEstimated(sheet: EntrySheet) {
  const t = useText();
  return (cells: readonly CellAddress[], choice: EstimateChoice) => {
    const isEstimate = choice === "toggle" ? sheet.figuresAmong(cells, false).length > 0 : choice !== "none";
    const number = sheet.markEstimated(cells, isEstimate);
    const words = number === 0 ? "nothing" : isEstimate ? "marked" : "unmarked";
    showToast(
      t(`entry.estimates.${words}`, { number: formatInteger(number) }),
      number === 0 ? "info" : "success",
    );
  };
}
