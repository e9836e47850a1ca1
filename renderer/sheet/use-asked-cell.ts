import { useSearch } from "@tanstack/react-router";
import { useEffect } from "react";
import type { CellAddress } from "../components/grid/grid-model.ts";
import type { EntrySheet } from "./entry-sheet.ts";

/** Opens a form at the cell its address names, when somebody came from a figure ("từ đâu ra?"). Once: then the person moves. */
export function useAskedCell(sheet: EntrySheet, goTo: (cell: CellAddress) => void): void {
  const { unit, element }: { unit?: string; element?: string } = useSearch({ strict: false });
  useEffect(() => {
    if (unit === undefined || element === undefined) return;
    const cell = sheet.cells.find(unit, element);
    if (cell) goTo(cell);
    // oxlint-disable-next-line react/exhaustive-deps -- only on the way in; later the active cell is the person's
  }, [sheet, unit, element]);
}
