import { useRef, useState } from "react";
import { type CollectPreview, MOST_COLLECTED_FILES } from "../../../shared/contract/collect.ts";
import type { PeriodOverview } from "../../../shared/contract/entries.ts";
import { useJob } from "../../api/use-job.ts";
import { Callout } from "../../components/Callout.tsx";
import { JobBar } from "../../components/JobBar.tsx";
import { ErrorCallout } from "../../text/ErrorCallout.tsx";
import { useText } from "../../text/use-text.ts";
import { FilesDrop } from "./FilesDrop.tsx";
import { type LeftOutFile, sortChosen } from "./chosen-files.ts";
import { receiveFiles, type Received } from "./receive-files.ts";

interface ReceiveStepProps {
  readonly row: PeriodOverview;
  /** Given = the files are added to that preview. */
  readonly previewId: string | null;
  readonly onReceived: (preview: CollectPreview) => void;
  /** Chosen, and not read: told by the page, for this step leaves with what it received. */
  readonly onLeftOut: (files: readonly LeftOutFile[]) => void;
}

const STEPS = ["uploading", "reading", "comparing"] as const;

export function ReceiveStep({ row, previewId, onReceived, onLeftOut }: ReceiveStepProps) {
  const t = useText();
  const chosen = useRef(sortChosen<File>([]));
  const [notice, setNotice] = useState<string | null>(null);
  const job = useJob<Received>(
    (signal) =>
      Promise.resolve(
        receiveFiles({ files: chosen.current.sheets, previewId, form: row.form, period: row.period }, signal),
      ),
    ({ preview, notSent }) => {
      onLeftOut([
        ...chosen.current.leftOut,
        ...notSent.map((name): LeftOutFile => ({ name, reason: "notSent" })),
      ]);
      if (preview) onReceived(preview);
    },
  );
  const step = STEPS.find((id) => id === job.progress?.step) ?? "uploading";
  function take(files: readonly File[]) {
    setNotice(null);
    const sorted = sortChosen(files);
    onLeftOut(sorted.leftOut);
    if (sorted.sheets.length === 0) return setNotice(t("collect.receive.none"));
    if (sorted.sheets.length > MOST_COLLECTED_FILES)
      return setNotice(t("collect.receive.tooMany", { number: MOST_COLLECTED_FILES }));
    chosen.current = sorted;
    job.start();
  }
  return (
    <section className="collect-step">
      {previewId === null && (
        <>
          <h2>{t("collect.receive.title")}</h2>
          <p>{t("collect.receive.lead")}</p>
        </>
      )}
      {job.isRunning ? (
        <JobBar label={t(`collect.receive.${step}`)} job={job} />
      ) : (
        <FilesDrop isBusy={job.isRunning} onFiles={take} />
      )}
      {notice !== null && <Callout tone="warning">{notice}</Callout>}
      <ErrorCallout error={job.error} />
    </section>
  );
}
