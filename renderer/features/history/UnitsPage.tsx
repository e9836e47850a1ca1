import { useQuery } from "@tanstack/react-query";
import { Link, useNavigate, useSearch } from "@tanstack/react-router";
import { useMemo, useState } from "react";
import { findElement } from "../../../shared/catalogue/elements.ts";
import { shortestRhythm } from "../../../shared/domain/data-element.ts";
import { MOST_YEARS, type UnitsThenAndNow } from "../../../shared/contract/history.ts";
import { matchesSearch, searchKey } from "../../../shared/domain/text.ts";
import { api } from "../../api/api.ts";
import { useWorkingYear } from "../../api/working-year.ts";
import { ComboBox } from "../../components/ComboBox.tsx";
import { EmptyState } from "../../components/EmptyState.tsx";
import { RadioGroup } from "../../components/RadioGroup.tsx";
import { SearchField } from "../../components/SearchField.tsx";
import { Select } from "../../components/Select.tsx";
import { useDataWords } from "../../text/data-words.ts";
import { printPeriod } from "../../text/print.ts";
import { useLanguage, useText } from "../../text/use-text.ts";
import {
  type Grouping,
  GROUPINGS,
  groupUnits,
  type Sight,
  SIGHTS,
} from "../../../shared/domain/history/group-units.ts";
import { HistoryFrame } from "./HistoryFrame.tsx";
import { elementChoices, hasPoint, pointChoices, pointOfPeriod } from "./series-choices.ts";
import { UnitGroups } from "./UnitGroups.tsx";

/** Figures by union under the names, superiors and kinds of the time, or by today's register. */
export function UnitsPage() {
  const t = useText();
  const isEnglish = useLanguage() === "en";
  const navigate = useNavigate();
  const workingYear = useWorkingYear();
  const search = useSearch({ from: "/history/units" });
  const element = findElement(search.element ?? "") ?? findElement("membersTotal");
  const code = element?.code ?? "membersTotal";
  const shortest = element ? shortestRhythm(element) : "month";
  const wanted = search.period ?? String(workingYear - 1);
  const period = hasPoint(shortest, wanted) ? wanted : wanted.slice(0, 4);
  const year = Number(period.slice(0, 4));
  const asked = useQuery({
    ...api.history.units.queryOptions({ input: { element: code, period: period } }),
    placeholderData: (before) => before,
  });
  const show = (next: { element?: string; period?: string }) =>
    void navigate({ to: "/history/units", search: { element: code, period, ...next }, replace: true });
  return (
    <HistoryFrame lead={t("history.units.lead")} isPending={asked.isPending} error={asked.error}>
      <div className="history-choice">
        <div className="history-wide">
          <ComboBox
            label={t("history.units.element")}
            value={code}
            options={elementChoices(isEnglish)}
            onChange={(id) => id !== null && show({ element: id })}
          />
        </div>
        <Select
          label={t("history.series.point")}
          value={pointOfPeriod(period)}
          options={pointChoices(shortest, t)}
          onChange={(point) => show({ period: `${year}${point}` })}
        />
        <Select
          label={t("history.units.year")}
          value={String(year)}
          options={Array.from({ length: MOST_YEARS }, (_, index) => {
            const id = String(Math.max(workingYear, year) - index);
            return { id, label: id };
          })}
          onChange={(next) => show({ period: `${next}${pointOfPeriod(period)}` })}
        />
      </div>
      {asked.data && <Units data={asked.data} />}
    </HistoryFrame>
  );
}

function Units({ data }: { readonly data: UnitsThenAndNow }) {
  const t = useText();
  const words = useDataWords();
  const [sight, setSight] = useState<Sight>("asWas");
  const [by, setBy] = useState<Grouping>("unit");
  const [typed, setTyped] = useState("");
  const groups = useMemo(() => groupUnits(data.rows, sight, by), [data.rows, sight, by]);
  if (data.rows.length === 0)
    return (
      <EmptyState
        title={t("history.units.noFigures.title")}
        action={
          <Link className="link-button" to="/register/import">
            {t("history.units.noFigures.action")}
          </Link>
        }
      >
        {t("history.units.noFigures.lead")}
      </EmptyState>
    );
  const shown = groups.filter(({ codes, names, parents }) =>
    matchesSearch(searchKey([...codes, ...names, ...parents].join(" ")), typed),
  );
  return (
    <section className="history-part" aria-labelledby="history-units">
      <h2 id="history-units">
        {words.element(data.element, data.label)}, {printPeriod(data.period, t)} (
        {t(`history.units.groupings.${sight}`).toLowerCase()})
      </h2>
      <div className="history-choice">
        <RadioGroup
          label={t("history.units.grouping")}
          value={sight}
          onChange={setSight}
          orientation="horizontal"
          options={SIGHTS.map((id) => ({ id, label: t(`history.units.groupings.${id}`) }))}
        />
        <Select
          label={t("history.units.by")}
          value={by}
          onChange={setBy}
          options={GROUPINGS.map((id) => ({ id, label: t(`history.units.bys.${id}`) }))}
        />
        <div className="history-search">
          <SearchField label={t("history.search")} value={typed} onChange={setTyped} />
        </div>
      </div>
      {shown.length === 0 ? (
        <p>{t("history.noneFound", { text: typed })}</p>
      ) : (
        <UnitGroups
          data={data}
          groups={shown}
          by={by}
          isWhole={shown.length === groups.length}
          isGathered={by !== "unit" || sight === "asIs"}
        />
      )}
    </section>
  );
}
