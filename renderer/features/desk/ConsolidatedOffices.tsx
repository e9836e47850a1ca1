import { useNavigate } from "@tanstack/react-router";
import type { ConsolidatedOffice, ConsolidationView } from "../../../shared/contract/consolidation.ts";
import { formatInteger } from "../../../shared/domain/number-format.ts";
import { Badge } from "../../components/Badge.tsx";
import { type Column, DataTable } from "../../components/DataTable.tsx";
import { useText } from "../../text/use-text.ts";
import { officeColumns } from "./columns.ts";

/** Whose reports are in the sums: the latest accepted correction of each, and those that are missing. */
export function ConsolidatedOffices({ view }: { readonly view: ConsolidationView }) {
  const t = useText();
  const navigate = useNavigate();
  const columns: readonly Column<ConsolidatedOffice>[] = [
    ...officeColumns(t),
    {
      id: "state",
      header: t("bundles.column.state"),
      cell: ({ digest, isDamaged }) =>
        digest === null ? (
          <Badge tone="bad">
            {t(isDamaged ? "desk.consolidation.damaged" : "desk.consolidation.noReport")}
          </Badge>
        ) : (
          <Badge tone="good">{t("desk.consolidation.inSum")}</Badge>
        ),
      sortValue: ({ digest }) => (digest === null ? 0 : 1),
      width: 200,
    },
    {
      id: "units",
      header: t("desk.column.units"),
      cell: ({ units, unitsAnswered }) =>
        units === null ? "—" : `${formatInteger(unitsAnswered ?? 0)}/${formatInteger(units)}`,
      align: "end",
      width: 120,
    },
    {
      id: "correction",
      header: t("desk.column.correction"),
      cell: ({ correction }) => (correction ? formatInteger(correction) : "—"),
      align: "end",
      width: 100,
    },
    {
      id: "bundle",
      header: t("bundles.fact.code"),
      cell: ({ bundleCode }) => <span className="nowrap">{bundleCode?.slice(0, 19) ?? "—"}</span>,
      width: 220,
    },
  ];
  return (
    <DataTable
      label={t("desk.consolidation.offices", { number: view.offices.length })}
      columns={columns}
      rows={view.offices}
      rowKey={({ code }) => code}
      onRowAction={({ digest }) => {
        if (digest !== null) void navigate({ to: "/desk/review/$digest", params: { digest } });
      }}
    />
  );
}
