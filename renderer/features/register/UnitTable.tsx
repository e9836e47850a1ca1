import { useMemo } from "react";
import type { UnitRow } from "../../../shared/contract/units.ts";
import { EMPLOYER_TYPE_LABELS, SECTOR_LABELS } from "../../../shared/domain/labels.ts";
import { Badge } from "../../components/Badge.tsx";
import { type Column, DataTable } from "../../components/DataTable.tsx";
import { printDate, printNumber, printPeriod } from "../../text/print.ts";
import { type Translate, useLabel, useText } from "../../text/use-text.ts";
import { membershipRate, printMembershipRate } from "./membership-rate.ts";

interface UnitTableProps {
  readonly units: readonly UnitRow[];
  readonly openUid: string | null;
  /** Room only for what names a union: the rest stands in the panel beside. */
  readonly isNarrow: boolean;
  readonly onOpen: (uid: string) => void;
}

const NARROW = new Set(["code", "name", "workers", "members"]);

export function UnitTable({ units, openUid, isNarrow, onOpen }: UnitTableProps) {
  const t = useText();
  const label = useLabel();
  const columns = useMemo(
    (): readonly Column<UnitRow>[] => [
      {
        id: "code",
        header: t("register.columns.code"),
        cell: (unit) => unit.code,
        sortValue: (unit) => unit.code,
        width: 96,
      },
      {
        id: "name",
        header: t("register.columns.name"),
        cell: (unit) => unit.name,
        sortValue: (unit) => unit.name,
        isRowHeader: true,
      },
      {
        id: "type",
        header: t("register.columns.type"),
        cell: (unit) => label(unit.employerType && EMPLOYER_TYPE_LABELS[unit.employerType]),
        sortValue: (unit) => label(unit.employerType && EMPLOYER_TYPE_LABELS[unit.employerType]),
        width: 190,
      },
      {
        id: "sector",
        header: t("register.columns.sector"),
        cell: (unit) => label(unit.sector && SECTOR_LABELS[unit.sector]),
        sortValue: (unit) => unit.sector ?? "",
        width: 124,
      },
      {
        id: "workers",
        header: t("register.columns.workers"),
        cell: (unit) => printNumber(unit.workforce),
        sortValue: (unit) => unit.workforce,
        align: "end",
        width: 100,
      },
      {
        id: "members",
        header: t("register.columns.members"),
        cell: ({ membersTotal, membersIn }) => (
          <span {...(membersIn !== null && { title: printPeriod(membersIn, t) })}>
            {printNumber(membersTotal)}
          </span>
        ),
        sortValue: (unit) => unit.membersTotal,
        align: "end",
        width: 100,
      },
      {
        id: "rate",
        header: t("register.columns.rate"),
        cell: printMembershipRate,
        sortValue: membershipRate,
        align: "end",
        width: 96,
      },
      {
        id: "since",
        header: t("register.columns.since"),
        cell: (unit) => printDate(unit.establishedOn),
        sortValue: (unit) => unit.establishedOn,
        width: 104,
      },
      {
        id: "state",
        header: t("register.columns.state"),
        cell: (unit) => stateCell(unit, t),
        sortValue: (unit) => unit.endedOn ?? "",
        width: 136,
      },
    ],
    [t, label],
  );
  return (
    <DataTable
      label={t("register.tabs.units")}
      columns={isNarrow ? columns.filter(({ id }) => NARROW.has(id)) : columns}
      rows={units}
      rowKey={(unit) => unit.uid}
      selectedKey={openUid}
      onRowAction={(unit) => onOpen(unit.uid)}
      initialSort={{ column: "code", direction: "ascending" }}
    />
  );
}

function stateCell(unit: UnitRow, t: Translate) {
  return unit.isActive ? (
    <Badge tone="neutral">{t("register.active")}</Badge>
  ) : (
    <Badge tone="muted">{t("register.endedOn", { date: printDate(unit.endedOn) })}</Badge>
  );
}
