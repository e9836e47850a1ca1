import { Link } from "@tanstack/react-router";
import { useState } from "react";
import type { PastProgramme } from "../../../shared/contract/history.ts";
import type { Target } from "../../../shared/domain/target.ts";
import { matchesSearch, searchKey } from "../../../shared/domain/text.ts";
import type { Column } from "../../components/DataTable.tsx";
import { DateField } from "../../components/DateField.tsx";
import { SearchField } from "../../components/SearchField.tsx";
import { SortableTable } from "../../components/SortableTable.tsx";
import { type DataWords, useDataWords } from "../../text/data-words.ts";
import { printDate } from "../../text/print.ts";
import { needsOfWhich, printTime } from "../../text/print-programme.ts";
import { type Translate, useLanguage, useText } from "../../text/use-text.ts";

interface PastTargetsProps {
  readonly past: PastProgramme;
  readonly onDay: (day: string) => void;
}

interface Line {
  readonly target: Target;
  readonly asked: PastProgramme["targets"][number];
}

/** What was asked on a day: values that were revised are shown as they stood then, with their decision. */
export function PastTargets({ past, onDay }: PastTargetsProps) {
  const t = useText();
  const words = useDataWords();
  const isEnglish = useLanguage() === "en";
  const [typed, setTyped] = useState("");
  const { programme, revisedOn, on } = past;
  if (programme.targets.length === 0) return <p>{t("programmes.none.targets")}</p>;
  const asked = new Map(past.targets.map((row) => [row.id, row]));
  const lines = programme.targets.flatMap((target): Line[] => {
    const row = asked.get(target.id);
    const text = searchKey(`${target.id} ${target.title} ${target.titleEnglish}`);
    return row && matchesSearch(text, typed) ? [{ target, asked: row }] : [];
  });
  return (
    <div className="history-part">
      <div className="history-choice">
        <div className="history-medium">
          <DateField
            label={t("history.programme.on")}
            value={on}
            onChange={(day) => day !== null && onDay(day)}
            description={
              revisedOn.length === 0
                ? t("history.programme.neverRevised")
                : t("history.programme.onHint", { days: revisedOn.map(printDate).join(", ") })
            }
          />
        </div>
        <div className="history-search">
          <SearchField label={t("history.search")} value={typed} onChange={setTyped} />
        </div>
      </div>
      {lines.length === 0 ? (
        <p>{t("history.noneFound", { text: typed })}</p>
      ) : (
        <SortableTable
          label={t("history.programme.tabs.targets")}
          columns={columnsOf(programme.code, revisedOn.length > 0, isEnglish, t, words)}
          rows={lines}
          rowKey={({ target }) => target.id}
        />
      )}
    </div>
  );
}

function columnsOf(
  programme: string,
  wasRevised: boolean,
  isEnglish: boolean,
  t: Translate,
  words: DataWords,
): readonly Column<Line>[] {
  return [
    {
      id: "id",
      header: t("programmes.target.id"),
      cell: ({ target }) => (
        <Link
          className="nowrap"
          to="/history/series"
          search={{ programme, target: target.id }}
          title={t("history.programme.toSeries")}
        >
          {target.id}
        </Link>
      ),
      sortValue: ({ target }) => target.id,
    },
    {
      id: "title",
      header: t("programmes.target.title"),
      isRowHeader: true,
      cell: ({ target }) => (
        <>
          {needsOfWhich(target, isEnglish ? target.titleEnglish : target.title, t) &&
            `${t("programmes.target.ofWhich")} `}
          {isEnglish ? target.titleEnglish : target.title}
          {target.note !== undefined && <small>{target.note}</small>}
        </>
      ),
      sortValue: ({ target }) => target.title,
    },
    {
      id: "asked",
      header: t("history.programme.asked"),
      cell: ({ target, asked }) => (
        <span className="nowrap">{words.asked({ ...asked, measureUnit: target.measureUnit })}</span>
      ),
    },
    ...(wasRevised
      ? [
          {
            id: "decision",
            header: t("history.programme.decision"),
            cell: ({ asked }: Line) => asked.decision ?? t("history.programme.asIssued"),
            sortValue: ({ asked }: Line) => asked.decision,
          },
        ]
      : []),
    {
      id: "time",
      header: t("programmes.target.time"),
      cell: ({ target }) => printTime(target.time, t),
      sortValue: ({ target }) => printTime(target.time, t),
    },
  ];
}
