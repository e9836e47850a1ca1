import { useQueries, useQuery } from "@tanstack/react-query";
import { useMemo } from "react";
import { findElement } from "../../../shared/catalogue/elements.ts";
import { shortestRhythm } from "../../../shared/domain/data-element.ts";
import { MOST_YEARS } from "../../../shared/contract/history.ts";
import { type Sight, SIGHTS } from "../../../shared/domain/history/group-units.ts";
import { api } from "../../api/api.ts";
import { useWorkingYear } from "../../api/working-year.ts";
import { ComboBox } from "../../components/ComboBox.tsx";
import { RadioGroup } from "../../components/RadioGroup.tsx";
import { Select } from "../../components/Select.tsx";
import { useLanguage, useText } from "../../text/use-text.ts";
import {
  elementChoices,
  pointChoices,
  pointOfPeriod,
  type Subject,
  subjectId,
  subjectOf,
  targetChoices,
} from "./series-choices.ts";

/** All or some units together, or line by line by union or superior. */
const BASES = ["all", "lasting", "unit", "parent"] as const;

interface ChosenSeries {
  readonly subject: Subject;
  readonly period: string;
  readonly from: number;
  readonly base: (typeof BASES)[number];
  /** Of single unions and superiors only. */
  readonly sight: Sight;
}

interface SeriesChoiceProps {
  readonly choice: ChosenSeries;
  readonly onChange: (choice: ChosenSeries) => void;
}

/** What is looked at, at which point of the year, over which years, and of which units. */
export function SeriesChoice({ choice, onChange }: SeriesChoiceProps) {
  const t = useText();
  const isEnglish = useLanguage() === "en";
  const workingYear = useWorkingYear();
  const programmes = useQuery(api.programmes.list.queryOptions());
  const definitions = useQueries({
    queries: (programmes.data ?? []).map(({ code }) => api.programmes.show.queryOptions({ input: { code } })),
    combine: (results) => results.flatMap(({ data }) => (data ? [data.programme] : [])),
  });
  const subjects = useMemo(
    () => [...elementChoices(isEnglish), ...targetChoices(definitions, isEnglish)],
    [definitions, isEnglish],
  );
  const { subject, period, from, base, sight } = choice;
  const last = Number(period.slice(0, 4));
  const element = subject.kind === "element" ? findElement(subject.element) : undefined;
  const newest = Math.max(workingYear, last);
  const years = (first: number, count: number) =>
    Array.from({ length: count }, (_, index) => ({
      id: String(first - index),
      label: String(first - index),
    }));
  return (
    <div className="history-choice">
      <div className="history-wide">
        <ComboBox
          label={t("history.series.what")}
          description={t("history.series.whatHint")}
          value={subjectId(subject)}
          options={subjects}
          onChange={(id) => id !== null && onChange({ ...choice, subject: subjectOf(id) })}
        />
      </div>
      <Select
        label={t("history.series.point")}
        value={pointOfPeriod(period)}
        options={pointChoices(element ? shortestRhythm(element) : "month", t)}
        onChange={(point) => onChange({ ...choice, period: `${last}${point}` })}
      />
      <Select
        label={t("history.series.from")}
        value={String(from)}
        options={years(last, MOST_YEARS)}
        onChange={(year) => onChange({ ...choice, from: Number(year) })}
      />
      <Select
        label={t("history.series.to")}
        value={String(last)}
        options={years(newest, MOST_YEARS)}
        onChange={(year) =>
          onChange({
            ...choice,
            period: `${year}${pointOfPeriod(period)}`,
            from: Math.min(from, Number(year)),
          })
        }
      />
      {subject.kind === "element" && (
        <div className="history-medium">
          <Select
            label={t("history.series.base")}
            value={base}
            options={BASES.map((id) => ({ id, label: t(`history.series.bases.${id}`) }))}
            onChange={(next) => onChange({ ...choice, base: next })}
          />
        </div>
      )}
      {subject.kind === "element" && (base === "unit" || base === "parent") && (
        <RadioGroup
          label={t("history.units.grouping")}
          value={sight}
          onChange={(next) => onChange({ ...choice, sight: next })}
          orientation="horizontal"
          options={SIGHTS.map((id) => ({ id, label: t(`history.units.groupings.${id}`) }))}
        />
      )}
    </div>
  );
}
