import type { CellAddress } from "../components/grid/grid-model.ts";
import { showToast } from "../components/Toast.tsx";
import { useText } from "../text/use-text.ts";
import type { EntrySheet } from "./entry-sheet.ts";
import type { EstimateChoice } from "./EstimateMenu.tsx";

/** Marks figures as estimates or no longer, and says how many once it is done. `toggle` marks as long as one is not marked. */
export function useMarkEstimated(sheet: EntrySheet) {
  const t = useText();
  return async (cells: readonly CellAddress[], choice: EstimateChoice) => {
    const isEstimate = choice === "toggle" ? sheet.figuresAmong(cells, false).length > 0 : choice !== "none";
    const { saved, refused } = await sheet.markEstimated(cells, isEstimate);
    const say = (words: "nothing" | "marked" | "unmarked" | "refused", number: number) =>
      t(`entry.estimates.${words}`, { number });
    const parts = [
      ...(saved > 0 ? [say(isEstimate ? "marked" : "unmarked", saved)] : []),
      ...(refused.length > 0 ? [say("refused", refused.length)] : []),
    ];
    showToast(
      parts.length === 0 ? say("nothing", 0) : parts.join(" "),
      saved > 0 && refused.length === 0 ? "success" : "info",
    );
  };
}
