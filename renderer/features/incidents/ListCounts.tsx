import type { IncidentListView } from "../../../shared/contract/incidents.ts";
import type { EntryValue } from "../../../shared/domain/entry.ts";
import { formatEntry } from "../../../shared/domain/number-format.ts";
import { Button } from "../../components/Button.tsx";
import { Checkbox } from "../../components/Checkbox.tsx";
import { useDataWords } from "../../text/data-words.ts";
import { printPeriodWithin } from "../../text/print.ts";
import { useText } from "../../text/use-text.ts";

interface ListCountsProps {
  readonly list: IncidentListView;
  readonly hasIncidents: boolean;
  readonly isPending: boolean;
  readonly onComplete: (isComplete: boolean) => void;
  readonly onTakeCounts: () => void;
}

/** What is counted from a list beside what stands in the form. */
export function ListCounts({ list, hasIncidents, isPending, onComplete, onTakeCounts }: ListCountsProps) {
  const t = useText();
  const words = useDataWords();
  const isLocked = list.lockedReason !== null;
  const differs = list.counts.some((count) => count.disagrees);
  const print = (entry: EntryValue | null) => (entry === null ? "" : formatEntry(entry, "count"));
  return (
    <section
      className="incident-counts"
      aria-label={t("incidents.listOf", { period: printPeriodWithin(list.period, t) })}
    >
      <h3>{t("incidents.listOf", { period: printPeriodWithin(list.period, t) })}</h3>
      <table className="plain-table">
        <thead>
          <tr>
            <th scope="col">{t("incidents.column.element")}</th>
            <th scope="col" className="number">
              {t("incidents.column.counted")}
            </th>
            <th scope="col" className="number">
              {t("incidents.column.entry")}
            </th>
          </tr>
        </thead>
        <tbody>
          {list.counts.map((count) => (
            <tr key={count.element} data-differs={count.disagrees || undefined}>
              <th scope="row">{words.element(count.element, count.label)}</th>
              <td className="number">{print(count.counted)}</td>
              <td className="number">
                {count.disagrees && (
                  <span role="img" aria-label={t("incidents.differs")} title={t("incidents.differs")}>
                    ≠{" "}
                  </span>
                )}
                {print(count.entry)}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
      {isLocked ? (
        <p className="quiet">{t("incidents.locked")}</p>
      ) : (
        <>
          <Checkbox isSelected={list.isComplete} onChange={onComplete}>
            {t(hasIncidents ? "incidents.complete" : "incidents.completeNone")}
          </Checkbox>
          {differs && (
            <Button onPress={onTakeCounts} isPending={isPending}>
              {t("incidents.takeCounts")}
            </Button>
          )}
        </>
      )}
    </section>
  );
}
