import { useQuery } from "@tanstack/react-query";
import { useRef, useState } from "react";
import { type DeskBatch, MOST_DESK_FILES } from "../../../shared/contract/desk.ts";
import { useJob } from "../../api/use-job.ts";
import { api, client } from "../../api/api.ts";
import { Callout } from "../../components/Callout.tsx";
import { JobBar } from "../../components/JobBar.tsx";
import { ErrorCallout } from "../../text/ErrorCallout.tsx";
import { useText } from "../../text/use-text.ts";
import { BatchView } from "./BatchView.tsx";
import { type Delivered, deliverFiles } from "./deliver-files.ts";
import { DeliveryDrop } from "./DeliveryDrop.tsx";

/** Everything on a stick, verified one file after the other; nothing is taken in here. */
export function Delivery() {
  const t = useText();
  const files = useRef<readonly File[]>([]);
  // What lay on the desk when the page was left lies there still.
  const left = useQuery({ ...api.desk.latest.queryOptions(), gcTime: 0 });
  const [taken, setBatch] = useState<DeskBatch | null | undefined>(undefined);
  const batch = taken === undefined ? (left.data ?? null) : taken;
  const [notice, setNotice] = useState<string | null>(null);
  const job = useJob<Delivered>(
    (signal) => Promise.resolve(deliverFiles(files.current, signal)),
    ({ batch: verified, ignored, notSent, countersignatures }) => {
      setBatch(verified);
      const notices = [
        ...(verified || countersignatures > 0 ? [] : [t("desk.none")]),
        ...(countersignatures > 0 ? [t("desk.countersignatures", { number: countersignatures })] : []),
        ...(verified && ignored > 0 ? [t("desk.ignored", { number: ignored })] : []),
        ...(notSent.length > 0
          ? [t("desk.notSent", { number: notSent.length, names: notSent.slice(0, 5).join(", ") })]
          : []),
      ];
      setNotice(notices.length === 0 ? null : notices.join(" "));
    },
  );
  function take(chosen: readonly File[]) {
    setNotice(null);
    if (chosen.length === 0) return;
    if (chosen.length > MOST_DESK_FILES) return setNotice(t("desk.tooMany", { number: MOST_DESK_FILES }));
    if (batch) void client.desk.dismiss({ batchId: batch.batchId });
    setBatch(null);
    files.current = chosen;
    job.start();
  }
  return (
    <section aria-labelledby="desk-delivery" className="desk-part">
      <h2 id="desk-delivery">{t("desk.delivery")}</h2>
      <p>{t("desk.deliveryLead")}</p>
      {job.isRunning ? (
        <JobBar
          label={t(job.progress?.step === "verifying" ? "desk.verifying" : "desk.uploading")}
          job={job}
        />
      ) : (
        <DeliveryDrop onFiles={take} />
      )}
      {job.wasCancelled && <Callout tone="info">{t("desk.cancelled")}</Callout>}
      {notice !== null && <Callout tone="warning">{notice}</Callout>}
      <ErrorCallout error={job.error} />
      {batch && <BatchView key={batch.batchId} batch={batch} onChange={setBatch} />}
    </section>
  );
}
