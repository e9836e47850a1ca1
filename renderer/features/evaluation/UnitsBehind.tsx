import { useState } from "react";
import { elementByCode } from "../../../shared/catalogue/elements.ts";
import type { EvaluationExplanation } from "../../../shared/contract/evaluation.ts";
import { formatInteger } from "../../../shared/domain/number-format.ts";
import { type Column, DataTable } from "../../components/DataTable.tsx";
import { Select } from "../../components/Select.tsx";
import { type DataWords, useDataWords } from "../../text/data-words.ts";
import { useText } from "../../text/use-text.ts";
import { printPeriods } from "./print-evaluation.ts";

export type UnitLine = EvaluationExplanation["units"][number];
type Show = "all" | "missing" | "losing";

interface UnitsBehindProps {
  readonly explained: EvaluationExplanation;
  readonly selected: string | null;
  readonly onOpen: (unit: UnitLine) => void;
}

/** How much a unit takes from the share: members, units or items that count below and not above; null for plain sums. */
function gapOf({ numerator, denominator }: UnitLine): number | null {
  return denominator === null ? null : denominator - (numerator ?? 0);
}

/** The units behind a figure, those that cost it most first while it is missed. */
export function UnitsBehind({ explained, selected, onOpen }: UnitsBehindProps) {
  const t = useText();
  const words = useDataWords();
  const [show, setShow] = useState<Show>("all");
  const { row, units, elements } = explained;
  const isShare = units.some((unit) => unit.denominator !== null);
  const hasPeriods = units.some((unit) => unit.elements.some(({ periods }) => periods !== null));
  const visible = units.filter((unit) =>
    show === "missing"
      ? unit.standing === "missing" || unit.standing === "notReported"
      : show === "losing"
        ? (gapOf(unit) ?? 0) > 0
        : true,
  );
  const figure = (id: "numerator" | "denominator"): Column<UnitLine> => ({
    id,
    header: t(`evaluation.unitColumn.${id}`),
    cell: ({ [id]: amount }) => (amount === null ? "" : formatInteger(amount)),
    sortValue: ({ [id]: amount }) => amount,
    width: 90,
    align: "end",
  });
  const gap: Column<UnitLine> = {
    id: "gap",
    header: t("evaluation.unitColumn.gap"),
    cell: (unit) => formatGap(gapOf(unit)),
    sortValue: gapOf,
    width: 124,
    align: "end",
  };
  const periods: Column<UnitLine> = {
    id: "periods",
    header: t("evaluation.unitColumn.periods"),
    cell: (unit) => {
      const least = leastPeriods(unit);
      return least === null ? "" : printPeriods(least, t);
    },
    sortValue: (unit) => leastPeriods(unit)?.answered,
    width: 124,
    align: "end",
  };
  const columns: readonly Column<UnitLine>[] = [
    {
      id: "code",
      header: t("evaluation.unitColumn.code"),
      cell: ({ code }) => code,
      sortValue: ({ code }) => code,
      width: 96,
    },
    {
      id: "name",
      header: t("evaluation.unitColumn.name"),
      cell: ({ name }) => name,
      sortValue: ({ name }) => name,
      isRowHeader: true,
    },
    {
      id: "standing",
      header: t("evaluation.unitColumn.standing"),
      cell: ({ standing }) => t(`evaluation.standing.${standing}`),
      sortValue: ({ standing }) => standing,
      width: 150,
    },
    ...elements.map(
      ({ code, label }, index): Column<UnitLine> => ({
        id: code,
        header: words.element(code, label),
        cell: ({ elements: figures }) => printFigure(code, figures[index]?.value ?? null, row.period, words),
        sortValue: ({ elements: figures }) => figures[index]?.value ?? null,
        width: 150,
        align: "end",
      }),
    ),
    ...(hasPeriods ? [periods] : []),
    figure("numerator"),
    ...(isShare ? [figure("denominator"), gap] : []),
  ];
  const isMissed = row.needed !== null && isShare;
  return (
    <>
      <div className="evaluation-choices">
        <Select
          label={t("evaluation.whereFromLead")}
          value={show}
          onChange={setShow}
          options={[
            { id: "all" as const, label: `${t("evaluation.everyUnit")} (${formatInteger(units.length)})` },
            { id: "missing" as const, label: t("evaluation.onlyMissing") },
            ...(isShare ? [{ id: "losing" as const, label: t("evaluation.onlyLosing") }] : []),
          ]}
        />
        <p className="evaluation-hint">{t("evaluation.openCells")}</p>
      </div>
      <DataTable
        label={t("evaluation.units")}
        columns={columns}
        rows={visible}
        rowKey={({ uid }) => uid}
        selectedKey={selected}
        onRowAction={onOpen}
        {...(isMissed ? { initialSort: { column: "gap", direction: "descending" as const } } : {})}
      />
    </>
  );
}

function leastPeriods(unit: UnitLine) {
  const known = unit.elements.flatMap(({ periods }) => periods ?? []);
  return (
    known.toSorted((left, right) => left.answered * right.asked - right.answered * left.asked)[0] ?? null
  );
}

function formatGap(gap: number | null): string {
  return gap === null || gap <= 0 ? "" : formatInteger(gap);
}

function printFigure(code: string, value: number | null, period: string, words: DataWords): string {
  return value === null ? "…" : words.entry({ state: "value", value }, elementByCode(code).type, period);
}
