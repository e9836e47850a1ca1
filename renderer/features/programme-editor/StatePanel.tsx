import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import { movesFrom } from "../../../shared/domain/programme-editing/programme-state.ts";
import type { Programme } from "../../../shared/domain/programme.ts";
import { api } from "../../api/api.ts";
import { saveDownload } from "../../api/files.ts";
import { Button } from "../../components/Button.tsx";
import { DateField } from "../../components/DateField.tsx";
import { Form } from "../../components/Form.tsx";
import { TextArea } from "../../components/TextArea.tsx";
import { showToast } from "../../components/Toast.tsx";
import { useUnsavedForm } from "../../components/unsaved-forms.ts";
import { ErrorCallout } from "../../text/ErrorCallout.tsx";
import { printDate, printInstant, printKeyGroups, printNumber } from "../../text/print.ts";
import { useText } from "../../text/use-text.ts";
import { programmeStateWord, versionOrigin } from "./state-word.ts";

/** Where the programme stands in its life, what may follow, and every version that was stamped. */
export function StatePanel({ programme }: { readonly programme: Programme }) {
  const t = useText();
  const queries = useQueryClient();
  const { code, state } = programme;
  const [isClosing, setIsClosing] = useState(false);
  const [isChecked, setIsChecked] = useState(false);
  const [lastValidOn, setLastValidOn] = useState<string | null>(null);
  const [reason, setReason] = useState("");
  const versions = useQuery(api.programmeEditing.versions.queryOptions({ input: { code }, retry: false }));
  const move = useMutation(
    api.programmeEditing.move.mutationOptions({
      onSuccess: async (summary) => {
        setIsClosing(false);
        showToast(t("programmeEditor.managing.moved", { state: programmeStateWord(summary.state, t) }));
        await queries.invalidateQueries({ queryKey: api.key() });
      },
    }),
  );
  useUnsavedForm(isClosing && reason !== "" && !move.isPending);
  const exportFile = useMutation({
    mutationFn: async () => saveDownload(await api.programmeEditing.exportFile.call({ code })),
  });
  const moves = movesFrom(state);
  const error = move.error ?? exportFile.error;

  function close() {
    setIsChecked(true);
    if (lastValidOn !== null && reason.trim() !== "")
      move.mutate({ to: "closed", code, lastValidOn, reason });
  }

  return (
    <div className="editor-form">
      <ErrorCallout error={error} />
      <div className="editor-actions">
        {moves.includes("putInForce") && (
          <Button
            variant="primary"
            isPending={move.isPending}
            onPress={() => move.mutate({ to: "inForce", code })}
          >
            {t("programmeEditor.managing.putInForce")}
          </Button>
        )}
        {moves.includes("archive") && (
          <Button isPending={move.isPending} onPress={() => move.mutate({ to: "archived", code })}>
            {t("programmeEditor.managing.archive")}
          </Button>
        )}
        <Button isPending={exportFile.isPending} onPress={() => exportFile.mutate()}>
          {t("programmeEditor.issue.export")}
        </Button>
        {moves.includes("close") && !isClosing && (
          <Button variant="danger" onPress={() => setIsClosing(true)}>
            {t("programmeEditor.managing.close")}
          </Button>
        )}
      </div>
      {isClosing && (
        <Form className="panel-form" onSubmit={close}>
          <DateField
            label={t("programmeEditor.managing.closeOn")}
            value={lastValidOn}
            onChange={setLastValidOn}
            errorMessage={isChecked && lastValidOn === null ? t("shell.required") : undefined}
            isRequired
            autoFocus
          />
          <TextArea
            label={t("programmeEditor.managing.closeReason")}
            value={reason}
            onChange={setReason}
            errorMessage={isChecked && reason.trim() === "" ? t("shell.required") : undefined}
            maxLength={4000}
            isRequired
          />
          <div className="editor-actions">
            <Button type="submit" variant="danger" isPending={move.isPending}>
              {t("programmeEditor.managing.close")}
            </Button>
            <Button onPress={() => setIsClosing(false)}>{t("programmeEditor.issue.cancel")}</Button>
          </div>
        </Form>
      )}
      {versions.data?.length === 0 && <p>{t("programmeEditor.managing.noVersions")}</p>}
      {versions.data && versions.data.length > 0 && (
        <section>
          <h2>{t("programmeEditor.managing.versions")}</h2>
          <table className="plain-table">
            <thead>
              <tr>
                <th scope="col" className="number">
                  {t("programmeEditor.managing.version")}
                </th>
                <th scope="col">{t("programmeEditor.managing.state")}</th>
                <th scope="col">{t("programmeEditor.managing.decision")}</th>
                <th scope="col">{t("programmeEditor.managing.validFrom")}</th>
                <th scope="col">{t("programmeEditor.managing.stampedAt")}</th>
                <th scope="col">{t("programmeEditor.managing.author")}</th>
                <th scope="col">{t("programmeEditor.managing.digest")}</th>
              </tr>
            </thead>
            <tbody>
              {versions.data.map((row) => (
                <tr key={row.version}>
                  <td className="number">{printNumber(row.version)}</td>
                  <td>{programmeStateWord(row.state, t)}</td>
                  <td>{versionOrigin(row, t)}</td>
                  <td>{printDate(row.validFrom)}</td>
                  <td>{printInstant(row.stampedAt)}</td>
                  <td>{row.author === "" ? t("shell.none") : row.author}</td>
                  <td className="digest" title={row.sha256}>
                    {printKeyGroups(row.sha256.slice(0, 12))}
                  </td>
                </tr>
              ))}
            </tbody>
          </table>
        </section>
      )}
    </div>
  );
}
