import type { ReportView } from "../../../shared/contract/submissions.ts";
import { formatInteger } from "../../../shared/domain/number-format.ts";
import { periodOf } from "../../../shared/domain/period.ts";
import { Callout } from "../../components/Callout.tsx";
import { KeyValue } from "../../components/KeyValue.tsx";
import { printInstant, printPeriod } from "../../text/print.ts";
import { useText } from "../../text/use-text.ts";
import { Countersignatures } from "./Countersignatures.tsx";
import { Totals } from "./Totals.tsx";
import { UnapprovedNote } from "./UnapprovedNote.tsx";

/** Who sent it and when, what has to be known of it, and its control totals. */
export function ReportOverview({ report }: { readonly report: ReportView }) {
  const t = useText();
  const { issuer, received, sent, counts } = report;
  return (
    <div className="bundles-step">
      {report.incompleteReason !== null && (
        <Callout tone="warning" title={t("bundles.incompleteTitle", { reason: report.incompleteReason })} />
      )}
      <UnapprovedNote
        periods={report.unapproved}
        year={periodOf(report.period).year}
        by={sent ? "sent" : "sender"}
      />
      <div className="bundles-columns">
        <KeyValue
          items={[
            { label: t("bundles.fact.issuer"), value: `${issuer.name} (${issuer.code})` },
            { label: t("bundles.fact.signer"), value: issuer.signer },
            { label: t("bundles.fact.period"), value: printPeriod(report.period, t) },
            { label: t("bundles.fact.correction"), value: String(report.correction) },
            { label: t("bundles.fact.code"), value: <code>{report.code}</code> },
            { label: t("bundles.column.number"), value: report.documentNumber ?? "—" },
            ...(received
              ? [
                  { label: t("bundles.column.receivedAt"), value: printInstant(received.receivedAt) },
                  { label: t("bundles.column.state"), value: t(`bundles.receivedState.${received.state}`) },
                ]
              : []),
            ...(sent
              ? [
                  { label: t("bundles.column.sentAt"), value: printInstant(sent.createdAt) },
                  { label: t("bundles.column.state"), value: t(`bundles.state.${sent.state}`) },
                ]
              : []),
            { label: t("bundles.fact.units"), value: formatInteger(counts.units) },
            { label: t("bundles.fact.units_answered"), value: formatInteger(counts.unitsAnswered) },
            { label: t("bundles.fact.entries"), value: formatInteger(counts.entries) },
          ]}
        />
        <Totals lines={report.totals} side={received ? "received" : "sent"} />
      </div>
      {(received || sent) && <Countersignatures digest={report.digest} />}
    </div>
  );
}
