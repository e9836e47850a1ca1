import { useQuery } from "@tanstack/react-query";
import type { AllocatedTarget, ProgrammeDifference } from "../../../shared/contract/downward.ts";
import { withMeasureUnit } from "../../../shared/domain/labels.ts";
import { formatInteger } from "../../../shared/domain/number-format.ts";
import { targetInForce } from "../../../shared/domain/target.ts";
import { api } from "../../api/api.ts";
import { Callout } from "../../components/Callout.tsx";
import { useDataWords } from "../../text/data-words.ts";
import { ErrorCallout } from "../../text/ErrorCallout.tsx";
import { printDate, printNumber, printPeriod } from "../../text/print.ts";
import { type Translate, useText } from "../../text/use-text.ts";

/** What adopting a programme from above changes: targets, what is given, losses it leaves room for, days. */
export function ProgrammeChanges({ previewId }: { readonly previewId: string }) {
  const t = useText();
  const difference = useQuery({
    ...api.downward.difference.queryOptions({ input: { previewId } }),
    // A preview is looked at once; another file is another preview.
    gcTime: 0,
    staleTime: Number.POSITIVE_INFINITY,
  });
  if (difference.error) return <ErrorCallout error={difference.error} />;
  const shown = difference.data;
  if (!shown) return <p>{t("shell.loading")}</p>;
  return (
    <>
      <h3>{t("downward.difference.title")}</h3>
      <p>{shown.title}</p>
      <p>{standingOf(shown, t)}</p>
      {shown.isHeld && <TargetChanges shown={shown} />}
      <Given allocations={shown.allocations} />
      {shown.plannedLosses.map(({ year, gross, net, losses }) => {
        const words = {
          year,
          gross: formatInteger(gross),
          net: formatInteger(net),
          losses: printNumber(losses),
        };
        return losses === null ? (
          <Callout key={year} tone="warning">
            {t("downward.lossesImpossible", words)}
          </Callout>
        ) : (
          <Callout key={year} tone="info">
            {t("downward.losses", words)}
          </Callout>
        );
      })}
      {shown.calendar.length > 0 && <CalendarChanges calendar={shown.calendar} />}
    </>
  );
}

function standingOf({ isHeld, heldVersion, version, targets }: ProgrammeDifference, t: Translate): string {
  if (!isHeld) return t("downward.difference.first", { number: targets.length });
  return heldVersion === null
    ? t("downward.difference.own")
    : t("downward.difference.later", { held: heldVersion, version });
}

function TargetChanges({ shown: { targets, unchanged } }: { readonly shown: ProgrammeDifference }) {
  const t = useText();
  const words = useDataWords();
  return (
    <>
      <ul className="programme-changes">
        {targets.map((line) => (
          <li key={line.target.id}>
            <b>{t(`downward.difference.${line.kind}`)}</b> {line.target.title} ({words.asked(line.target)}
            {line.kind === "changed" &&
              `; ${t("downward.difference.before", { value: `${line.before.title}, ${words.asked(line.before)}` })}`}
            )
          </li>
        ))}
      </ul>
      <p>{t("downward.difference.same", { number: unchanged })}</p>
    </>
  );
}

function Given({ allocations }: { readonly allocations: readonly AllocatedTarget[] }) {
  const t = useText();
  const words = useDataWords();
  if (allocations.length === 0) return <p>{t("downward.difference.nothingGiven")}</p>;
  return (
    <>
      <h3>{t("downward.difference.given")}</h3>
      <table className="plain-table">
        <thead>
          <tr>
            <th scope="col">{t("downward.target")}</th>
            <th scope="col">{t("downward.difference.amount")}</th>
            <th scope="col">{t("downward.difference.amountBefore")}</th>
            <th scope="col">{t("downward.difference.ownTargets")}</th>
          </tr>
        </thead>
        <tbody>
          {allocations.map(({ target, title, year, amount, before, measureUnit, own }) => (
            <tr key={`${target}/${year}`}>
              <th scope="row">
                {title} ({year})
              </th>
              <td>{withMeasureUnit(formatInteger(amount), words.measureUnit(measureUnit))}</td>
              <td>{printNumber(before)}</td>
              <td>
                {own.length === 0
                  ? "—"
                  : own.map((same) => {
                      const inForce = targetInForce(same.target, `${year}-12-31`);
                      return (
                        <div key={`${same.programme}/${same.target.id}`}>
                          {same.programme}:{" "}
                          {words.asked({ ...inForce, measureUnit: same.target.measureUnit })}
                        </div>
                      );
                    })}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </>
  );
}

function CalendarChanges({ calendar }: Pick<ProgrammeDifference, "calendar">) {
  const t = useText();
  return (
    <>
      <h3>{t("downward.difference.calendar")}</h3>
      <table className="plain-table">
        <thead>
          <tr>
            <th scope="col">{t("downward.difference.period")}</th>
            <th scope="col">{t("downward.difference.cutoff")}</th>
            <th scope="col">{t("downward.difference.due")}</th>
          </tr>
        </thead>
        <tbody>
          {calendar.map(({ period, before, after }) => (
            <tr key={period}>
              <th scope="row">{printPeriod(period, t)}</th>
              <td>{change(before.cutoffOn, after.cutoffOn)}</td>
              <td>{change(before.dueOn, after.dueOn)}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </>
  );
}

function change(before: string, after: string): string {
  return before === after ? printDate(after) : `${printDate(before)} → ${printDate(after)}`;
}
