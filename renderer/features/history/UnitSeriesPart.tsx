import { useQuery } from "@tanstack/react-query";
import { useState } from "react";
import type { Series, UnitSeries } from "../../../shared/contract/history.ts";
import type { Sight } from "../../../shared/domain/history/group-units.ts";
import type { UnitSeriesGroup } from "../../../shared/domain/history/unit-series.ts";
import { matchesSearch, searchKey } from "../../../shared/domain/text.ts";
import { api } from "../../api/api.ts";
import { SearchField } from "../../components/SearchField.tsx";
import { ErrorCallout } from "../../text/ErrorCallout.tsx";
import { type Translate, useLanguage, useText } from "../../text/use-text.ts";
import { SeriesBody } from "./SeriesBody.tsx";
import { UnitSeriesTable } from "./UnitSeriesTable.tsx";

interface UnitSeriesPartProps {
  readonly asked: {
    readonly element: string;
    readonly period: string;
    readonly from: number;
    readonly by: "unit" | "parent";
    readonly sight: Sight;
  };
}

/** One element over the years, a line for each union or superior; the chosen line with its chart and its breaks. */
export function UnitSeriesPart({ asked }: UnitSeriesPartProps) {
  const t = useText();
  const [chosen, setChosen] = useState<string | null>(null);
  const [typed, setTyped] = useState("");
  const isEnglish = useLanguage() === "en";
  const { data, error, isLoading } = useQuery({
    ...api.history.seriesByUnit.queryOptions({ input: asked }),
    placeholderData: (before) => before,
  });
  if (error) return <ErrorCallout error={error} />;
  if (isLoading || !data) return <p>{t("shell.loading")}</p>;
  const { by } = asked;
  const title = isEnglish ? data.titleEnglish : data.title;
  const nameOf = (group: UnitSeriesGroup) => groupName(group, by, t);
  const shown = data.groups.filter((group) =>
    matchesSearch(searchKey([...group.codes, nameOf(group)].join(" ")), typed),
  );
  const group = data.groups.find(({ key }) => key === chosen) ?? shown[0];
  const heading = group ? `${title}: ${nameOf(group)}` : title;
  return (
    <>
      <section className="history-part" aria-labelledby="history-series">
        <h2 id="history-series">{heading}</h2>
        <p>
          {(data.type === "grade" || data.type === "yesNo") && `${t(`history.series.of.${data.type}`)} `}
          {t(`history.series.kind.${data.kind}`)}
        </p>
        <SeriesBody data={seriesOf(data, group, heading)} />
      </section>
      {data.groups.length > 0 && (
        <section className="history-part" aria-labelledby="history-unit-series">
          <h2 id="history-unit-series">{t("history.series.byUnit.title")}</h2>
          <p className="history-screen">{t("history.series.byUnit.lead")}</p>
          <div className="history-choice">
            <div className="history-search">
              <SearchField label={t("history.search")} value={typed} onChange={setTyped} />
            </div>
          </div>
          {shown.length === 0 ? (
            <p>{t("history.noneFound", { text: typed })}</p>
          ) : (
            <UnitSeriesTable
              data={data}
              groups={shown}
              by={by}
              nameOf={nameOf}
              chosen={group?.key ?? null}
              onChoose={(key) => {
                setChosen(key);
                document.getElementById("history-series")?.scrollIntoView();
              }}
            />
          )}
        </section>
      )}
    </>
  );
}

function groupName({ names, parents }: UnitSeriesGroup, by: "unit" | "parent", t: Translate): string {
  if (by === "parent")
    return parents.flatMap((parent) => parent ?? []).join(" + ") || t("history.units.notRecorded");
  const units = names.join(" + ");
  return names.length > 1 ? t("history.units.jointly", { units }) : units;
}

/** One line as a series of its own, with what breaks every line. */
function seriesOf(data: UnitSeries, group: UnitSeriesGroup | undefined, heading: string): Series {
  return {
    title: heading,
    titleEnglish: heading,
    measureUnit: data.measureUnit,
    kind: data.kind,
    type: data.type,
    points: data.periods.flatMap((period, index) => {
      const point = group?.points[index];
      return point
        ? [{ ...point, period, asked: null, status: null, averagedMonths: null, evaluation: null }]
        : [];
    }),
    total: group?.total ?? null,
    breaks: [...data.breaks, ...(group?.breaks ?? [])].toSorted((left, right) =>
      left.on < right.on ? -1 : 1,
    ),
    units: null,
  };
}
