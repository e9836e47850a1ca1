import { useMemo, useState } from "react";
import { Badge } from "../../renderer/components/Badge.tsx";
import { type Column, DataTable } from "../../renderer/components/DataTable.tsx";
import { formatDate, formatInteger } from "../../shared/domain/number-format.ts";
import { unitName } from "./demo-sheet.ts";

interface Unit {
  readonly code: string;
  readonly name: string;
  readonly workers: number | null;
  readonly since: string;
  readonly isActive: boolean;
}

const UNITS: readonly Unit[] = Array.from({ length: 2000 }, (_, row) => ({
  code: `CS${String(row + 1).padStart(4, "0")}`,
  name: unitName((row * 37) % 2000),
  workers: row % 9 === 0 ? null : (row * 131) % 5000,
  since: `${1975 + (row % 50)}-0${1 + (row % 9)}-15`,
  isActive: row % 12 !== 0,
}));

export function TablePage() {
  const [open, setOpen] = useState<string | null>(null);
  const columns = useMemo(
    (): readonly Column<Unit>[] => [
      { id: "code", header: "Mã", cell: (unit) => unit.code, sortValue: (unit) => unit.code, width: 96 },
      {
        id: "name",
        header: "Tên",
        cell: (unit) => unit.name,
        sortValue: (unit) => unit.name,
        isRowHeader: true,
      },
      {
        id: "workers",
        header: "Lao động",
        cell: (unit) => (unit.workers === null ? "" : formatInteger(unit.workers)),
        sortValue: (unit) => unit.workers,
        align: "end",
        width: 104,
      },
      {
        id: "since",
        header: "Từ ngày",
        cell: (unit) => formatDate(unit.since),
        sortValue: (unit) => unit.since,
        width: 112,
      },
      {
        id: "state",
        header: "Trạng thái",
        // oxlint-disable-next-line react/no-unstable-nested-components -- a function the table calls, not a component
        cell: (unit) => (
          <Badge tone={unit.isActive ? "neutral" : "muted"}>
            {unit.isActive ? "Đang hoạt động" : "Đã giải thể"}
          </Badge>
        ),
        width: 144,
      },
    ],
    [],
  );
  return (
    <>
      <h1>Sổ đơn vị</h1>
      <output aria-label="Đang mở">{open}</output>
      <DataTable
        label="Công đoàn cơ sở"
        columns={columns}
        rows={UNITS}
        rowKey={(unit) => unit.code}
        selectedKey={open}
        onRowAction={(unit) => setOpen(unit.code)}
        initialSort={{ column: "code", direction: "ascending" }}
      />
    </>
  );
}
