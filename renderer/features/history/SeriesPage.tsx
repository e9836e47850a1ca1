import { useQuery } from "@tanstack/react-query";
import { Link, useNavigate, useSearch } from "@tanstack/react-router";
import { useState } from "react";
import { findElement } from "../../../shared/catalogue/elements.ts";
import { MOST_YEARS, type Series } from "../../../shared/contract/history.ts";
import { api } from "../../api/api.ts";
import { useWorkingYear } from "../../api/working-year.ts";
import { Button } from "../../components/Button.tsx";
import { EmptyState } from "../../components/EmptyState.tsx";
import { printNumber } from "../../text/print.ts";
import { useLanguage, useText } from "../../text/use-text.ts";
import { BreakNotes } from "./BreakNotes.tsx";
import { HistoryFrame } from "./HistoryFrame.tsx";
import { NotePanel } from "./NotePanel.tsx";
import { SeriesChart } from "./SeriesChart.tsx";
import { SeriesChoice } from "./SeriesChoice.tsx";
import { SeriesTable } from "./SeriesTable.tsx";
import { hasPoint, type Subject } from "./series-choices.ts";

/** How many years are shown before the person chooses. */
const FIRST_YEARS = 4;

/** One figure over the years: chart, table and the notes of its breaks. */
export function SeriesPage() {
  const t = useText();
  const isEnglish = useLanguage() === "en";
  const navigate = useNavigate();
  const workingYear = useWorkingYear();
  const search = useSearch({ from: "/history/series" });
  const [isNoting, setIsNoting] = useState(false);
  const subject: Subject =
    search.programme !== undefined && search.target !== undefined
      ? { kind: "target", programme: search.programme, target: search.target }
      : { kind: "element", element: search.element ?? "membersTotal" };
  const period = periodFor(subject, search.period ?? String(workingYear));
  const last = Number(period.slice(0, 4));
  const from = Math.max(last - MOST_YEARS + 1, Math.min(last, search.from ?? last - FIRST_YEARS + 1));
  const base = subject.kind === "element" ? (search.base ?? "all") : "all";
  const asked = useQuery({
    ...api.history.series.queryOptions({ input: { of: subject, period: period, from, base } }),
    placeholderData: (before) => before,
  });
  const { data } = asked;
  return (
    <HistoryFrame lead={t("history.series.lead")} isPending={asked.isPending} error={asked.error}>
      <SeriesChoice
        choice={{ subject, period, from, base }}
        onChange={(next) =>
          void navigate({
            to: "/history/series",
            search: {
              ...(next.subject.kind === "element"
                ? { element: next.subject.element }
                : { programme: next.subject.programme, target: next.subject.target }),
              period: next.period,
              from: next.from,
              ...(next.base === "lasting" && { base: "lasting" }),
            },
            replace: true,
          })
        }
      />
      {data && (
        <section className="history-part" aria-labelledby="history-series">
          <h2 id="history-series">{isEnglish ? data.titleEnglish : data.title}</h2>
          <p>
            {t(`history.series.kind.${data.kind}`)}
            {data.units !== null && ` ${t("history.series.lasting", { number: printNumber(data.units) })}`}
          </p>
          <SeriesBody data={data} />
          <div className="history-screen">
            <Button onPress={() => setIsNoting(true)}>{t("history.series.note")}</Button>
          </div>
        </section>
      )}
      {isNoting && (
        <NotePanel
          element={subject.kind === "element" ? subject.element : null}
          onClose={() => setIsNoting(false)}
        />
      )}
    </HistoryFrame>
  );
}

function SeriesBody({ data }: { readonly data: Series }) {
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
      {data.points.some(({ isPartial }) => isPartial) && <p>{t("history.series.partial")}</p>}
      <BreakNotes data={data} />
    </>
  );
}

/** A point at which the element is never asked becomes the whole year. */
function periodFor(subject: Subject, asked: string): string {
  const element = subject.kind === "element" ? findElement(subject.element) : undefined;
  return element && !hasPoint(element.rhythm, asked) ? asked.slice(0, 4) : asked;
}
