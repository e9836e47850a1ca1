import { useCallback, useEffect, useSyncExternalStore } from "react";
import { SidePanel } from "../components/SidePanel.tsx";
import type { CellAddress } from "../components/grid/grid-model.ts";
import { useText } from "../text/use-text.ts";
import type { EntrySheet } from "./entry-sheet.ts";
import type { RefusedWrite } from "./paste-plan.ts";
import { refusalText } from "./refusal-text.ts";

interface RefusedPanelProps {
  readonly sheet: EntrySheet;
  readonly refused: readonly RefusedWrite[];
  readonly onGo: (cell: CellAddress) => void;
  readonly onClose: () => void;
}

const MOST_SHOWN = 300;

/** Such a cell keeps no refused text to be mended: it is told once, until the next step back. */
const TAKES_NOTHING: ReadonlySet<RefusedWrite["reason"]> = new Set(["NOT_ASKED", "COMPUTED", "LOCKED"]);

/** Which pasted cells are still not taken, and why; each line leads to its cell. Closes itself when none is left. */
export function RefusedPanel({ sheet, refused, onGo, onClose }: RefusedPanelProps) {
  const t = useText();
  const isOpen = (cell: RefusedWrite) =>
    TAKES_NOTHING.has(cell.reason) || sheet.unsaved.refusedAt(cell) !== undefined;
  const left = useSyncExternalStore(
    useCallback((listener) => sheet.unsaved.subscribe(listener), [sheet]),
    () => refused.filter(isOpen).length,
  );
  useEffect(() => {
    if (left === 0) onClose();
  }, [left, onClose]);
  const open = refused.filter(isOpen);
  if (left === 0) return null;
  return (
    <SidePanel title={t("entry.refusedTitle", { number: left })} onClose={onClose} takesFocus={false}>
      <p>{t("entry.refusedLead")}</p>
      <ul className="finding-list">
        {open.slice(0, MOST_SHOWN).map((cell) => {
          const { code } = sheet.rowHeader(cell.row);
          return (
            <li key={`${cell.row},${cell.column}`}>
              <button type="button" className="finding-go" onClick={() => onGo(cell)}>
                {code} · {sheet.columns[cell.column]?.title}
              </button>
              <span>
                “{cell.text}”: {refusalText(cell.reason, cell.text, t)}
              </span>
            </li>
          );
        })}
      </ul>
      {left > MOST_SHOWN && <p>{t("entry.refusedMore", { number: left - MOST_SHOWN })}</p>}
    </SidePanel>
  );
}
