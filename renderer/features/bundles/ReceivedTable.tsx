import { useNavigate } from "@tanstack/react-router";
import type { ReceivedRow } from "../../../shared/contract/submissions.ts";
import { api } from "../../api/api.ts";
import { saveDownload } from "../../api/files.ts";
import { Button } from "../../components/Button.tsx";
import { type Column, DataTable } from "../../components/DataTable.tsx";
import { EmptyState } from "../../components/EmptyState.tsx";
import { printInstant, printPeriod } from "../../text/print.ts";
import { useText } from "../../text/use-text.ts";
import { kindOf } from "./bundle-kinds.ts";

/** What was taken in; a report opens as it came. */
export function ReceivedTable({ rows }: { readonly rows: readonly ReceivedRow[] }) {
  const t = useText();
  const navigate = useNavigate();
  const columns: readonly Column<ReceivedRow>[] = [
    {
      id: "kind",
      header: t("bundles.column.kind"),
      cell: (row) => t(`bundles.kind.${kindOf(row.kind)}`),
      sortValue: (row) => row.kind,
      width: 150,
    },
    {
      id: "issuer",
      header: t("bundles.column.issuer"),
      cell: (row) => row.issuer.name,
      sortValue: (row) => row.issuer.name,
      isRowHeader: true,
    },
    {
      id: "period",
      header: t("bundles.column.period"),
      cell: (row) => (row.period ? printPeriod(row.period, t) : ""),
      sortValue: (row) => row.period,
      width: 150,
    },
    {
      id: "state",
      header: t("bundles.column.state"),
      cell: (row) => t(`bundles.receivedState.${row.state}`),
      width: 140,
    },
    {
      id: "at",
      header: t("bundles.column.receivedAt"),
      cell: (row) => printInstant(row.receivedAt),
      sortValue: (row) => row.receivedAt,
      width: 150,
    },
    {
      id: "acts",
      header: t("bundles.column.acts"),
      cell: (row) =>
        row.kind === "submission" && (
          <div className="bundles-acts">
            <Button
              variant="quiet"
              onPress={() => void navigate({ to: "/bundles/report/$digest", params: { digest: row.digest } })}
            >
              {t("bundles.openReport")}
            </Button>
            {row.receiptFileName && (
              <Button
                variant="quiet"
                onPress={() =>
                  void api.submissions.download
                    .call({ digest: row.digest, part: "receipt" })
                    .then(saveDownload)
                }
              >
                {t(row.isReceiptReturn ? "bundles.saveReturn" : "bundles.saveReceipt")}
              </Button>
            )}
          </div>
        ),
      width: 250,
    },
  ];
  if (rows.length === 0)
    return <EmptyState title={t("bundles.noneReceived.title")}>{t("bundles.noneReceived.lead")}</EmptyState>;
  return (
    <DataTable
      label={t("bundles.received")}
      columns={columns}
      rows={rows}
      rowKey={(row) => row.digest}
      onRowAction={(row) => {
        if (row.kind === "submission")
          void navigate({ to: "/bundles/report/$digest", params: { digest: row.digest } });
      }}
    />
  );
}
