import { useState } from "react";
import { elementByCode } from "../../../shared/catalogue/elements.ts";
import type { EvaluationExplanation } from "../../../shared/contract/evaluation.ts";
import { gapOf, tippingUnits } from "../../../shared/domain/evaluate/tipping.ts";
import type { DenominatorPolicy, Indicator, Quantity } from "../../../shared/domain/indicator.ts";
import { formatInteger, formatShare } from "../../../shared/domain/number-format.ts";
import { type Column, DataTable } from "../../components/DataTable.tsx";
import { Select } from "../../components/Select.tsx";
import { type DataWords, useDataWords } from "../../text/data-words.ts";
import { useText } from "../../text/use-text.ts";
import { printPeriods } from "./print-evaluation.ts";

export type UnitLine = EvaluationExplanation["units"][number];
type Show = "all" | "missing" | "losing" | "tipping";

interface UnitsBehindProps {
  readonly explained: EvaluationExplanation;
  readonly indicator: Indicator | undefined;
  readonly selected: string | null;
  readonly onOpen: (unit: UnitLine) => void;
}

/** The units behind a figure; while it is missed, and of those that make it miss, those that lack most first. */
export function UnitsBehind({ explained, indicator, selected, onOpen }: UnitsBehindProps) {
  const t = useText();
  const words = useDataWords();
  const [chosen, setChosen] = useState<Show>("all");
  const { row, units, elements } = explained;
  const isShare = units.some((unit) => unit.denominator !== null);
  // Of units that answer yes or no there is no rate of one of them.
  const hasRates =
    row.shape === "PEOPLE_SHARE" || row.shape === "ITEM_SHARE" || row.shape === "ALLOCATION_RULE";
  const hasPeriods = units.some((unit) => unit.elements.some(({ periods }) => periods !== null));
  // A norm is kept or not; a mean has no part that is missing.
  const canTip = row.value.scale === "percent" && row.shape !== "ALLOCATION_RULE";
  const tipping = canTip ? tippingUnits(units, row) : null;
  const lackOf = (unit: UnitLine) => gapOf(unit, row);
  // Of what was not judged nobody lacks anything yet.
  const hasGaps = row.numerator !== null && units.some((unit) => lackOf(unit) !== null);
  const isOffered = { all: true, missing: true, losing: hasGaps, tipping: tipping !== null }[chosen];
  const show = isOffered ? chosen : "all";
  const visible =
    (show === "tipping" ? tipping : null) ?? units.filter((unit) => isShown(unit, show, lackOf));
  const soleElement = soleElements(indicator, row.policy);
  const labelOf = (code: string) =>
    words.element(code, elements.find((element) => element.code === code)?.label ?? code);
  const figure = (id: "numerator" | "denominator"): Column<UnitLine> => ({
    id,
    header: t(`evaluation.unitColumn.${id}`),
    ...(soleElement[id] === undefined ? {} : { note: labelOf(soleElement[id]) }),
    cell: ({ [id]: amount }) => (amount === null ? "" : formatInteger(amount)),
    sortValue: ({ [id]: amount }) => amount,
    width: widthOf(
      t(`evaluation.unitColumn.${id}`),
      units.map(({ [id]: amount }) => amount),
      soleElement[id] === undefined ? LEAST_FIGURE_PX : NOTED_FIGURE_PX,
    ),
    align: "end",
  });
  // One that is the whole of a sum stands there already.
  const ownElements = elements.filter(
    ({ code }) => code !== soleElement.numerator && code !== soleElement.denominator,
  );
  const gap: Column<UnitLine> = {
    id: "gap",
    header: t("evaluation.unitColumn.gap"),
    cell: (unit) => formatGap(lackOf(unit)),
    sortValue: lackOf,
    width: widthOf(t("evaluation.unitColumn.gap"), units.map(lackOf)),
    align: "end",
  };
  const rate: Column<UnitLine> = {
    id: "rate",
    header: t("evaluation.unitColumn.rate"),
    cell: ({ numerator, denominator }) =>
      numerator === null || !denominator ? "" : formatShare(numerator, denominator),
    sortValue: ({ numerator, denominator }) =>
      numerator === null || !denominator ? null : numerator / denominator,
    width: 96,
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
      leastWidth: 240,
      isRowHeader: true,
    },
    figure("numerator"),
    ...(isShare ? [figure("denominator"), ...(hasRates ? [rate] : [])] : []),
    ...(hasGaps ? [gap] : []),
    {
      id: "standing",
      header: t("evaluation.unitColumn.standing"),
      cell: ({ standing }) => t(`evaluation.standing.${standing}`),
      sortValue: ({ standing }) => standing,
      width: 132,
    },
    ...(hasPeriods ? [periods] : []),
    ...ownElements.map(
      ({ code }): Column<UnitLine> => ({
        id: code,
        header: labelOf(code),
        cell: (unit) => printFigure(code, valueOf(unit, code), row.period, words),
        sortValue: (unit) => valueOf(unit, code),
        width: 128,
        align: "end",
      }),
    ),
  ];
  const isByEffect = hasGaps && (row.needed !== null || show === "losing" || show === "tipping");
  return (
    <>
      <div className="evaluation-choices">
        <Select
          label={t("evaluation.whereFromLead")}
          value={show}
          onChange={setChosen}
          options={[
            { id: "all" as const, label: `${t("evaluation.everyUnit")} (${formatInteger(units.length)})` },
            { id: "missing" as const, label: t("evaluation.onlyMissing") },
            ...(hasGaps ? [{ id: "losing" as const, label: t("evaluation.onlyLosing") }] : []),
            ...(tipping
              ? [
                  {
                    id: "tipping" as const,
                    label: `${t("evaluation.onlyTipping")} (${formatInteger(tipping.length)})`,
                  },
                ]
              : []),
          ]}
        />
        <p className="evaluation-hint">{t("evaluation.openCells")}</p>
      </div>
      {tipping && <p>{t("evaluation.tipping", { number: tipping.length })}</p>}
      <DataTable
        key={`${show} ${isByEffect}`}
        label={t("evaluation.units")}
        columns={columns}
        rows={visible}
        rowKey={({ uid }) => uid}
        selectedKey={selected}
        onRowAction={onOpen}
        {...(isByEffect ? { initialSort: { column: "gap", direction: "descending" as const } } : {})}
      />
    </>
  );
}

