import { useState } from "react";
import type {
  ConsolidatedFigure,
  ConsolidatedSum,
  ConsolidationView,
} from "../../../shared/contract/consolidation.ts";
import { formatInteger } from "../../../shared/domain/number-format.ts";
import { type Column, DataTable } from "../../components/DataTable.tsx";
import { EmptyState } from "../../components/EmptyState.tsx";
import { KeyValue } from "../../components/KeyValue.tsx";
import { Select } from "../../components/Select.tsx";
import { SidePanel } from "../../components/SidePanel.tsx";
import { useDataWords } from "../../text/data-words.ts";
import { useText } from "../../text/use-text.ts";
import { figureColumns } from "./columns.ts";

type Scope = "inPeriod" | "yearToDate";

/** One line an element; a line opens what every office adds to it. */
export function ConsolidatedFigures({ view }: { readonly view: ConsolidationView }) {
  const t = useText();
  const words = useDataWords();
  const [scope, setScope] = useState<Scope>("yearToDate");
  const [open, setOpen] = useState<string | null>(null);
  const opened = view.figures.find(({ element }) => element === open);
  const sum = (value: (sum: ConsolidatedSum) => number) => (row: ConsolidatedFigure) =>
    formatInteger(value(row[scope]));
  const columns: readonly Column<ConsolidatedFigure>[] = [
    ...figureColumns(t, words),
    {
      id: "offices",
      header: t("desk.consolidation.answered"),
      cell: (row) => `${answered(row[scope])}/${view.offices.length}`,
      sortValue: (row) => answered(row[scope]),
      align: "end",
      width: 130,
    },
    {
      id: "reported",
      header: t("desk.consolidation.reported"),
      cell: sum(({ reported }) => reported),
      align: "end",
      width: 160,
    },
    {
      id: "added",
      header: t("desk.consolidation.added"),
      cell: (row) => (row[scope].added === 0 ? "—" : formatInteger(row[scope].added)),
      align: "end",
      width: 140,
    },
    {
      id: "total",
      header: t("desk.consolidation.total"),
      cell: sum(({ total }) => total),
      sortValue: (row) => row[scope].total,
      align: "end",
      width: 160,
    },
  ];
  if (view.figures.length === 0)
    return (
      <EmptyState title={t("desk.consolidation.nothing.title")}>
        {t("desk.consolidation.nothing.lead")}
      </EmptyState>
    );
  return (
    <div className="desk-part">
      <Select
        label={t("desk.consolidation.scope")}
        value={scope}
        onChange={setScope}
        options={(["yearToDate", "inPeriod"] as const).map((id) => ({
          id,
          label: t(`desk.consolidation.scopes.${id}`),
        }))}
      />
      <DataTable
        label={t("desk.consolidation.figures")}
        columns={columns}
        rows={view.figures}
        rowKey={({ element }) => element}
        selectedKey={open}
        onRowAction={({ element }) => setOpen(element)}
      />
      {opened && (
        <SidePanel title={words.element(opened.element, opened.label)} onClose={() => setOpen(null)}>
          <KeyValue
            items={[
              ...view.offices.map(({ name, digest }, index) => ({
                label: name,
                value: figureWords(opened[scope].byOffice[index] ?? null, digest === null, t),
              })),
              {
                label: t("desk.consolidation.addedBy", { office: view.office.name }),
                value: formatInteger(opened[scope].added),
              },
              { label: t("desk.consolidation.total"), value: formatInteger(opened[scope].total) },
            ]}
          />
        </SidePanel>
      )}
    </div>
  );
}

function answered({ byOffice }: ConsolidatedSum): number {
  return byOffice.filter((value) => value !== null).length;
}

function figureWords(value: number | null, isMissing: boolean, t: ReturnType<typeof useText>): string {
  if (value !== null) return formatInteger(value);
  return t(isMissing ? "desk.consolidation.noReport" : "desk.consolidation.noFigure");
}
