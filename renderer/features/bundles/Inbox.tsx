import { useMutation, useQueryClient } from "@tanstack/react-query";
import { useNavigate } from "@tanstack/react-router";
import { useRef, useState } from "react";
import {
  COUNTERSIGNATURE_HEAD_BYTES,
  isCountersignature,
} from "../../../shared/domain/countersignature-head.ts";
import type { BundlePreview } from "../../../shared/contract/submissions.ts";
import { api, client } from "../../api/api.ts";
import { headOf, uploadFile } from "../../api/files.ts";
import { useJob } from "../../api/use-job.ts";
import { Callout } from "../../components/Callout.tsx";
import { FileDrop } from "../../components/FileDrop.tsx";
import { showToast } from "../../components/Toast.tsx";
import { ErrorCallout } from "../../text/ErrorCallout.tsx";
import { useText } from "../../text/use-text.ts";
import { BundlePanel } from "./BundlePanel.tsx";
import { BundleProgress } from "./BundleProgress.tsx";

interface Look {
  readonly dropped: File;
  readonly confirmInstance: boolean;
  readonly passphrase?: string;
}

/** A file is checked as soon as it is dropped; what it holds is shown beside, and nothing is taken in until somebody says so. */
export function Inbox() {
  const t = useText();
  const queries = useQueryClient();
  const navigate = useNavigate();
  const [preview, setPreview] = useState<BundlePreview | null>(null);
  const [file, setFile] = useState<File | null>(null);
  /** Opens an encrypted file again when the operator confirms a computer; forgotten with the page. */
  const [passphrase, setPassphrase] = useState<string | undefined>(undefined);
  /** It was of the file itself, and signs nothing. */
  const [isOfFile, setOfFile] = useState(false);
  const looked = useRef<Look | null>(null);
  const inspect = useJob<BundlePreview>(async (signal) => {
    if (!looked.current) throw new RangeError("Inbox: nothing to look at");
    const { dropped, confirmInstance, passphrase: opening } = looked.current;
    const { ticket, fileName } = await uploadFile(dropped);
    return client.submissions.inspect(
      { ticket, fileName, confirmInstance, ...(opening === undefined ? {} : { passphrase: opening }) },
      { signal },
    );
  }, setPreview);
  const attach = useMutation({
    mutationFn: async (dropped: File) =>
      api.countersignatures.attach.call({ ...(await uploadFile(dropped)), digest: null }),
    onSuccess: async ({ digest, content }) => {
      showToast(
        t(
          digest === null
            ? "bundles.countersignature.waits"
            : content === "other"
              ? "bundles.countersignature.other"
              : "bundles.countersignature.taken",
        ),
        ...(content === "other" ? (["danger"] as const) : []),
      );
      await queries.invalidateQueries({ queryKey: api.countersignatures.key() });
      if (digest !== null) await navigate({ to: "/bundles/report/$digest", params: { digest } });
    },
  });
  const leave = () => {
    // Nothing waits for a file that was looked at and left.
    if (preview) void api.submissions.dismiss.call({ previewId: preview.previewId });
    setPreview(null);
  };
  const take = async (dropped: File) => {
    attach.reset();
    const head = await headOf(dropped, COUNTERSIGNATURE_HEAD_BYTES);
    if (isCountersignature(head, dropped.name, "any")) attach.mutate(dropped);
    else {
      leave();
      look(dropped, false);
    }
  };
  const look = (dropped: File, confirmInstance: boolean, opening?: string) => {
    setFile(dropped);
    setPassphrase(opening);
    looked.current = {
      dropped,
      confirmInstance,
      ...(opening === undefined ? {} : { passphrase: opening }),
    };
    inspect.start();
  };
  return (
    <>
      <FileDrop
        accept=".goi,.zip,.age,.p7s,.pdf"
        isBusy={inspect.isRunning || attach.isPending}
        onFile={(dropped) => void take(dropped)}
      />
      {inspect.isRunning && (
        <BundleProgress label={t("bundles.looking")} progress={inspect.progress} onCancel={inspect.cancel} />
      )}
      {inspect.wasCancelled && <Callout tone="info">{t("bundles.lookStopped")}</Callout>}
      <ErrorCallout error={(preview ? null : inspect.error) ?? attach.error} />
      {preview && (
        <BundlePanel
          key={preview.previewId}
          preview={preview}
          file={file}
          openedWith={isOfFile ? "" : (passphrase ?? "")}
          onClose={leave}
          onConfirmInstance={() => file && look(file, true, passphrase)}
          onDecrypt={(typed) => {
            setOfFile(preview.needs === "filePassphrase");
            if (file) look(file, false, typed);
          }}
          isLooking={inspect.isRunning}
          lookError={inspect.error}
        />
      )}
    </>
  );
}
