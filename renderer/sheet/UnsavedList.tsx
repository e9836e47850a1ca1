import type { CellAddress } from "../components/grid/grid-model.ts";
import { useText } from "../text/use-text.ts";
import type { EntrySheet } from "./entry-sheet.ts";
import { refusalText } from "./refusal-text.ts";

interface UnsavedListProps {
  readonly sheet: EntrySheet;
  readonly onGo: (cell: CellAddress) => void;
}

const MOST_SHOWN = 100;

/** What stands red in the form and is stored nowhere: no rule sees it, so it is told before what the rules say. */
export function UnsavedList({ sheet, onGo }: UnsavedListProps) {
  const t = useText();
  const cells = sheet.unsaved.refused();
  if (cells.length === 0) return null;
  return (
    <section>
      <h3>{t("entry.notSaved", { number: cells.length })}</h3>
      <ul className="finding-list">
        {cells.slice(0, MOST_SHOWN).map(({ row, column, text, reason }) => (
          <li key={`${row},${column}`} data-severity="block">
            <button type="button" className="finding-go" onClick={() => onGo({ row, column })}>
              {sheet.rowHeader(row).code} · {sheet.columns[column]?.title}
            </button>
            <span>
              “{text}”: {refusalText(reason, text, t)}
            </span>
          </li>
        ))}
      </ul>
      {cells.length > MOST_SHOWN && <p>{t("entry.refusedMore", { number: cells.length - MOST_SHOWN })}</p>}
    </section>
  );
}
