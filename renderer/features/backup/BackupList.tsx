import { useMutation, useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import type { BackupRow } from "../../../shared/contract/backup.ts";
import { api } from "../../api/api.ts";
import { saveDownload } from "../../api/files.ts";
import { Button } from "../../components/Button.tsx";
import { EmptyState } from "../../components/EmptyState.tsx";
import { ErrorCallout } from "../../text/ErrorCallout.tsx";
import { printInstant, printSize } from "../../text/print.ts";
import { type Translate, useText } from "../../text/use-text.ts";
import { RemoveBackup } from "./RemoveBackup.tsx";
import { contentsWords } from "./use-backup-words.ts";

interface BackupListProps {
  readonly backups: readonly BackupRow[];
  readonly isBusy: boolean;
  readonly onCheck: (id: string) => void;
}

/** Every backup known here, the latest first. */
export function BackupList({ backups, isBusy, onCheck }: BackupListProps) {
  const t = useText();
  const queries = useQueryClient();
  const [removing, setRemoving] = useState<BackupRow | null>(null);
  const save = useMutation({
    mutationFn: async (id: string) => saveDownload(await api.backup.download.call({ id })),
    onSettled: () => queries.invalidateQueries({ queryKey: api.key() }),
  });
  if (backups.length === 0)
    return <EmptyState title={t("backup.empty.title")}>{t("backup.empty.lead")}</EmptyState>;
  return (
    <>
      <table className="plain-table">
        <thead>
          <tr>
            <th scope="col">{t("backup.columns.at")}</th>
            <th scope="col">{t("backup.columns.file")}</th>
            <th scope="col">{t("backup.columns.size")}</th>
            <th scope="col">{t("backup.columns.acts")}</th>
          </tr>
        </thead>
        <tbody>
          {backups.map((row) => (
            <tr key={row.id}>
              <th scope="row" className="nowrap">
                {printInstant(row.at)}
              </th>
              <td>
                <span className="backup-file">{row.fileName}</span>
                <span className="backup-more">
                  {[
                    t(`backup.kinds.${row.kind}`),
                    ...savedWords(row, t),
                    ...(row.isEncrypted ? [t("backup.encrypted")] : []),
                    ...(row.counts ? [contentsWords(row.counts, t)] : []),
                  ].join(" · ")}
                </span>
              </td>
              <td className="number nowrap">{printSize(row.size)}</td>
              <td>
                {row.isHere ? (
                  <div className="backup-acts">
                    <Button
                      aria-label={t("backup.checkOf", { file: row.fileName })}
                      isDisabled={isBusy}
                      onPress={() => onCheck(row.id)}
                    >
                      {t("backup.check")}
                    </Button>
                    <Button
                      variant="quiet"
                      aria-label={t("backup.saveOf", { file: row.fileName })}
                      onPress={() => save.mutate(row.id)}
                    >
                      {t("backup.save")}
                    </Button>
                    <Button
                      variant="quiet"
                      aria-label={t("backup.removeOf", { file: row.fileName })}
                      isDisabled={isBusy}
                      onPress={() => setRemoving(row)}
                    >
                      {t("backup.remove")}
                    </Button>
                  </div>
                ) : (
                  <span className="quiet">{t("backup.gone")}</span>
                )}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
      {removing && <RemoveBackup backup={removing} onClose={() => setRemoving(null)} />}
      <ErrorCallout error={save.error} />
    </>
  );
}

/** Whether a copy lies outside this machine; only of those made here is it known. */
function savedWords({ kind, savedAt }: BackupRow, t: Translate): string[] {
  if (kind !== "made") return [];
  return [savedAt === null ? t("backup.notSaved") : t("backup.savedAt", { at: printInstant(savedAt) })];
}
