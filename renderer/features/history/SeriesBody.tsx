import { Link } from "@tanstack/react-router";
import type { Series } from "../../../shared/contract/history.ts";
import { EmptyState } from "../../components/EmptyState.tsx";
import { useText } from "../../text/use-text.ts";
import { BreakNotes } from "./BreakNotes.tsx";
import { SeriesChart } from "./SeriesChart.tsx";
import { SeriesTable } from "./SeriesTable.tsx";

/** The chart of a series, the table it is drawn from, and the notes of its breaks. */
export function SeriesBody({ data }: { readonly data: Series }) {
  const t = useText();
  const isKnown = data.points.some(({ numerator }) => numerator !== null);
  if (!isKnown)
    return (
      <>
        <EmptyState
          title={t("history.series.noFigures.title")}
          action={
            <Link className="link-button" to="/register/import" search={{ kind: "entries" }}>
              {t("history.series.noFigures.action")}
            </Link>
          }
        >
          {t("history.series.noFigures.lead")}
        </EmptyState>
        <BreakNotes data={data} />
      </>
    );
  return (
    <>
      <div className="history-chart">
        <SeriesChart data={data} />
        <SeriesTable data={data} />
      </div>
      {data.points.some(({ isPartial, numerator }) => isPartial && numerator !== null) && (
        <p>{t("history.series.partial")}</p>
      )}
      <BreakNotes data={data} />
    </>
  );
}
