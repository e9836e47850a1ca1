import { ORPCError } from "@orpc/client";
import { useQueryClient } from "@tanstack/react-query";
import { useEffect, useRef, useState } from "react";
import type { CollectPreview, CollectResult } from "../../../shared/contract/collect.ts";
import type { PeriodOverview } from "../../../shared/contract/entries.ts";
import { api, client } from "../../api/api.ts";
import { useJob } from "../../api/use-job.ts";
import { Button } from "../../components/Button.tsx";
import { Callout } from "../../components/Callout.tsx";
import { Checkbox } from "../../components/Checkbox.tsx";
import { JobBar } from "../../components/JobBar.tsx";
import { ErrorWords } from "../../text/ErrorWords.tsx";
import { printNumber } from "../../text/print.ts";
import { useText } from "../../text/use-text.ts";
import {
  type CollectChoice,
  cellsToWrite,
  filesToApply,
  NO_CHOICE,
  hasRejected,
  stateAfter,
} from "./collect-choice.ts";
import { DuplicateChoice } from "./DuplicateChoice.tsx";
import { FilePanel } from "./FilePanel.tsx";
import { FileTable } from "./FileTable.tsx";
import type { LeftOutFile } from "./chosen-files.ts";
import { ReceiveStep } from "./ReceiveStep.tsx";
import { RejectedSheets } from "./RejectedSheets.tsx";

interface PreviewStepProps {
  readonly row: PeriodOverview;
  readonly preview: CollectPreview;
  readonly onPreview: (preview: CollectPreview) => void;
  readonly onLeftOut: (files: readonly LeftOutFile[]) => void;
  readonly onApplied: (result: CollectResult) => void;
  readonly onRestart: () => void;
}

/** What the files would do, file by file and cell by cell. Nothing is written before the one button. */
export function PreviewStep({ row, preview, onPreview, onLeftOut, onApplied, onRestart }: PreviewStepProps) {
  const t = useText();
  const queries = useQueryClient();
  const [choice, setChoice] = useState<CollectChoice>(NO_CHOICE);
  const [opened, setOpened] = useState<number | null>(null);
  const [isAdding, setIsAdding] = useState(false);
  const heading = useRef<HTMLHeadingElement>(null);
  // The files were dropped far down the page; what they would do stands further up.
  useEffect(() => {
    heading.current?.focus({ preventScroll: true });
    heading.current?.scrollIntoView({ block: "start" });
  }, []);
  const [isStale, setIsStale] = useState(false);
  const files = filesToApply(preview, choice);
  const cells = cellsToWrite(preview, files);
  const count = (state: ReturnType<typeof stateAfter>) =>
    preview.files.filter((file) => stateAfter(preview, choice, file) === state).length;
  const passedOver = count("passedOver");
  const withConflicts = preview.files.filter(({ counts }) => counts.conflict > 0).map(({ id }) => id);
  const compare = useJob<CollectPreview>(
    (signal) => client.collect.compare({ previewId: preview.previewId }, { signal }),
    (next) => {
      setIsStale(true);
      onPreview(next);
    },
  );
  const apply = useJob<CollectResult>(
    (signal) => client.collect.apply({ previewId: preview.previewId, files }, { signal }),
    (result) => {
      void queries.invalidateQueries({ queryKey: api.key() });
      onApplied(result);
    },
  );
  const isOutdated = apply.error instanceof ORPCError && apply.error.code === "PREVIEW_STALE";
  const running = apply.isRunning ? apply : compare.isRunning ? compare : null;
  return (
    <section className="collect-step">
      <h2 ref={heading} className="collect-heading" tabIndex={-1}>
        {t("collect.preview.title")}
      </h2>
      <p role="status">
        {t("collect.preview.summary", {
          files: preview.files.length,
          ready: count("ready"),
          choose: count("choose"),
          refused: count("refused"),
          nothing: count("nothing"),
        })}
        {passedOver > 0 && ` ${t("collect.preview.passedOver", { number: passedOver })}`}
      </p>
      {running ? (
        <JobBar
          label={apply.isRunning ? t("collect.preview.applying") : t("collect.receive.comparing")}
          job={running}
        />
      ) : (
        <div className="form-actions">
          <Button variant="primary" isDisabled={cells === 0} onPress={() => apply.start()}>
            {cells === 0
              ? t("collect.preview.nothingToApply")
              : t("collect.preview.apply", { cells: printNumber(cells), files: files.length })}
          </Button>
          {hasRejected(preview) && <RejectedSheets previewId={preview.previewId} />}
          <Button onPress={() => setIsAdding(!isAdding)}>{t("collect.preview.more")}</Button>
          <Button onPress={onRestart}>{t("collect.preview.restart")}</Button>
        </div>
      )}
      {isAdding && (
        <ReceiveStep row={row} previewId={preview.previewId} onReceived={onPreview} onLeftOut={onLeftOut} />
      )}
      {isStale && <Callout tone="warning">{t("collect.preview.stale")}</Callout>}
      {[apply.error, compare.error].map(
        (error, index) =>
          error !== null && (
            <Callout
              // oxlint-disable-next-line react/no-array-index-key -- two fixed places
              key={index}
              tone="danger"
              action={
                isOutdated &&
                index === 0 && (
                  <Button onPress={() => compare.start()}>{t("collect.receive.comparing")}</Button>
                )
              }
            >
              <ErrorWords error={error} />
            </Callout>
          ),
      )}
      {preview.duplicates.length > 0 && (
        <DuplicateChoice preview={preview} choice={choice} onChange={setChoice} />
      )}
      {withConflicts.length > 1 && (
        <Checkbox
          isSelected={withConflicts.every((id) => choice.replacing.has(id))}
          isIndeterminate={
            withConflicts.some((id) => choice.replacing.has(id)) &&
            !withConflicts.every((id) => choice.replacing.has(id))
          }
          onChange={(isAll) => setChoice({ ...choice, replacing: new Set(isAll ? withConflicts : []) })}
        >
          {t("collect.preview.replaceAll")}
        </Checkbox>
      )}
      <FileTable preview={preview} choice={choice} onChange={setChoice} opened={opened} onOpen={setOpened} />
      {opened !== null && (
        <FilePanel previewId={preview.previewId} file={opened} onClose={() => setOpened(null)} />
      )}
    </section>
  );
}
