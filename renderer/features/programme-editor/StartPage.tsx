import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { Link, useNavigate, useSearch } from "@tanstack/react-router";
import { useState } from "react";
import { api } from "../../api/api.ts";
import { Button } from "../../components/Button.tsx";
import { ComboBox } from "../../components/ComboBox.tsx";
import { Form } from "../../components/Form.tsx";
import { TextField } from "../../components/TextField.tsx";
import { ErrorCallout } from "../../text/ErrorCallout.tsx";
import { useText } from "../../text/use-text.ts";
import "./programme-editor.css";

const CODE = /^[A-Za-z0-9][A-Za-z0-9_-]{0,63}$/;

/** Drafts being written, and a new one, blank or from a programme of the level above. */
export function StartPage() {
  const t = useText();
  return (
    <div className="page programme-editor">
      <nav className="crumbs">
        <Link to="/programmes">{t("programmes.title")}</Link> <span aria-hidden="true">›</span>{" "}
        <span>{t("programmeEditor.start.title")}</span>
      </nav>
      <h1>{t("programmeEditor.start.title")}</h1>
      <p>{t("programmeEditor.start.lead")}</p>
      <BeginForm />
    </div>
  );
}

function BeginForm() {
  const t = useText();
  const queries = useQueryClient();
  const navigate = useNavigate();
  const { from } = useSearch({ from: "/programmes/-" });
  const programmes = useQuery(api.programmes.list.queryOptions());
  const [code, setCode] = useState("");
  const [title, setTitle] = useState("");
  const [parent, setParent] = useState<string | null>(from ?? null);
  const [isChecked, setIsChecked] = useState(false);
  const begin = useMutation(
    api.programmeEditing.begin.mutationOptions({
      onSuccess: async (draft) => {
        await queries.invalidateQueries({ queryKey: api.programmeEditing.drafts.key() });
        await navigate({ to: "/programmes/-/$code", params: { code: draft.code } });
      },
    }),
  );
  const codeError =
    code === ""
      ? isChecked
        ? t("shell.required")
        : undefined
      : CODE.test(code)
        ? undefined
        : t("programmeEditor.start.codeRefused");

  function submit() {
    setIsChecked(true);
    if (!CODE.test(code) || title.trim() === "") return;
    begin.mutate({ code, title, ...(parent === null ? {} : { derivedFrom: parent }) });
  }

  return (
    <section>
      <h2>{t("programmeEditor.start.begin")}</h2>
      <Form className="panel-form" onSubmit={submit}>
        <TextField
          label={t("programmeEditor.start.code")}
          description={t("programmeEditor.start.codeHint")}
          value={code}
          onChange={setCode}
          errorMessage={codeError}
          maxLength={64}
          isRequired
        />
        <TextField
          label={t("programmeEditor.start.name")}
          value={title}
          onChange={setTitle}
          errorMessage={isChecked && title.trim() === "" ? t("shell.required") : undefined}
          maxLength={500}
          isRequired
        />
        <ComboBox
          label={t("programmeEditor.start.parent")}
          description={t("programmeEditor.start.parentHint")}
          value={parent}
          onChange={setParent}
          options={(programmes.data ?? [])
            .filter(({ targets }) => targets > 0)
            .map((programme) => ({ id: programme.code, label: `${programme.code} – ${programme.title}` }))}
        />
        <ErrorCallout error={begin.error} />
        <div>
          <Button type="submit" variant="primary" isPending={begin.isPending}>
            {t("programmeEditor.start.submit")}
          </Button>
        </div>
      </Form>
    </section>
  );
}
