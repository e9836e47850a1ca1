import { formatInteger } from "../../../shared/domain/number-format.ts";
import { SidePanel } from "../../components/SidePanel.tsx";
import type { CellAddress } from "../../components/grid/grid-model.ts";
import { useText } from "../../text/use-text.ts";
import type { EntrySheet } from "./entry-sheet.ts";
import type { RefusedWrite } from "./paste-plan.ts";

interface RefusedPanelProps {
  readonly sheet: EntrySheet;
  readonly refused: readonly RefusedWrite[];
  readonly onGo: (cell: CellAddress) => void;
  readonly onClose: () => void;
}

const MOST_SHOWN = 300;

/** Which pasted cells were not taken, and why; each line leads to its cell. */
export function RefusedPanel({ sheet, refused, onGo, onClose }: RefusedPanelProps) {
  const t = useText();
  return (
    <SidePanel
      title={t("entry.refusedTitle", { number: formatInteger(refused.length) })}
      onClose={onClose}
      takesFocus={false}
    >
      <p>{t("entry.refusedLead")}</p>
      <ul className="finding-list">
        {refused.slice(0, MOST_SHOWN).map((cell) => {
          const { code } = sheet.rowHeader(cell.row);
          return (
            <li key={`${cell.row},${cell.column}`}>
              <button type="button" className="finding-go" onClick={() => onGo(cell)}>
                {code} · {sheet.columns[cell.column]?.title}
              </button>
              <span>
                “{cell.text}”: {t(`entry.reason.${cell.reason}`)}
              </span>
            </li>
          );
        })}
      </ul>
      {refused.length > MOST_SHOWN && (
        <p>{t("entry.refusedMore", { number: formatInteger(refused.length - MOST_SHOWN) })}</p>
      )}
    </SidePanel>
  );
}
