// Columns that the tables of the desk begin with.
import type { Column } from "../../components/DataTable.tsx";
import type { DataWords } from "../../text/data-words.ts";
import type { Translate } from "../../text/use-text.ts";

/** An office by code and name. */
export function officeColumns<Row extends { readonly code: string; readonly name: string }>(
  t: Translate,
): readonly Column<Row>[] {
  return [
    { id: "code", header: t("bundles.reporting.code"), cell: ({ code }) => code, width: 120 },
    {
      id: "name",
      header: t("bundles.reporting.unit"),
      cell: ({ name }) => name,
      sortValue: ({ name }) => name,
      isRowHeader: true,
    },
  ];
}

interface Figure {
  readonly element: string;
  readonly label: string;
  readonly measureUnit: string;
}

/** A figure by its words and its measure. */
export function figureColumns<Row extends Figure>(t: Translate, words: DataWords): readonly Column<Row>[] {
  return [
    {
      id: "label",
      header: t("desk.figure"),
      cell: ({ element, label }) => words.element(element, label),
      sortValue: ({ element, label }) => words.element(element, label),
      isRowHeader: true,
    },
    {
      id: "measure",
      header: t("desk.measure"),
      cell: ({ measureUnit }) => words.measureUnit(measureUnit),
      width: 110,
    },
  ];
}
