import { Link } from "@tanstack/react-router";
import { useState } from "react";
import type { CollectPreview, CollectResult } from "../../../shared/contract/collect.ts";
import type { PeriodOverview } from "../../../shared/contract/entries.ts";
import { Button } from "../../components/Button.tsx";
import { Callout } from "../../components/Callout.tsx";
import { printNumber, printPeriod } from "../../text/print.ts";
import { useText } from "../../text/use-text.ts";
import { hasRejected } from "./collect-choice.ts";
import { RejectedSheets } from "./RejectedSheets.tsx";
import { UndoCollection } from "./UndoCollection.tsx";

interface ResultStepProps {
  readonly row: PeriodOverview;
  readonly preview: CollectPreview;
  readonly result: CollectResult;
  readonly onRestart: () => void;
}

export function ResultStep({ row, preview, result, onRestart }: ResultStepProps) {
  const t = useText();
  const [isUndoing, setIsUndoing] = useState(false);
  const { applied, kept, unchanged, rejected, files, units } = result;
  const numbers = {
    applied: printNumber(applied),
    kept: printNumber(kept),
    unchanged: printNumber(unchanged),
    rejected: printNumber(rejected),
    files: printNumber(files),
    units: printNumber(units),
  };
  return (
    <section className="collect-step">
      <Callout tone="success" title={t("collect.result.title", numbers)}>
        {t("collect.result.lead", numbers)}
      </Callout>
      <div className="form-actions">
        <Link
          className="link-button"
          to="/entry/$form/$period"
          params={{ form: row.form, period: row.period }}
        >
          {t("collect.result.toForm")}
        </Link>
        {hasRejected(preview) && <RejectedSheets previewId={preview.previewId} />}
        <Button onPress={onRestart}>{t("collect.result.again")}</Button>
        <Button onPress={() => setIsUndoing(true)}>{t("collect.result.undo")}</Button>
      </div>
      {isUndoing && (
        <UndoCollection
          batch={{ uid: result.batchUid, title: printPeriod(row.period, t), applied: result.applied }}
          onClose={() => setIsUndoing(false)}
          onUndone={onRestart}
        />
      )}
    </section>
  );
}
