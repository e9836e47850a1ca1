import { useCallback, useEffect, useSyncExternalStore } from "react";
import { SidePanel } from "../components/SidePanel.tsx";
import type { CellAddress } from "../components/grid/grid-model.ts";
import { useText } from "../text/use-text.ts";
import type { EntrySheet } from "./entry-sheet.ts";
import type { RefusedWrite } from "./paste-plan.ts";
import { refusalText } from "./refusal-text.ts";
import type { Refusals } from "./use-entry-sheet.ts";

interface RefusedPanelProps {
  readonly sheet: EntrySheet;
  readonly refused: Refusals;
  readonly onGo: (cell: CellAddress) => void;
  readonly onClose: () => void;
}

const MOST_SHOWN = 300;

/** Such a cell keeps no refused text to be mended: it is told once, until the next step back. */
const TAKES_NOTHING: ReadonlySet<RefusedWrite["reason"]> = new Set(["NOT_ASKED", "COMPUTED", "LOCKED"]);

/**
 * Which pasted cells are still not taken, and why, each leading to its cell; and the lines that named no unit. Closes
 * itself when none is left.
 */
export function RefusedPanel({ sheet, refused, onGo, onClose }: RefusedPanelProps) {
  const t = useText();
  const { lines } = refused;
  const linesTitle = t("entry.lines.title", { number: lines.length });
  const isOpen = (cell: RefusedWrite) =>
    TAKES_NOTHING.has(cell.reason) || sheet.unsaved.refusedAt(cell) !== undefined;
  const left = useSyncExternalStore(
    useCallback((listener) => sheet.unsaved.subscribe(listener), [sheet]),
    () => refused.cells.filter(isOpen).length,
  );
  useEffect(() => {
    if (left + lines.length === 0) onClose();
  }, [left, lines, onClose]);
  const open = refused.cells.filter(isOpen);
  if (left + lines.length === 0) return null;
  return (
    <SidePanel
      title={left === 0 ? linesTitle : t("entry.refusedTitle", { number: left })}
      onClose={onClose}
      takesFocus={false}
    >
      {lines.length > 0 && (
        <>
          {left > 0 && <h3>{linesTitle}</h3>}
          <ul className="finding-list">
            {lines.slice(0, MOST_SHOWN).map(({ name, isHidden }, index) => (
              // oxlint-disable-next-line react/no-array-index-key -- two lines may bear the same name, and the list never changes
              <li key={index}>
                <strong>{name === "" ? t("entry.lines.nameless") : name}</strong>
                <span>{t(isHidden ? "entry.lines.hidden" : "entry.lines.unknown")}</span>
              </li>
            ))}
          </ul>
          {lines.length > MOST_SHOWN && <p>{t("entry.lines.more", { number: lines.length - MOST_SHOWN })}</p>}
        </>
      )}
      {left > 0 && (
        <p>
          {open.some(({ reason }) => !TAKES_NOTHING.has(reason)) && `${t("entry.refusedShown")} `}
          {open.some(({ reason }) => TAKES_NOTHING.has(reason)) && `${t("entry.refusedUntouched")} `}
          {t("entry.refusedLead")}
        </p>
      )}
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
