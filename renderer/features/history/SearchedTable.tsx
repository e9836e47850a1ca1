import { useState } from "react";
import { matchesSearch, searchKey } from "../../../shared/domain/text.ts";
import type { Column } from "../../components/DataTable.tsx";
import { SearchField } from "../../components/SearchField.tsx";
import { SortableTable } from "../../components/SortableTable.tsx";
import { useText } from "../../text/use-text.ts";

interface SearchedTableProps<Row> {
  readonly label: string;
  readonly columns: readonly Column<Row>[];
  readonly rows: readonly Row[];
  readonly rowKey: (row: Row) => string;
  /** What of a row is searched. */
  readonly textOf: (row: Row) => string;
}

/** A table of which only the rows are shown that hold what is typed above it. */
export function SearchedTable<Row>({ rows, textOf, ...table }: SearchedTableProps<Row>) {
  const t = useText();
  const [typed, setTyped] = useState("");
  const found = rows.filter((row) => matchesSearch(searchKey(textOf(row)), typed));
  return (
    <>
      <div className="history-choice">
        <div className="history-search">
          <SearchField label={t("history.search")} value={typed} onChange={setTyped} />
        </div>
      </div>
      {found.length === 0 ? (
        <p>{t("history.noneFound", { text: typed })}</p>
      ) : (
        <SortableTable {...table} rows={found} />
      )}
    </>
  );
}
