import { isDefinedError } from "@orpc/client";
import { useMutation, useQueryClient } from "@tanstack/react-query";
import { useNavigate } from "@tanstack/react-router";
import { api } from "../../api/api.ts";
import { uploadFile } from "../../api/files.ts";
import { FileDrop } from "../../components/FileDrop.tsx";
import { SidePanel } from "../../components/SidePanel.tsx";
import { showToast } from "../../components/Toast.tsx";
import { ErrorCallout } from "../../text/ErrorCallout.tsx";
import { faultPlace, faultSentence } from "../../text/programme-fault.ts";
import { useText } from "../../text/use-text.ts";

/** An own programme from JSON: taken whole, or refused with every fault listed. */
export function ImportProgramme({ onClose }: { readonly onClose: () => void }) {
  const t = useText();
  const queries = useQueryClient();
  const navigate = useNavigate();
  const take = useMutation(
    api.programmes.importFile.mutationOptions({
      onSuccess: async ({ title, code }) => {
        showToast(t("programmes.imported", { title }));
        await queries.invalidateQueries({ queryKey: api.key() });
        await navigate({ to: "/programmes/$code", params: { code } });
      },
    }),
  );
  const upload = useMutation({
    mutationFn: async (file: File) => uploadFile(file),
    onSuccess: ({ ticket }) => take.mutate({ ticket }),
  });
  const faults =
    take.error && isDefinedError(take.error) && take.error.code === "PROGRAMME_INVALID"
      ? take.error.data.faults
      : [];
  const error = upload.error ?? take.error;
  return (
    <SidePanel title={t("programmes.importOwn")} onClose={onClose}>
      <p>{t("programmes.importLead")}</p>
      <FileDrop
        accept=".json"
        isBusy={upload.isPending || take.isPending}
        onFile={(file: File) => upload.mutate(file)}
      />
      <ErrorCallout error={error} />
      {faults.length > 0 && (
        <section>
          <h3>{t("programmes.faultsTitle")}</h3>
          <table className="plain-table">
            <thead>
              <tr>
                <th scope="col">{t("programmes.faultPath")}</th>
                <th scope="col">{t("programmes.faultMessage")}</th>
              </tr>
            </thead>
            <tbody>
              {faults.map((fault) => (
                <tr key={`${fault.path} ${fault.message}`}>
                  <td title={fault.path}>{faultPlace(fault, t)}</td>
                  <td>
                    {faultSentence(fault, t)} <small className="error-code">{fault.message}</small>
                  </td>
                </tr>
              ))}
            </tbody>
          </table>
        </section>
      )}
    </SidePanel>
  );
}
