import type { Series } from "../../../shared/contract/history.ts";
import { placeOfBreak } from "../../../shared/domain/history/breaks.ts";
import { chartEnd } from "../../components/chart-end.ts";
import { signsAt } from "../../components/chart-signs.ts";
import { TrendChart } from "../../components/TrendChart.tsx";
import { useDataWords } from "../../text/data-words.ts";
import { useLanguage, useText } from "../../text/use-text.ts";
import { amountOf, printFigure } from "./figure-words.ts";

/** The line over the years. What lies below zero cannot be drawn on it: then the table stands alone. */
export function SeriesChart({ data }: { readonly data: Series }) {
  const t = useText();
  const dataWords = useDataWords();
  const isEnglish = useLanguage() === "en";
  const { points, breaks } = data;
  const amounts = points.map((point) => amountOf(data, point));
  const asked = points.map((point) => askedAmount(point));
  const shown = [...amounts, ...asked].flatMap((amount) => (amount === null ? [] : [amount]));
  if (points.length < 2 || shown.some((amount) => amount < 0)) return null;
  const end = data.kind === "share" && Math.max(...shown) <= 100 ? 100 : chartEnd(shown);
  const periods = points.map(({ period }) => period);
  const words = points.map(
    (point) => printFigure(data, point, dataWords)?.replace(/ \(.*\)$/, "") ?? t("history.series.missing"),
  );
  return (
    <TrendChart
      label={t("history.series.chart", {
        title: isEnglish ? data.titleEnglish : data.title,
        points: points.map(({ period }, index) => `${period.slice(0, 4)} ${words[index]}`).join("; "),
      })}
      points={points.map((point, index) => ({
        id: point.period,
        name: point.period.slice(0, 4),
        display: words[index] ?? "",
        value: scaled(amounts[index], end),
        target: scaled(asked[index], end),
        isPartial: point.isPartial,
      }))}
      breaks={signsAt(breaks.map((found) => placeOfBreak(found, periods) ?? 0))}
    />
  );
}

function scaled(amount: number | null | undefined, end: number): number | null {
  return amount === null || amount === undefined ? null : amount / end;
}

function askedAmount({ asked }: Series["points"][number]): number | null {
  if (!asked) return null;
  return asked.value.scale === "count" ? asked.value.amount : asked.value.amount / 100;
}
