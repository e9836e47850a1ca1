import { Link } from "@tanstack/react-router";
import type { ReportSheet } from "../../../shared/contract/report.ts";
import type { Rhythm } from "../../../shared/domain/period.ts";
import { formatDate } from "../../../shared/domain/number-format.ts";
import { Callout } from "../../components/Callout.tsx";
import { DateField } from "../../components/DateField.tsx";
import { KeyValue } from "../../components/KeyValue.tsx";
import { TextField } from "../../components/TextField.tsx";
import { useText } from "../../text/use-text.ts";
import { isNumberWrong, type PaperOfSigning } from "./use-paper-to-sign.ts";

interface PaperToSignProps {
  readonly form: Rhythm;
  readonly period: string;
  readonly paper: PaperOfSigning;
  readonly sheet: ReportSheet;
  /** Whether it was handed in: what is wrong is said from then on. */
  readonly isChecked: boolean;
}

/** Number and date of the printed report, and what is still missing on it. */
export function PaperToSign({ form, period, paper, sheet, isChecked }: PaperToSignProps) {
  const t = useText();
  const { unwritten, missing } = sheet;
  const nothing = t("bundles.paper.nothing");
  return (
    <>
      {unwritten.length + missing.length > 0 && (
        <Callout
          tone="warning"
          title={[
            ...(unwritten.length > 0 ? [t("bundles.paper.unwritten", { number: unwritten.length })] : []),
            ...(missing.length > 0 ? [t("bundles.paper.missing", { number: missing.length })] : []),
          ].join(" ")}
        >
          {t("bundles.paper.unfinishedLead")}
        </Callout>
      )}
      <p>
        {t("bundles.paper.lead")}{" "}
        <Link to="/bundles/$form/$period/report" params={{ form, period }}>
          {t("bundles.paper.open")}
        </Link>
      </p>
      <TextField
        label={t("bundles.paper.number")}
        description={t("bundles.paper.numberHint", { next: sheet.suggestedNumber })}
        value={paper.number}
        onChange={(text) => paper.set("number", text)}
        errorMessage={isChecked && isNumberWrong(paper.number) ? t("report.fields.numberRule") : undefined}
        maxLength={5}
      />
      <DateField
        label={t("bundles.paper.issuedOn")}
        value={paper.issuedOn || null}
        onChange={(date) => paper.set("issuedOn", date ?? "")}
      />
      <KeyValue
        items={[
          {
            label: t("bundles.paper.printedNumber"),
            value: isNumberWrong(paper.number) ? nothing : paper.number.trim() || nothing,
          },
          {
            label: t("bundles.paper.printedDate"),
            value: paper.issuedOn === "" ? nothing : formatDate(paper.issuedOn),
          },
        ]}
      />
    </>
  );
}
