import { useMutation } from "@tanstack/react-query";
import { api } from "../../api/api.ts";
import { saveDownload } from "../../api/files.ts";
import { Button } from "../../components/Button.tsx";
import { ErrorCallout } from "../../text/ErrorCallout.tsx";
import { useText } from "../../text/use-text.ts";
import { rejectedFileWords } from "./import-words.ts";

/** The lines that were not taken, with the reasons, as a file; before the import and after it. */
export function RejectedDownload({ previewId }: { readonly previewId: string }) {
  const t = useText();
  const save = useMutation({
    mutationFn: async () =>
      saveDownload(await api.imports.rejectedFile.call({ previewId, words: rejectedFileWords(t) })),
  });
  return (
    <>
      <Button isPending={save.isPending} onPress={() => save.mutate()}>
        {t("importing.rejectedDownload")}
      </Button>
      <ErrorCallout error={save.error} />
    </>
  );
}
