import { useMemo, useState } from "react";
import type { GradingSheet } from "../../../shared/contract/grading.ts";
import { GRADES } from "../../../shared/domain/data-element.ts";
import { gradingStateOf } from "../../../shared/domain/grading-state.ts";
import { SECTOR_LABELS } from "../../../shared/domain/labels.ts";
import { formatEntry } from "../../../shared/domain/number-format.ts";
import { Select } from "../../components/Select.tsx";
import { printDate } from "../../text/print.ts";
import { useLabel, useText } from "../../text/use-text.ts";
import { placeOf, storedFigures } from "./grading-facts.ts";

const ORDERS = ["code", "name", "score", "grade"] as const;
type Order = (typeof ORDERS)[number];

/** Every union in one table, as it is printed: a row that scrolls away does not print. */
export function GradedUnits({ data }: { readonly data: GradingSheet }) {
  const t = useText();
  const label = useLabel();
  const [order, setOrder] = useState<Order>("code");
  const rows = useMemo(() => sorted(data, order), [data, order]);
  const score = (value: number | null) =>
    value === null ? "…" : formatEntry({ state: "value", value }, "score");
  return (
    <section aria-labelledby="graded-units">
      <div className="grading-list-head">
        <h2 id="graded-units">{t("grading.list.title")}</h2>
        <div className="grading-tools">
          <Select
            label={t("entry.order")}
            value={order}
            onChange={setOrder}
            options={ORDERS.map((id) => ({
              id,
              label: id === "code" ? t("entry.orderRegister") : t(`grading.order.${id}`),
            }))}
          />
        </div>
      </div>
      <table className="grading-table grading-units" aria-label={t("grading.list.title")}>
        <thead>
          <tr>
            <th scope="col" className="grading-figure">
              {t("grading.list.number")}
            </th>
            <th scope="col">{t("entry.code")}</th>
            <th scope="col">{t("entry.name")}</th>
            <th scope="col">{t("grading.list.sector")}</th>
            <th scope="col" className="grading-figure">
              {t("grading.list.selfScore")}
            </th>
            <th scope="col" className="grading-figure">
              {t("grading.list.verifiedScore")}
            </th>
            <th scope="col">{t("grading.list.grade")}</th>
            <th scope="col">{t("grading.column.note")}</th>
          </tr>
        </thead>
        <tbody>
          {rows.map((row, index) => {
            const unit = data.form.units[row];
            const facts = data.units[row];
            if (!unit || !facts) return null;
            const figures = storedFigures(data, row);
            const state = gradingStateOf(data.scheme, placeOf(facts), figures);
            const grade = figures.grade === null ? "…" : data.scheme.words[figures.grade][0];
            const reasons = [
              ...(state === "graded" || state === "awaitsScore" ? [] : [t(`grading.state.${state}`)]),
              ...(facts.eligibleOn === null
                ? []
                : [t("grading.eligibleFrom", { date: printDate(facts.eligibleOn) })]),
              ...(facts.note === null ? [] : [facts.note]),
            ];
            return (
              <tr key={unit.uid}>
                <td className="grading-figure">{index + 1}</td>
                <td>{unit.code}</td>
                <th scope="row">{unit.name}</th>
                <td>{facts.sector === null ? "" : label(SECTOR_LABELS[facts.sector])}</td>
                <td className="grading-figure">{score(figures.selfScore)}</td>
                <td className="grading-figure">{score(figures.verifiedScore)}</td>
                <td>{facts.standing === "ended" ? "–" : grade}</td>
                <td>{reasons.join("; ")}</td>
              </tr>
            );
          })}
        </tbody>
      </table>
    </section>
  );
}

function sorted(data: GradingSheet, order: Order): readonly number[] {
  const rows = data.form.units.map((_, row) => row);
  const name = (row: number) => data.form.units[row]?.name ?? "";
  const verified = (row: number) => storedFigures(data, row).verifiedScore ?? -1;
  const rank = (row: number) => {
    const { grade } = storedFigures(data, row);
    return grade === null ? GRADES.length : GRADES.indexOf(grade);
  };
  switch (order) {
    case "code":
      return rows;
    case "name":
      return rows.toSorted((left, right) => name(left).localeCompare(name(right), "vi"));
    case "score":
      return rows.toSorted((left, right) => verified(right) - verified(left));
    case "grade":
      return rows.toSorted((left, right) => rank(left) - rank(right));
  }
}
