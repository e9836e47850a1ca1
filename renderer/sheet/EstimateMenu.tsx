import type { CellRange, GridModel } from "../components/grid/grid-model.ts";
import { type GridSelection, rangeOf, selectLines } from "../components/grid/grid-selection.ts";
import { Menu } from "../components/Menu.tsx";
import { useText } from "../text/use-text.ts";

const CHOICES = ["cells", "rows", "columns", "none"] as const;
/** `toggle`: what the key does. */
export type EstimateChoice = (typeof CHOICES)[number] | "toggle";

/** Ước thực hiện: which figures are only estimates to the end of the period. */
export function EstimateMenu({ onChoose }: { readonly onChoose: (choice: EstimateChoice) => void }) {
  const t = useText();
  return (
    <Menu
      choices={CHOICES.map((id) => ({
        id,
        label: t(`entry.estimates.${id}`),
        ...(id === "cells" && { keys: "Ctrl+E" }),
      }))}
      onChoose={onChoose}
    >
      {t("entry.estimates.open")}
    </Menu>
  );
}

/** The cells a choice concerns, in rows as they are shown. */
export function rangeOfChoice(
  choice: EstimateChoice,
  selection: GridSelection,
  { rowCount, columns }: Pick<GridModel, "rowCount" | "columns">,
): CellRange {
  if (choice !== "rows" && choice !== "columns") return rangeOf(selection);
  return rangeOf(selectLines(selection, choice, { rowCount, columnCount: columns.length }));
}
