import { useMutation } from "@tanstack/react-query";
import { useState } from "react";
import type { BundlePreview } from "../../../shared/contract/submissions.ts";
import { api } from "../../api/api.ts";
import { uploadFile } from "../../api/files.ts";
import { Callout } from "../../components/Callout.tsx";
import { FileDrop } from "../../components/FileDrop.tsx";
import { ErrorWords } from "../../text/ErrorWords.tsx";
import { BundlePanel } from "./BundlePanel.tsx";

interface Look {
  readonly dropped: File;
  readonly confirmInstance: boolean;
  readonly passphrase?: string;
}

/** A file is checked as soon as it is dropped; what it holds is shown beside, and nothing is taken in until somebody says so. */
export function Inbox() {
  const [preview, setPreview] = useState<BundlePreview | null>(null);
  const [file, setFile] = useState<File | null>(null);
  /** Opens an encrypted file again when the operator confirms a computer; forgotten with the page. */
  const [passphrase, setPassphrase] = useState<string | undefined>(undefined);
  const inspect = useMutation({
    mutationFn: async ({ dropped, confirmInstance, passphrase }: Look) => {
      const { ticket, fileName } = await uploadFile(dropped);
      return api.submissions.inspect.call({
        ticket,
        fileName,
        confirmInstance,
        ...(passphrase === undefined ? {} : { passphrase }),
      });
    },
    onSuccess: setPreview,
  });
  const look = (dropped: File, confirmInstance: boolean, opening?: string) => {
    setFile(dropped);
    setPassphrase(opening);
    inspect.mutate({
      dropped,
      confirmInstance,
      ...(opening === undefined ? {} : { passphrase: opening }),
    });
  };
  return (
    <>
      <FileDrop
        accept=".goi,.zip,.age"
        isBusy={inspect.isPending}
        onFile={(dropped) => look(dropped, false)}
      />
      {inspect.error && (
        <Callout tone="danger">
          <ErrorWords error={inspect.error} />
        </Callout>
      )}
      {preview && (
        <BundlePanel
          key={preview.previewId}
          preview={preview}
          openedWith={passphrase ?? ""}
          onClose={() => {
            // Nothing waits for a file that was looked at and left.
            void api.submissions.dismiss.call({ previewId: preview.previewId });
            setPreview(null);
          }}
          onConfirmInstance={() => file && look(file, true, passphrase)}
          onDecrypt={(typed) => file && look(file, false, typed)}
          isLooking={inspect.isPending}
        />
      )}
    </>
  );
}
