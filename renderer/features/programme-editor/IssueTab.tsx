import { useMutation, useQueryClient } from "@tanstack/react-query";
import { useNavigate } from "@tanstack/react-router";
import { useState } from "react";
import type { ProgrammeFault } from "../../../shared/catalogue/programme-faults.ts";
import type { DraftProgramme } from "../../../shared/domain/programme-editing/draft.ts";
import { api } from "../../api/api.ts";
import { saveDownload } from "../../api/files.ts";
import { Button } from "../../components/Button.tsx";
import { Callout } from "../../components/Callout.tsx";
import { Dialog } from "../../components/Dialog.tsx";
import { TextField } from "../../components/TextField.tsx";
import { showToast } from "../../components/Toast.tsx";
import { ErrorCallout } from "../../text/ErrorCallout.tsx";
import { printDate } from "../../text/print.ts";
import { TitlePercents } from "./TitlePercents.tsx";
import { faultPlace, faultSentence } from "../../text/programme-fault.ts";
import { useText } from "../../text/use-text.ts";
import type { DraftStore } from "./draft-store.ts";

interface IssueTabProps {
  readonly store: DraftStore;
  readonly draft: DraftProgramme;
  readonly faults: readonly ProgrammeFault[];
  readonly onGoTo: (fault: ProgrammeFault) => void;
}

/** What is still to mend, and the acts that end the writing. */
export function IssueTab({ store, draft, faults, onGoTo }: IssueTabProps) {
  const t = useText();
  const queries = useQueryClient();
  const navigate = useNavigate();
  const [asked, setAsked] = useState<"issue" | "discard" | null>(null);
  const issue = useMutation({
    mutationFn: async () => {
      // What could not be kept is told at the head of the page; nothing is issued without it.
      if (!(await store.flush())) return null;
      const { code, revision } = store.kept;
      return api.programmeEditing.issue.call({ code, expectedRevision: revision });
    },
    onSuccess: async (issued) => {
      if (issued === null) return;
      const { code, title } = issued;
      showToast(t("programmeEditor.issue.issued", { title }));
      await navigate({ to: "/programmes/$code", params: { code } });
      await queries.invalidateQueries({ queryKey: api.key() });
    },
    onSettled: () => setAsked(null),
  });
  const exportFile = useMutation({
    mutationFn: async () => {
      if (!(await store.flush())) return;
      await saveDownload(await api.programmeEditing.exportFile.call({ code: draft.code }));
    },
  });
  const isAtComment = draft.state === "underComment";
  const error = issue.error ?? exportFile.error;
  return (
    <div className="editor-form">
      <ErrorCallout error={error} />
      {faults.length === 0 ? (
        <Callout tone="success">{t("programmeEditor.issue.ready")}</Callout>
      ) : (
        <section>
          <h2>{t("programmeEditor.issue.faults")}</h2>
          <table className="plain-table">
            <tbody>
              {faults.map((fault) => (
                <tr key={`${fault.path} ${fault.message} ${fault.item}`}>
                  <th scope="row">{faultPlace(fault, t)}</th>
                  <td>
                    {fault.message === "FIELD_MISSING"
                      ? t("programmeEditor.issue.missing")
                      : faultSentence(fault, t)}
                  </td>
                  <td>
                    <Button
                      variant="quiet"
                      aria-label={`${t("programmeEditor.issue.goTo")}: ${faultPlace(fault, t)}`}
                      onPress={() => onGoTo(fault)}
                    >
                      {t("programmeEditor.issue.goTo")}
                    </Button>
                  </td>
                </tr>
              ))}
            </tbody>
          </table>
        </section>
      )}
      <TitlePercents targets={draft.targets} />
      <div className="editor-actions">
        <Button variant="primary" isDisabled={faults.length > 0} onPress={() => setAsked("issue")}>
          {t("programmeEditor.issue.issue")}
        </Button>
        <Button
          onPress={() =>
            void store.flush().then(async (isKept) => {
              if (isKept)
                await store.take(
                  api.programmeEditing.askComment.call({ code: draft.code, isAsked: !isAtComment }),
                );
            })
          }
        >
          {t(isAtComment ? "programmeEditor.issue.takeBack" : "programmeEditor.issue.askComment")}
        </Button>
        <Button isPending={exportFile.isPending} onPress={() => exportFile.mutate()}>
          {t("programmeEditor.issue.export")}
        </Button>
        <Button variant="danger" onPress={() => setAsked("discard")}>
          {t("programmeEditor.issue.discard")}
        </Button>
      </div>
      {asked === "issue" && (
        <Dialog
          title={t("programmeEditor.issue.confirmTitle")}
          onClose={() => setAsked(null)}
          actions={
            <>
              <Button onPress={() => setAsked(null)}>{t("programmeEditor.issue.cancel")}</Button>
              <Button variant="primary" isPending={issue.isPending} onPress={() => issue.mutate()}>
                {t("programmeEditor.issue.confirmYes")}
              </Button>
            </>
          }
        >
          <p>
            {t("programmeEditor.issue.confirm", {
              symbol: draft.symbol ?? "",
              date: printDate(draft.issuedOn),
              number: draft.targets.length,
            })}
          </p>
        </Dialog>
      )}
      {asked === "discard" && <DiscardDialog store={store} draft={draft} onClose={() => setAsked(null)} />}
    </div>
  );
}

type DiscardDialogProps = Pick<IssueTabProps, "store" | "draft"> & { readonly onClose: () => void };

/** Nothing brings a draft back that was thrown away, so its code is typed. */
function DiscardDialog({ store, draft, onClose }: DiscardDialogProps) {
  const t = useText();
  const queries = useQueryClient();
  const navigate = useNavigate();
  const [typed, setTyped] = useState("");
  const discard = useMutation({
    mutationFn: async () => {
      if (!(await store.flush())) return null;
      const { code, revision } = store.kept;
      return api.programmeEditing.discard.call({ code, expectedRevision: revision });
    },
    onSuccess: async (discarded) => {
      if (discarded === null) return onClose();
      showToast(t("programmeEditor.issue.discarded", { code: draft.code }));
      await navigate({ to: "/programmes/-" });
      await queries.invalidateQueries({ queryKey: api.programmeEditing.drafts.key() });
    },
  });
  return (
    <Dialog
      title={t("programmeEditor.issue.discardTitle")}
      role="alertdialog"
      onClose={onClose}
      actions={
        <>
          <Button onPress={onClose}>{t("programmeEditor.issue.cancel")}</Button>
          <Button
            variant="danger"
            isDisabled={typed.trim() !== draft.code}
            isPending={discard.isPending}
            onPress={() => discard.mutate()}
          >
            {t("programmeEditor.issue.discard")}
          </Button>
        </>
      }
    >
      <p>{t("programmeEditor.issue.discardLead", { number: draft.targets.length, code: draft.code })}</p>
      <TextField
        label={t("programmeEditor.issue.discardCode")}
        value={typed}
        onChange={setTyped}
        autoFocus
        autoComplete="off"
      />
      <ErrorCallout error={discard.error} />
    </Dialog>
  );
}
