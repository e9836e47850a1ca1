import { useEffect, useRef } from "react";
import type { Programme } from "../../../shared/domain/programme.ts";
import type { Target } from "../../../shared/domain/target.ts";
import { useDataWords } from "../../text/data-words.ts";
import { printDate, printNumber } from "../../text/print.ts";
import { useLanguage, useText } from "../../text/use-text.ts";
import { needsOfWhich, printTime } from "../../text/print-programme.ts";

interface Allocation {
  readonly target: string;
  readonly unitCode: string;
  readonly year: number;
  readonly amount: number;
}

interface ProgrammeTargetsProps {
  readonly programme: Programme;
  readonly allocations: readonly Allocation[];
  /** Target the person came for. */
  readonly marked: string | null;
}

/** Targets by group; a part stands indented under its whole ("trong đó"). */
export function ProgrammeTargets({ programme, allocations, marked }: ProgrammeTargetsProps) {
  const t = useText();
  if (programme.targets.length === 0) return <p>{t("programmes.none.targets")}</p>;
  const groups = [
    ...programme.targetGroups.map(({ number, title }) => ({
      number: number as number | null,
      title: t("programmes.targetGroup", { number, title }),
    })),
    { number: null, title: t("programmes.ungrouped") },
  ]
    .map((group) => ({
      ...group,
      targets: programme.targets.filter(
        (target) =>
          target.group === group.number ||
          // A group the document does not name stands with the rest rather than nowhere.
          (group.number === null && !programme.targetGroups.some(({ number }) => number === target.group)),
      ),
    }))
    .filter(({ targets }) => targets.length > 0);
  const hasAllocations = allocations.length > 0;
  return (
    <table className="plain-table">
      <thead>
        <tr>
          <th scope="col">{t("programmes.target.id")}</th>
          <th scope="col">{t("programmes.target.title")}</th>
          <th scope="col">{t("programmes.target.asked")}</th>
          <th scope="col">{t("programmes.target.time")}</th>
          {hasAllocations && <th scope="col">{t("programmes.target.allocations")}</th>}
        </tr>
      </thead>
      {groups.map((group) => (
        <tbody key={group.number ?? "rest"}>
          {groups.length > 1 && (
            <tr className="group-row">
              <th scope="rowgroup" colSpan={hasAllocations ? 5 : 4}>
                {group.title}
              </th>
            </tr>
          )}
          {group.targets.map((target) => (
            <TargetRow
              key={target.id}
              target={target}
              isMarked={target.id === marked}
              allocations={
                hasAllocations ? allocations.filter((allocation) => allocation.target === target.id) : null
              }
            />
          ))}
        </tbody>
      ))}
    </table>
  );
}

interface TargetRowProps {
  readonly target: Target;
  readonly isMarked: boolean;
  readonly allocations: readonly Allocation[] | null;
}

function TargetRow({ target, isMarked, allocations }: TargetRowProps) {
  const t = useText();
  const words = useDataWords();
  const isEnglish = useLanguage() === "en";
  const title = isEnglish ? target.titleEnglish : target.title;
  const row = useRef<HTMLTableRowElement>(null);
  useEffect(() => {
    if (isMarked) row.current?.scrollIntoView({ block: "center" });
  }, [isMarked]);
  return (
    <tr ref={row} className={isMarked ? "marked-row" : undefined}>
      <td className="nowrap">{target.id}</td>
      <th scope="row" className={target.ofWhich === undefined ? undefined : "part-of"}>
        {needsOfWhich(target, title, t) && <small>{t("programmes.target.ofWhich")}: </small>}
        {title}
        {target.note !== undefined && <p className="row-note">{target.note}</p>}
        {target.revisions?.map((revision) => (
          <p key={revision.validFrom} className="row-note">
            {t("programmes.target.revised", {
              date: printDate(revision.validFrom),
              asked: words.asked({ ...revision, measureUnit: target.measureUnit }),
              decision: revision.decision ?? t("programmes.target.noDecision"),
            })}
          </p>
        ))}
      </th>
      <td className="nowrap">{words.asked(target)}</td>
      <td>{printTime(target.time, t)}</td>
      {allocations && (
        <td>
          {allocations.map(({ unitCode, year, amount }) => (
            <div key={`${unitCode} ${year}`}>
              {unitCode} · {year}: {printNumber(amount)}
            </div>
          ))}
        </td>
      )}
    </tr>
  );
}