function isShown(unit: UnitLine, show: Show, lackOf: (unit: UnitLine) => number | null): boolean {
  if (show === "missing") return unit.standing === "missing" || unit.standing === "notReported";
  return show !== "losing" || (lackOf(unit) ?? 0) > 0;
}

/** Holds the longest figure of a column in one line, and the longest word above it with its sign of order. */
function widthOf(header: string, amounts: readonly (number | null)[], leastPx = LEAST_FIGURE_PX): number {
  const longest = Math.max(...amounts.map((amount) => formatInteger(amount ?? 0).length));
  const word = Math.max(...header.split(" ").map(({ length }) => length));
  return CELL_PADDING_PX + Math.max(leastPx, longest * LETTER_PX, word * LETTER_PX + SORT_SIGN_PX);
}

/** The one element a sum is made of, where it is made of one. */
function soleElements(
  indicator: Indicator | undefined,
  policy: DenominatorPolicy,
): Readonly<Partial<Record<"numerator" | "denominator", string>>> {
  const sole = (quantity: Quantity | undefined) =>
    quantity?.kind === "sum" && quantity.elements.length === 1 ? quantity.elements[0] : undefined;
  const graded = policy === "gradedOnly" ? indicator?.gradedDenominator : undefined;
  const [numerator, denominator] = [sole(indicator?.numerator), sole(graded ?? indicator?.denominator)];
  return { ...(numerator && { numerator }), ...(denominator && { denominator }) };
}

function valueOf({ elements }: UnitLine, code: string): number | null {
  return elements.find((element) => element.code === code)?.value ?? null;
}

const LETTER_PX = 9;
const SORT_SIGN_PX = 16;
const CELL_PADDING_PX = 20;
const LEAST_FIGURE_PX = 70;
/** Room for what stands below the header. */
const NOTED_FIGURE_PX = 130;

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
