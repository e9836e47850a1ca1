import type { ReportSheet } from "../../../shared/contract/report.ts";
import type { Rhythm } from "../../../shared/domain/period.ts";
import { Button } from "../../components/Button.tsx";
import { ErrorCallout } from "../../text/ErrorCallout.tsx";
import { useText } from "../../text/use-text.ts";
import { HEAD_NAMES } from "./head-names.ts";
import { useSaveParts } from "./use-save-parts.ts";

interface LeftOutProps {
  readonly form: Rhythm;
  readonly period: string;
  readonly sheet: ReportSheet;
}

/** Sections that somebody took off the report, each with the way back. */
export function LeftOut({ form, period, sheet }: LeftOutProps) {
  const t = useText();
  const save = useSaveParts(form, period, () => undefined);
  const left = sheet.parts.filter(
    ({ part, text, isProposed }) => !HEAD_NAMES.has(part) && text === "" && !isProposed,
  );
  if (left.length === 0) return null;
  return (
    <div className="report-left">
      <span>{t("report.left")}:</span>
      {left.map((part) => (
        <Button key={part.part} variant="quiet" onPress={() => save.mutate([{ part, text: null }])}>
          {t("report.putBack", { heading: part.heading ?? part.part })}
        </Button>
      ))}
      <ErrorCallout error={save.error} />
    </div>
  );
}
