import { useIsMutating } from "@tanstack/react-query";
import { useSyncExternalStore } from "react";
import { formatInteger } from "../../shared/domain/number-format.ts";
import { useConnection } from "../api/connection.ts";
import { sheetState, subscribeSheetState } from "../api/sheet-state.ts";
import { useText } from "../text/use-text.ts";

/** Saved or not, and whether the program answers. "Đã lưu" is said only when every change has been acknowledged. */
export function SaveState() {
  const t = useText();
  const connection = useConnection();
  const saving = useIsMutating();
  const sheet = useSyncExternalStore(subscribeSheetState, sheetState);
  const [state, words] =
    connection === "closed"
      ? (["lost", t("shell.offline")] as const)
      : connection === "connecting"
        ? (["connecting", t("shell.connecting")] as const)
        : saving > 0 || sheet.isSaving
          ? (["saving", t("shell.saving")] as const)
          : sheet.refused > 0
            ? (["failed", t("entry.notSaved", { number: formatInteger(sheet.refused) })] as const)
            : (["saved", t("shell.saved")] as const);
  return (
    <output className="header-save" data-state={state} aria-live="polite">
      {words}
    </output>
  );
}
