import { useQuery } from "@tanstack/react-query";
import { useNavigate } from "@tanstack/react-router";
import { elementByCode } from "../../../shared/catalogue/elements.ts";
import type { FigureCell } from "../../../shared/contract/evaluation.ts";
import { api } from "../../api/api.ts";
import { type Column, DataTable } from "../../components/DataTable.tsx";
import { SidePanel } from "../../components/SidePanel.tsx";
import { useDataWords } from "../../text/data-words.ts";
import { ErrorCallout } from "../../text/ErrorCallout.tsx";
import { printPeriod } from "../../text/print.ts";
import { useText } from "../../text/use-text.ts";

interface UnitCellsProps {
  readonly programme: string;
  readonly target: string;
  readonly period: string;
  readonly unit: { readonly uid: string; readonly name: string };
  readonly onClose: () => void;
}

/** The cells behind one unit's part of a figure; each opens in its form. */
export function UnitCells({ programme, target, period, unit, onClose }: UnitCellsProps) {
  const t = useText();
  const words = useDataWords();
  const navigate = useNavigate();
  const behind = useQuery(
    api.evaluation.cells.queryOptions({
      input: { programme, target, period, unit: unit.uid },
    }),
  );
  const cells = behind.data ?? [];
  function open(cell: FigureCell) {
    if (!cell.isInForm) return;
    if (cell.isOwn) void navigate({ to: "/entry/own/$period", params: { period: cell.period } });
    else
      void navigate({
        to: "/entry/$form/$period",
        params: { form: cell.form, period: cell.period },
        search: { unit: unit.uid, element: cell.element },
      });
  }
  const columns: readonly Column<FigureCell>[] = [
    {
      id: "period",
      header: t("evaluation.cells.column.period"),
      cell: (cell) => printPeriod(cell.period, t),
      width: 130,
      isRowHeader: true,
    },
    {
      id: "element",
      header: t("evaluation.cells.column.element"),
      cell: ({ element, label }) => words.element(element, label),
    },
    {
      id: "value",
      header: t("evaluation.cells.column.value"),
      cell: (cell) => (
        <span>
          {cell.entry === null ? (
            <em>{t("evaluation.cells.empty")}</em>
          ) : (
            words.entry(cell.entry, elementByCode(cell.element).type, cell.period)
          )}
          {!cell.isInForm && <small className="figure-note">{t("evaluation.cells.fromFile")}</small>}
        </span>
      ),
      width: 144,
      align: "end",
    },
  ];
  return (
    <SidePanel title={t("evaluation.cells.title", { name: unit.name })} onClose={onClose}>
      {behind.isPending && <p>{t("shell.loading")}</p>}
      <ErrorCallout error={behind.error} />
      {behind.data &&
        (cells.length === 0 ? (
          <p>{t("evaluation.cells.none")}</p>
        ) : (
          <>
            <p>{t("evaluation.cells.lead")}</p>
            <DataTable
              label={t("evaluation.cells.table")}
              columns={columns}
              rows={cells}
              rowKey={(cell) => `${cell.element} ${cell.period}`}
              onRowAction={open}
              caption={t("evaluation.cells.filled", {
                filled: cells.filter(({ entry }) => entry !== null).length,
                all: cells.length,
              })}
            />
          </>
        ))}
    </SidePanel>
  );
}
