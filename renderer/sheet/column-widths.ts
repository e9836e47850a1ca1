// Widths of columns somebody has changed, kept with the office: a browser forgets them with the port.
import type { Rhythm } from "../../shared/domain/period.ts";
import { client } from "../api/api.ts";
import type { ColumnWidths } from "../components/grid/grid-geometry.ts";

/** A drag tells every pixel; the last one is kept. */
const REST_MS = 150;

let waiting: { readonly form: Rhythm; readonly widths: ColumnWidths } | null = null;
let timer: ReturnType<typeof setTimeout> | undefined;

export function keepWidths(form: Rhythm, widths: ColumnWidths): void {
  waiting = { form, widths };
  clearTimeout(timer);
  timer = setTimeout(send, REST_MS);
}

function send(): void {
  clearTimeout(timer);
  if (!waiting) return;
  const kept = waiting;
  waiting = null;
  // A width that is not kept is no loss worth a message.
  client.entries.keepWidths(kept).catch(() => undefined);
}

window.addEventListener("pagehide", send);
