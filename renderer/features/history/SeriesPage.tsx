import { useQuery } from "@tanstack/react-query";
import { useNavigate, useSearch } from "@tanstack/react-router";
import { useState } from "react";
import { findElement } from "../../../shared/catalogue/elements.ts";
import { shortestRhythm } from "../../../shared/domain/data-element.ts";
import { MOST_YEARS } from "../../../shared/contract/history.ts";
import { api } from "../../api/api.ts";
import { useWorkingYear } from "../../api/working-year.ts";
import { Button } from "../../components/Button.tsx";
import { printNumber } from "../../text/print.ts";
import { useLanguage, useText } from "../../text/use-text.ts";
import { HistoryFrame } from "./HistoryFrame.tsx";
import { NotePanel } from "./NotePanel.tsx";
import { SeriesBody } from "./SeriesBody.tsx";
import { SeriesChoice } from "./SeriesChoice.tsx";
import { hasPoint, type Subject } from "./series-choices.ts";
import { UnitSeriesPart } from "./UnitSeriesPart.tsx";

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
  const sight = search.sight ?? "asWas";
  const by = base === "unit" || base === "parent" ? base : null;
  const asked = useQuery({
    ...api.history.series.queryOptions({
      input: { of: subject, period: period, from, base: base === "lasting" ? base : "all" },
    }),
    enabled: by === null,
    placeholderData: (before) => before,
  });
  const { data } = asked;
  return (
    <HistoryFrame lead={t("history.series.lead")} isPending={asked.isLoading} error={asked.error}>
      <SeriesChoice
        choice={{ subject, period, from, base, sight }}
        onChange={(next) =>
          void navigate({
            to: "/history/series",
            search: {
              ...(next.subject.kind === "element"
                ? { element: next.subject.element }
                : { programme: next.subject.programme, target: next.subject.target }),
              period: next.period,
              from: next.from,
              ...(next.base !== "all" && { base: next.base }),
              ...(next.sight === "asIs" && { sight: "asIs" }),
            },
            replace: true,
          })
        }
      />
      {by !== null && subject.kind === "element" && (
        <UnitSeriesPart
          key={`${subject.element} ${by} ${sight}`}
          asked={{ element: subject.element, period, from, by, sight }}
        />
      )}
      {by === null && data && (
        <section className="history-part" aria-labelledby="history-series">
          <h2 id="history-series">{isEnglish ? data.titleEnglish : data.title}</h2>
          <p>
            {(data.type === "grade" || data.type === "yesNo") && `${t(`history.series.of.${data.type}`)} `}
            {t(`history.series.kind.${data.kind}`)}
            {data.units !== null && ` ${t("history.series.lasting", { number: printNumber(data.units) })}`}
          </p>
          <SeriesBody data={data} subject={subject} />
        </section>
      )}
      <div className="history-screen">
        <Button onPress={() => setIsNoting(true)}>{t("history.series.note")}</Button>
      </div>
      {isNoting && (
        <NotePanel
          element={subject.kind === "element" ? subject.element : null}
          onClose={() => setIsNoting(false)}
        />
      )}
    </HistoryFrame>
  );
}

/** A point at which the element is never asked becomes the whole year. */
function periodFor(subject: Subject, asked: string): string {
  const element = subject.kind === "element" ? findElement(subject.element) : undefined;
  return element && !hasPoint(shortestRhythm(element), asked) ? asked.slice(0, 4) : asked;
}
