import { useQuery } from "@tanstack/react-query";
import { useRef } from "react";
import { api } from "../../api/api.ts";
import { Button } from "../../components/Button.tsx";
import { KeyValue } from "../../components/KeyValue.tsx";
import { showToast } from "../../components/Toast.tsx";
import { ErrorCallout } from "../../text/ErrorCallout.tsx";
import { printInstant } from "../../text/print.ts";
import { type Translate, useText } from "../../text/use-text.ts";

/** Where the office is kept, for whoever copies or moves it. */
export function FolderPart() {
  const t = useText();
  const path = useRef<HTMLElement>(null);
  const folder = useQuery(api.office.folder.queryOptions({ staleTime: 0 }));

  async function copy(text: string) {
    if (await wrote(text)) showToast(t("settings.office.folder.copied"));
    else showToast(t("settings.office.folder.notCopied"), "info");
  }

  /** @returns whether the path is on the clipboard; where not, it is marked, so that the keyboard can still copy it */
  async function wrote(text: string): Promise<boolean> {
    try {
      await navigator.clipboard.writeText(text);
      return true;
    } catch {
      // Refused by the host: what is marked can still be copied the old way.
      if (path.current) globalThis.getSelection()?.selectAllChildren(path.current);
      return document.execCommand("copy");
    }
  }

  if (folder.error) return <ErrorCallout error={folder.error} />;
  if (!folder.data) return null;
  const { fileBytes, lastCopy } = folder.data;
  return (
    <section>
      <h3>{t("settings.office.folder.title")}</h3>
      <KeyValue
        items={[
          {
            label: t("settings.office.folder.path"),
            value: (
              <span className="folder-path">
                <code ref={path}>{folder.data.folder}</code>
                <Button variant="quiet" onPress={() => void copy(folder.data.folder)}>
                  {t("settings.office.folder.copy")}
                </Button>
              </span>
            ),
          },
          { label: t("settings.office.folder.size"), value: printMegabytes(fileBytes, t) },
          {
            label: t("settings.office.folder.lastCopy"),
            value: lastCopy
              ? t("settings.office.folder.copyAt", {
                  file: lastCopy.fileName,
                  at: printInstant(lastCopy.at),
                  size: printMegabytes(lastCopy.bytes, t),
                })
              : t("settings.office.folder.noCopy"),
          },
        ]}
      />
    </section>
  );
}

/** One decimal, rounded up, so that a small file is never 0. */
function printMegabytes(bytes: number, t: Translate): string {
  const tenths = Math.ceil((bytes * 10) / 1_048_576);
  return t("settings.office.folder.megabytes", {
    number: `${Math.floor(tenths / 10).toLocaleString("vi")},${tenths % 10}`,
  });
}
