// Widths of columns somebody has changed, kept in this browser only: they concern the screen, not the figures.
import type { ColumnWidths } from "../../components/grid/grid-geometry.ts";

const KEY = "scd-column-widths";

export function storedWidths(form: string): ColumnWidths {
  return readAll()[form] ?? {};
}

export function storeWidths(form: string, widths: ColumnWidths): void {
  localStorage.setItem(KEY, JSON.stringify({ ...readAll(), [form]: widths }));
}

function readAll(): Readonly<Record<string, ColumnWidths>> {
  try {
    const stored: unknown = JSON.parse(localStorage.getItem(KEY) ?? "{}");
    return isWidths(stored) ? stored : {};
  } catch {
    return {};
  }
}

function isWidths(stored: unknown): stored is Record<string, ColumnWidths> {
  return (
    typeof stored === "object" &&
    stored !== null &&
    Object.values(stored).every(
      (form: unknown) =>
        typeof form === "object" &&
        form !== null &&
        Object.values(form).every((width) => typeof width === "number"),
    )
  );
}
