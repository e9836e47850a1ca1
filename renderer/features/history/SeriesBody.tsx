import { Link } from "@tanstack/react-router";
import type { Series } from "../../../shared/contract/history.ts";
import { EmptyState } from "../../components/EmptyState.tsx";
import { useText } from "../../text/use-text.ts";
import { BreakNotes } from "./BreakNotes.tsx";
import { SeriesChart } from "./SeriesChart.tsx";
import type { Subject } from "./series-choices.ts";
import { SeriesTable } from "./SeriesTable.tsx";

interface SeriesBodyProps {
  readonly data: Series;
  /** What it is of, over all units: each figure then leads to the units behind it. */
  readonly subject?: Subject;
}

/** The chart of a series, the table it is drawn from, and the notes of its breaks. */
export function SeriesBody({ data, subject }: SeriesBodyProps) {
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
        <SeriesTable data={data} {...(subject && { subject })} />
      </div>
      {data.points.some(({ isPartial, numerator }) => isPartial && numerator !== null) && (
        <p>{t("history.series.partial")}</p>
      )}
      <BreakNotes data={data} />
    </>
  );
}
