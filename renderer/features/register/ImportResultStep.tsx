import { Link } from "@tanstack/react-router";
import { useState } from "react";
import type { ImportPreview, ImportResult } from "../../../shared/contract/imports.ts";
import { Button } from "../../components/Button.tsx";
import { Callout } from "../../components/Callout.tsx";
import { useText } from "../../text/use-text.ts";
import { RejectedDownload } from "./RejectedDownload.tsx";
import { UndoImport } from "./UndoImport.tsx";

interface ImportResultStepProps {
  readonly preview: ImportPreview;
  readonly result: ImportResult;
  readonly onRestart: () => void;
}

/** Where what was imported is seen. */
const PLACES = { units: "/register", employers: "/register/employers", entries: "/entry" } as const;

export function ImportResultStep({ preview, result, onRestart }: ImportResultStepProps) {
  const t = useText();
  const [isUndoing, setIsUndoing] = useState(false);
  return (
    <div className="import-result">
      <Callout tone="success" title={t("importing.resultTitle", { applied: result.applied })}>
        {t("importing.resultLead", { skipped: result.skipped, rejected: result.rejected })}
      </Callout>
      <div className="form-actions">
        <Link className="link-button" to={PLACES[preview.kind]}>
          {t(`importing.to.${preview.kind}`)}
        </Link>
        <Button onPress={() => setIsUndoing(true)}>{t("importing.undo")}</Button>
        {result.rejected > 0 && <RejectedDownload previewId={preview.previewId} />}
        <Button onPress={onRestart}>{t("importing.anotherFile")}</Button>
      </div>
      {isUndoing && (
        <UndoImport
          batch={{ uid: result.batchUid, fileName: preview.fileName, applied: result.applied }}
          onClose={() => setIsUndoing(false)}
          onUndone={onRestart}
        />
      )}
    </div>
  );
}
