import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { FileTrigger } from "react-aria-components";
import type { CountersignatureView } from "../../../shared/contract/countersignatures.ts";
import { api } from "../../api/api.ts";
import { saveDownload, uploadFile } from "../../api/files.ts";
import { Badge } from "../../components/Badge.tsx";
import { Button } from "../../components/Button.tsx";
import { type Column, DataTable } from "../../components/DataTable.tsx";
import { ErrorCallout } from "../../text/ErrorCallout.tsx";
import { printInstant, printSize } from "../../text/print.ts";
import { useText } from "../../text/use-text.ts";

const TONES = { same: "good", other: "bad", unknown: "neutral" } as const;

/** Official signatures that go with a bundle: what lies there, and what that does and does not say. */
export function Countersignatures({ digest }: { readonly digest: string }) {
  const t = useText();
  const queries = useQueryClient();
  const list = useQuery(api.countersignatures.list.queryOptions({ input: { digest } }));
  const again = () => queries.invalidateQueries({ queryKey: api.countersignatures.key() });
  const attach = useMutation({
    mutationFn: async (file: File) =>
      api.countersignatures.attach.call({ ...(await uploadFile(file)), digest }),
    onSuccess: again,
  });
  const remove = useMutation(api.countersignatures.remove.mutationOptions({ onSuccess: again }));
  const save = useMutation({
    mutationFn: async (sha256: string) =>
      saveDownload(await api.countersignatures.download.call({ digest, sha256 })),
  });
  const error = list.error ?? attach.error ?? remove.error ?? save.error;
  const rows = list.data ?? [];
  const columns: readonly Column<CountersignatureView>[] = [
    { id: "file", header: t("bundles.column.file"), cell: (row) => row.fileName, isRowHeader: true },
    {
      id: "kind",
      header: t("bundles.column.kind"),
      cell: (row) => t(`bundles.countersignature.kind.${row.kind}`),
      width: 180,
    },
    {
      id: "size",
      header: t("bundles.size"),
      cell: (row) => printSize(row.size),
      align: "end",
      width: 90,
    },
    {
      id: "at",
      header: t("bundles.countersignature.at"),
      cell: (row) => printInstant(row.addedAt),
      width: 150,
    },
    {
      id: "check",
      header: t("bundles.countersignature.check"),
      cell: (row) => (
        <Badge tone={TONES[row.content]}>{t(`bundles.countersignature.content.${row.content}`)}</Badge>
      ),
      width: 190,
    },
    {
      id: "acts",
      header: t("bundles.column.acts"),
      cell: (row) => (
        <div className="bundles-acts">
          <Button variant="quiet" onPress={() => save.mutate(row.sha256)}>
            {t("bundles.countersignature.save")}
          </Button>
          <Button variant="quiet" onPress={() => remove.mutate({ sha256: row.sha256, digest })}>
            {t("bundles.countersignature.remove")}
          </Button>
        </div>
      ),
      width: 150,
    },
  ];
  return (
    <section className="bundles-list" aria-labelledby="bundles-countersignature">
      <h2 id="bundles-countersignature">{t("bundles.countersignature.title")}</h2>
      <p>
        {t("bundles.countersignature.lead")} {t("bundles.countersignature.proves")}
      </p>
      <ErrorCallout error={error} />
      {rows.length === 0 ? (
        <p className="quiet">{t("bundles.countersignature.none")}</p>
      ) : (
        <DataTable
          label={t("bundles.countersignature.list")}
          columns={columns}
          rows={rows}
          rowKey={({ sha256 }) => sha256}
        />
      )}
      <div className="form-actions">
        <FileTrigger
          acceptedFileTypes={[".p7s", ".pdf"]}
          onSelect={(files) => {
            const file = files?.[0];
            if (file) attach.mutate(file);
          }}
        >
          <Button isPending={attach.isPending}>{t("bundles.countersignature.add")}</Button>
        </FileTrigger>
      </div>
    </section>
  );
}
