import { Link } from "@tanstack/react-router";
import { useMemo } from "react";
import type { EmployerRow } from "../../../shared/contract/units.ts";
import { EMPLOYER_TYPE_LABELS } from "../../../shared/domain/labels.ts";
import { type Column, DataTable } from "../../components/DataTable.tsx";
import { printNumber } from "../../text/print.ts";
import { type Translate, useLabel, useText } from "../../text/use-text.ts";

interface EmployerTableProps {
  readonly employers: readonly EmployerRow[];
  readonly onOpen: (employer: EmployerRow) => void;
}

export function EmployerTable({ employers, onOpen }: EmployerTableProps) {
  const t = useText();
  const label = useLabel();
  const columns = useMemo(
    (): readonly Column<EmployerRow>[] => [
      {
        id: "code",
        header: t("register.columns.code"),
        cell: (row) => row.code ?? t("shell.none"),
        sortValue: (row) => row.code ?? "",
        width: 104,
      },
      {
        id: "name",
        header: t("register.columns.name"),
        cell: (row) => row.name,
        sortValue: (row) => row.name,
        isRowHeader: true,
      },
      {
        id: "type",
        header: t("register.columns.type"),
        cell: (row) => label(EMPLOYER_TYPE_LABELS[row.employerType]),
        sortValue: (row) => label(EMPLOYER_TYPE_LABELS[row.employerType]),
        width: 216,
      },
      {
        id: "workers",
        header: t("register.columns.workers"),
        cell: (row) => printNumber(row.workforce),
        sortValue: (row) => row.workforce,
        align: "end",
        width: 108,
      },
      {
        id: "taxCode",
        header: t("register.columns.taxCode"),
        cell: (row) => row.taxCode ?? t("shell.none"),
        width: 128,
      },
      {
        id: "union",
        header: t("register.columns.union"),
        cell: (row) => unionCell(row, t),
        sortValue: (row) => row.unitName ?? "",
      },
    ],
    [t, label],
  );
  return (
    <DataTable
      label={t("register.tabs.employers")}
      columns={columns}
      rows={employers}
      rowKey={(row) => row.uid}
      onRowAction={onOpen}
    />
  );
}

function unionCell(row: EmployerRow, t: Translate) {
  return row.unitUid === null ? (
    t("register.employers.noUnion")
  ) : (
    <Link to="/register" search={{ unit: row.unitUid }}>
      {row.unitName ?? t("shell.none")}
    </Link>
  );
}
