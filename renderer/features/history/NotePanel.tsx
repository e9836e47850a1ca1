import { useMutation, useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import { api } from "../../api/api.ts";
import { DateField } from "../../components/DateField.tsx";
import { Form } from "../../components/Form.tsx";
import { RadioGroup } from "../../components/RadioGroup.tsx";
import { SidePanel } from "../../components/SidePanel.tsx";
import { TextField } from "../../components/TextField.tsx";
import { showToast } from "../../components/Toast.tsx";
import { FormActions } from "../../text/FormActions.tsx";
import { useText } from "../../text/use-text.ts";

interface NotePanelProps {
  /** The element that is looked at; null: a target, whose notes concern every figure. */
  readonly element: string | null;
  readonly onClose: () => void;
}

/** A break that only people know of: since when, and what changed. */
export function NotePanel({ element, onClose }: NotePanelProps) {
  const t = useText();
  const queries = useQueryClient();
  const [on, setOn] = useState<string | null>(null);
  const [text, setText] = useState("");
  const [about, setAbout] = useState<"one" | "all">(element === null ? "all" : "one");
  const [isChecked, setIsChecked] = useState(false);
  const note = useMutation(
    api.history.note.mutationOptions({
      onSuccess: async () => {
        showToast(t("history.series.noted"));
        onClose();
        await queries.invalidateQueries({ queryKey: api.history.key() });
      },
    }),
  );
  function submit() {
    setIsChecked(true);
    if (on === null || text.trim() === "") return;
    note.mutate({ on, text, element: about === "one" ? element : null });
  }
  const missing = isChecked ? t("shell.required") : undefined;
  return (
    <SidePanel
      title={t("history.series.note")}
      onClose={onClose}
      isDirty={(text !== "" || on !== null) && !note.isPending}
    >
      <Form className="panel-form" onSubmit={submit}>
        <p>{t("history.series.noteLead")}</p>
        <DateField
          label={t("history.series.noteOn")}
          value={on}
          onChange={setOn}
          errorMessage={on === null ? missing : undefined}
          isRequired
          autoFocus
        />
        <TextField
          label={t("history.series.noteText")}
          value={text}
          onChange={setText}
          errorMessage={text.trim() === "" ? missing : undefined}
          isRequired
        />
        {element !== null && (
          <RadioGroup
            label={t("history.series.noteAbout")}
            value={about}
            onChange={setAbout}
            options={[
              { id: "one", label: t("history.series.noteOne") },
              { id: "all", label: t("history.series.noteAll") },
            ]}
          />
        )}
        <FormActions call={note} submitLabel={t("shell.save")} onCancel={onClose} />
      </Form>
    </SidePanel>
  );
}
