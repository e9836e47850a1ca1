import { useQuery } from "@tanstack/react-query";
import { Link } from "@tanstack/react-router";
import { useMemo, useState } from "react";
import type { ImportBatch } from "../../../shared/contract/imports.ts";
import { api } from "../../api/api.ts";
import { Button } from "../../components/Button.tsx";
import { type Column, DataTable } from "../../components/DataTable.tsx";
import { EmptyState } from "../../components/EmptyState.tsx";
import { ErrorCallout } from "../../text/ErrorCallout.tsx";
import { printInstant, printNumber } from "../../text/print.ts";
import { type Translate, useText } from "../../text/use-text.ts";
import { ExportEntries, useExportEntries } from "./ExportEntries.tsx";
import { RegisterTabs } from "./RegisterTabs.tsx";
import { UndoImport } from "./UndoImport.tsx";
import "./register.css";

/** Every import, newest first, each to be taken back whole. */
export function ImportsPage() {
  const t = useText();
  const list = useQuery(api.imports.list.queryOptions());
  const exporting = useExportEntries();
  const [undoing, setUndoing] = useState<ImportBatch | null>(null);
  const columns = useMemo(
    (): readonly Column<ImportBatch>[] => [
      {
        id: "at",
        header: t("importing.list.at"),
        cell: (batch) => printInstant(batch.at),
        sortValue: (batch) => batch.at,
        width: 144,
      },
      {
        id: "kind",
        header: t("importing.list.kind"),
        cell: (batch) => t(`importing.kinds.${batch.kind}`),
        width: 200,
      },
      {
        id: "file",
        header: t("importing.list.file"),
        cell: (batch) => batch.fileName,
        isRowHeader: true,
      },
      {
        id: "author",
        header: t("importing.list.author"),
        cell: (batch) => batch.author ?? t("shell.none"),
        width: 176,
      },
      {
        id: "applied",
        header: t("importing.list.applied"),
        cell: (batch) => printNumber(batch.applied),
        align: "end",
        width: 88,
      },
      {
        id: "state",
        header: t("importing.list.state"),
        cell: (batch) => undoCell(batch, setUndoing, t),
        width: 200,
      },
    ],
    [t],
  );
  return (
    <div className="page page-filled">
      <header className="page-head">
        <h1>{t("register.title")}</h1>
        <div className="page-actions">
          <Button isDisabled={exporting.job.isRunning} onPress={() => exporting.job.start()}>
            {t("importing.exportEntries")}
          </Button>
          <Link className="link-button" to="/register/import">
            {t("register.importFile")}
          </Link>
        </div>
      </header>
      <RegisterTabs />
      <ExportEntries {...exporting} />
      {list.isPending && <p>{t("shell.loading")}</p>}
      <ErrorCallout error={list.error} />
      {list.data?.length === 0 && (
        <EmptyState
          title={t("importing.list.empty.title")}
          action={
            <Link className="link-button" to="/register/import">
              {t("register.importFile")}
            </Link>
          }
        >
          {t("importing.list.empty.lead")}
        </EmptyState>
      )}
      {list.data !== undefined && list.data.length > 0 && (
        <DataTable
          label={t("register.tabs.imports")}
          columns={columns}
          rows={list.data}
          rowKey={(batch) => batch.uid}
        />
      )}
      {undoing && <UndoImport batch={undoing} onClose={() => setUndoing(null)} />}
    </div>
  );
}

function undoCell(batch: ImportBatch, onUndo: (batch: ImportBatch) => void, t: Translate) {
  if (batch.undoneAt !== null) return t("importing.list.undone", { at: printInstant(batch.undoneAt) });
  if (!batch.canUndo) return t("importing.list.kept");
  return (
    <Button variant="quiet" onPress={() => onUndo(batch)}>
      {t("importing.list.undo")}
    </Button>
  );
}
