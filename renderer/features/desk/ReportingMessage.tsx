import { useState } from "react";
import type { DeskBoard } from "../../../shared/contract/desk.ts";
import { Button } from "../../components/Button.tsx";
import { TextArea } from "../../components/TextArea.tsx";
import { showToast } from "../../components/Toast.tsx";
import { useText } from "../../text/use-text.ts";
import { reportingText } from "./reporting-text.ts";

/** The reminder: may be changed before it is copied; nothing is sent from here. */
export function ReportingMessage({ view }: { readonly view: DeskBoard }) {
  const t = useText();
  const proposed = reportingText(view, t);
  const [changed, setChanged] = useState<string | null>(null);
  const text = changed ?? proposed;
  const copy = async () => {
    try {
      await navigator.clipboard.writeText(text);
      showToast(t("bundles.reporting.copied"));
    } catch {
      // A window that may not write to the clipboard still shows the text: it can be copied from the field.
      showToast(t("bundles.reporting.notCopied"), "danger");
    }
  };
  return (
    <details className="desk-message">
      <summary>{t("bundles.reporting.messageTitle")}</summary>
      <TextArea
        label={t("bundles.reporting.messageLabel")}
        description={t("bundles.reporting.messageHint")}
        value={text}
        onChange={setChanged}
        rows={Math.min(16, text.split("\n").length + 1)}
      />
      <div className="form-actions">
        <Button variant="primary" onPress={() => void copy()}>
          {t("bundles.reporting.copy")}
        </Button>
      </div>
    </details>
  );
}
