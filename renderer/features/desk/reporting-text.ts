import type { DeskBoard } from "../../../shared/contract/desk.ts";
import { printDate, printPeriodWithin } from "../../text/print.ts";
import type { Translate } from "../../text/use-text.ts";

/** Who has not reported, as a message to the units: plain lines, for Zalo takes nothing else. */
export function reportingText(view: DeskBoard, t: Translate): string {
  const missing = view.offices.filter(({ digest }) => digest === null);
  const values = {
    period: printPeriodWithin(view.period, t),
    due: printDate(view.dueOn),
    today: printDate(view.today),
    received: view.offices.length - missing.length,
    expected: view.offices.length,
  };
  return [
    t("bundles.reporting.message.head", values),
    t("bundles.reporting.message.count", values),
    ...(missing.length === 0
      ? [t("bundles.reporting.message.all")]
      : [
          t("bundles.reporting.message.missing", { number: missing.length }),
          ...missing.map(({ name, daysLate }, index) =>
            daysLate > 0
              ? t("bundles.reporting.message.late", { index: index + 1, name, days: daysLate })
              : t("bundles.reporting.message.awaited", { index: index + 1, name }),
          ),
          t("bundles.reporting.message.ask"),
        ]),
  ].join("\n");
}
