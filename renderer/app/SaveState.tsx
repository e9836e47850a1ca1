import { useIsMutating, useQuery } from "@tanstack/react-query";
import { useSyncExternalStore } from "react";
import { api } from "../api/api.ts";
import { useConnection } from "../api/connection.ts";
import { elsewhere, sheetState, subscribeSheetState } from "../api/sheet-state.ts";
import { UnsavedLink } from "../sheet/UnsavedLink.tsx";
import { useText } from "../text/use-text.ts";

/**
 * Saved or not, and whether the program answers. "Đã lưu" is said only when every change has been acknowledged,
 * and no text waits to be mended, here or in another sheet: to that one it leads.
 */
export function SaveState() {
  const t = useText();
  const connection = useConnection();
  const saving = useIsMutating();
  const sheet = useSyncExternalStore(subscribeSheetState, sheetState);
  const kept = useQuery(api.entries.unsaved.queryOptions());
  const others = elsewhere(kept.data ?? [], sheet?.sheet);
  const unsaved = others.reduce((sum, { cells }) => sum + cells, sheet?.refused ?? 0);
  const [first] = others;
  const [state, words] =
    connection === "closed"
      ? (["lost", t("shell.offline")] as const)
      : connection === "connecting"
        ? (["connecting", t("shell.connecting")] as const)
        : saving > 0 || sheet?.isSaving
          ? (["saving", t("shell.saving")] as const)
          : unsaved > 0
            ? (["failed", t("entry.notSaved", { number: unsaved })] as const)
            : kept.data === undefined
              ? (["connecting", ""] as const)
              : (["saved", t("shell.saved")] as const);
  return (
    <output className="header-save" data-state={state} aria-live="polite">
      {state === "failed" && first ? <UnsavedLink at={first}>{words}</UnsavedLink> : words}
    </output>
  );
}
