import { Callout } from "../../components/Callout.tsx";
import { parsePeriod } from "../../../shared/domain/period.ts";
import { printPeriodWithin } from "../../text/print.ts";
import { useText } from "../../text/use-text.ts";

const LEADS = {
  here: "bundles.unapprovedLead",
  sent: "bundles.unapprovedSent",
  sender: "bundles.unapprovedSender",
} as const;

interface UnapprovedNoteProps {
  /** Codes of periods. */
  readonly periods: readonly string[];
  /** Of the report. */
  readonly year: number;
  /** Whose approval is missing: this office's before it signs, its own in a report already signed, or that of the unit that sent one. */
  readonly by: keyof typeof LEADS;
}

/** Which figures in a report nobody has approved. Those of earlier years are named by year: nobody approves them any more. */
export function UnapprovedNote({ periods, year, by }: UnapprovedNoteProps) {
  const t = useText();
  if (periods.length === 0) return null;
  const yearOf = (code: string) => parsePeriod(code)?.year ?? year;
  const named = periods.filter((code) => yearOf(code) === year).map((code) => printPeriodWithin(code, t));
  const years = [...new Set(periods.map(yearOf))].filter((other) => other !== year);
  if (years.length > 0) named.push(t("bundles.unapprovedYears", { years: years.join(", ") }));
  return (
    <Callout tone="warning" title={t("bundles.unapproved", { periods: named.join(", ") })}>
      {t(LEADS[by])}
    </Callout>
  );
}
