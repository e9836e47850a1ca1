import { Link } from "@tanstack/react-router";
import type { WorkItem } from "../../../shared/contract/office.ts";
import { extensionWords } from "../../text/extension-words.ts";
import { printDate, printPeriodWithin } from "../../text/print.ts";
import { type Translate, useText } from "../../text/use-text.ts";
import { EarlierReports } from "./EarlierReports.tsx";
import { linkOf } from "./work-item-link.ts";

interface WorkListProps {
  readonly items: readonly WorkItem[];
  readonly isReceiver: boolean;
}

/** One line of work, one action. */
export function WorkList({ items, isReceiver }: WorkListProps) {
  const t = useText();
  return (
    <ul className="work-list">
      {items.map((item) => (
        <li
          key={`${item.kind} ${item.form ?? ""} ${item.period ?? ""}`}
          className={`work-item work-item-${urgencyOf(item)}`}
        >
          <span className="work-item-title">
            {titleOf(item, t)}
            {item.earlier.length > 0 && <EarlierReports earlier={item.earlier} />}
            {item.own !== null && item.own.filled < item.own.asked && item.period !== null && (
              <Link className="work-item-own" to="/entry/own/$period" params={{ period: item.period }}>
                {t("today.own", { filled: item.own.filled, asked: item.own.asked })}
              </Link>
            )}
          </span>
          <span className="work-item-due">
            {dueOf(item, t)}
            {item.awaiting && <Lines lines={dayWords(item.awaiting, t)} />}
          </span>
          <span className="work-item-units">
            {item.unitsIn !== null && item.unitsExpected !== null && (
              <>
                <meter
                  min={0}
                  max={Math.max(1, item.unitsExpected)}
                  value={item.unitsIn}
                  aria-label={t(item.kind === "reports" ? "today.officesIn_label" : "today.unitsIn_label")}
                />
                <span>
                  {t(item.kind === "reports" ? "today.officesIn" : "today.unitsIn", {
                    unitsIn: item.unitsIn,
                    unitsExpected: item.unitsExpected,
                  })}
                  {item.awaiting && <Lines lines={unitWords(item.awaiting, item.unitsExpected, t)} />}
                  {item.awaiting &&
                    item.period !== null &&
                    item.awaiting.unitsComplete < item.unitsExpected && (
                      <Link
                        className="work-item-unanswered"
                        to="/entry/collect"
                        search={{ period: item.period }}
                      >
                        {t("today.unanswered", {
                          number: item.unitsExpected - item.awaiting.unitsComplete,
                        })}
                      </Link>
                    )}
                </span>
              </>
            )}
          </span>
          <Link className="link-button" {...linkOf(item, isReceiver)}>
            {item.kind === "noTrust" && isReceiver
              ? t("today.trustProvince")
              : t(`today.actions.${item.kind}`)}
          </Link>
        </li>
      ))}
    </ul>
  );
}

function urgencyOf(item: WorkItem): "late" | "soon" | "plain" | "done" {
  if (item.kind === "accepted") return "done";
  if (
    item.kind === "late" ||
    item.kind === "earlier" ||
    item.kind === "returned" ||
    (item.daysLeft !== null && item.daysLeft < 0)
  ) {
    return "late";
  }
  return item.daysLeft !== null && item.daysLeft <= 3 ? "soon" : "plain";
}

/** "Báo cáo tháng 8/2026 đã quá hạn": the name of a period already says which report it is. */
function titleOf(item: WorkItem, t: Translate): string {
  return t(`today.items.${item.kind}`, {
    period: item.period === null ? "" : printPeriodWithin(item.period, t),
    number: item.earlier.length,
  });
}

function dueOf(item: WorkItem, t: Translate): string {
  const [oldest, latest] = [item.earlier[0], item.earlier.at(-1)];
  if (oldest && latest)
    return t("today.earlierSpan", {
      from: printPeriodWithin(oldest.period, t),
      to: printPeriodWithin(latest.period, t),
    });
  if (item.kind === "backup")
    return item.dueOn === null ? t("today.noBackup") : t("today.lastBackup", { date: printDate(item.dueOn) });
  // A report that was taken in is neither early nor late any more.
  if (item.kind === "accepted") return "";
  if (item.dueOn === null) return "";
  const due = t("today.dueOn", { date: printDate(item.dueOn) });
  if (item.daysLeft === null) return due;
  if (item.daysLeft === 0) return t("today.dueToday");
  return item.daysLeft < 0
    ? `${due} · ${t("today.late", { days: -item.daysLeft })}`
    : `${due} · ${t("today.daysLeft", { days: item.daysLeft })}`;
}

type Awaiting = NonNullable<WorkItem["awaiting"]>;

function Lines({ lines }: { readonly lines: readonly string[] }) {
  return lines.length === 0 ? null : <span className="work-item-more">{lines.join(" · ")}</span>;
}

/** The days beside the day of the report: of the unions, and later ones. */
function dayWords(awaiting: Awaiting, t: Translate): string[] {
  return [t("extensions.collectOn", { date: printDate(awaiting.collectOn) }), ...extensionWords(awaiting, t)];
}

function unitWords(
  { unitsComplete, unitsWithoutOccurrence, unitsLate }: Awaiting,
  unitsExpected: number,
  t: Translate,
): string[] {
  return [
    ...(unitsComplete > 0 ? [t("extensions.complete", { number: unitsComplete })] : []),
    ...(unitsWithoutOccurrence > 0
      ? [t("extensions.withoutOccurrence", { number: unitsWithoutOccurrence })]
      : []),
    // Where all that is missing is late, the link to who has not answered says it already.
    ...(unitsLate > 0 && unitsLate < unitsExpected - unitsComplete
      ? [t("extensions.late", { number: unitsLate })]
      : []),
  ];
}
