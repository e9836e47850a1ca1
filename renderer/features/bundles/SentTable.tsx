import { useNavigate } from "@tanstack/react-router";
import type { SubmissionRow } from "../../../shared/contract/submissions.ts";
import { type Column, DataTable } from "../../components/DataTable.tsx";
import { EmptyState } from "../../components/EmptyState.tsx";
import { printInstant, printPeriod } from "../../text/print.ts";
import { useText } from "../../text/use-text.ts";
import { SaveBundle } from "./SaveBundle.tsx";

/** What was signed here; each opens as it was sent. */
export function SentTable({ rows }: { readonly rows: readonly SubmissionRow[] }) {
  const t = useText();
  const navigate = useNavigate();
  const columns: readonly Column<SubmissionRow>[] = [
    {
      id: "period",
      header: t("bundles.column.period"),
      cell: (row) => printPeriod(row.period, t),
      isRowHeader: true,
    },
    { id: "code", header: t("bundles.column.code"), cell: (row) => <code>{row.code}</code>, width: 330 },
    {
      id: "sentAt",
      header: t("bundles.column.sentAt"),
      cell: (row) => printInstant(row.createdAt),
      sortValue: (row) => row.createdAt,
      width: 150,
    },
    {
      id: "state",
      header: t("bundles.column.state"),
      cell: (row) => t(`bundles.state.${row.state}`),
      sortValue: (row) => row.state,
      width: 210,
    },
    {
      id: "save",
      header: t("bundles.column.file"),
      cell: (row) => <SaveBundle submission={row} />,
      width: 170,
    },
  ];
  if (rows.length === 0)
    return <EmptyState title={t("bundles.noneSent.title")}>{t("bundles.noneSent.lead")}</EmptyState>;
  return (
    <DataTable
      label={t("bundles.sent")}
      columns={columns}
      rows={rows}
      rowKey={(row) => row.digest}
      onRowAction={(row) => void navigate({ to: "/bundles/report/$digest", params: { digest: row.digest } })}
    />
  );
}
