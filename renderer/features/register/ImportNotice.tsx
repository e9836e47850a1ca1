import type { ImportPreview } from "../../../shared/contract/imports.ts";
import { Callout } from "../../components/Callout.tsx";
import { printNumber } from "../../text/print.ts";
import { useText } from "../../text/use-text.ts";
import { fieldWord } from "./import-words.ts";

/** What of the file was not read, and which values formulas gave: nothing is left out in silence. */
export function ImportNotice({ preview }: { readonly preview: ImportPreview }) {
  const t = useText();
  const { ignoredSheets, unreadColumns, formulas } = preview;
  if (ignoredSheets.length + unreadColumns.length + formulas.length === 0) return null;
  return (
    <Callout tone="warning" title={t("importing.notice.title")}>
      <ul className="import-notice">
        {ignoredSheets.length > 0 && (
          <li>{t("importing.notice.sheets", { sheets: quoted(ignoredSheets), read: preview.sheet })}</li>
        )}
        {unreadColumns.length > 0 && (
          <li>{t("importing.notice.columns", { columns: quoted(unreadColumns) })}</li>
        )}
        {formulas.map(({ column, lines }) => (
          <li key={column}>
            {t("importing.notice.formulas", { column: fieldWord(column, t), number: printNumber(lines) })}
          </li>
        ))}
      </ul>
    </Callout>
  );
}

const quoted = (names: readonly string[]) => names.map((name) => `“${name}”`).join(", ");
