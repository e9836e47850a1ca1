import { useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import type { ImportPreview, ImportResult } from "../../../shared/contract/imports.ts";
import { api, client } from "../../api/api.ts";
import { useJob } from "../../api/use-job.ts";
import { Button } from "../../components/Button.tsx";
import { Callout } from "../../components/Callout.tsx";
import { JobBar } from "../../components/JobBar.tsx";
import { ErrorCallout } from "../../text/ErrorCallout.tsx";
import { printNumber } from "../../text/print.ts";
import { useText } from "../../text/use-text.ts";
import { ImportLines } from "./ImportLines.tsx";
import { isSimilar, linesToApply, skippedLines } from "./import-plan.ts";
import { ImportNotice } from "./ImportNotice.tsx";
import { RejectedDownload } from "./RejectedDownload.tsx";
import { SimilarLines } from "./SimilarLines.tsx";

interface ImportPreviewStepProps {
  readonly preview: ImportPreview;
  readonly onRestart: () => void;
  readonly onApplied: (result: ImportResult) => void;
}

const COUNTS = ["new", "changed", "same", "rejected", "similar"] as const;

/** What the file would do, line by line. Nothing is written before "Nhập". */
export function ImportPreviewStep({ preview, onRestart, onApplied }: ImportPreviewStepProps) {
  const t = useText();
  const queries = useQueryClient();
  const [chosen, setChosen] = useState<ReadonlySet<number>>(new Set());
  const number = linesToApply(preview, chosen);
  const similar = preview.lines.filter(isSimilar);
  const apply = useJob(
    (signal) =>
      client.imports.apply(
        { previewId: preview.previewId, skipLines: skippedLines(preview, chosen) },
        { signal },
      ),
    (result: ImportResult) => {
      void queries.invalidateQueries({ queryKey: api.key() });
      onApplied(result);
    },
  );
  return (
    <div className="import-preview">
      <h2>{t("importing.previewOf", { file: preview.fileName })}</h2>
      {preview.sheet !== "" && <p>{t("importing.sheet", { sheet: preview.sheet })}</p>}
      <ImportNotice preview={preview} />
      <dl className="import-counts">
        {COUNTS.map((count) => (
          <div
            key={count}
            className="import-count"
            data-bad={(count === "rejected" && preview.counts.rejected > 0) || undefined}
          >
            <dt>{t(`importing.counts.${count}`)}</dt>
            <dd>{printNumber(preview.counts[count])}</dd>
          </div>
        ))}
      </dl>
      <div className="form-actions">
        {apply.isRunning ? (
          <JobBar label={t("importing.applying")} job={apply} />
        ) : (
          <>
            <Button variant="primary" isDisabled={number === 0} onPress={() => apply.start()}>
              {number === 0 ? t("importing.nothingToApply") : t("importing.apply", { number })}
            </Button>
            {preview.counts.rejected > 0 && <RejectedDownload previewId={preview.previewId} />}
            <Button onPress={onRestart}>{t("importing.anotherFile")}</Button>
          </>
        )}
      </div>
      {apply.wasCancelled && <Callout tone="info">{t("shell.cancelled")}</Callout>}
      <ErrorCallout error={apply.error} />
      {similar.length > 0 && <SimilarLines lines={similar} chosen={chosen} onChange={setChosen} />}
      <ImportLines preview={preview} />
    </div>
  );
}
