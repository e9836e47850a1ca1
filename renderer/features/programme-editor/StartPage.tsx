import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { Link, useNavigate, useSearch } from "@tanstack/react-router";
import { useState } from "react";
import { api } from "../../api/api.ts";
import { Button } from "../../components/Button.tsx";
import { Callout } from "../../components/Callout.tsx";
import { ComboBox } from "../../components/ComboBox.tsx";
import { EmptyState } from "../../components/EmptyState.tsx";
import { Form } from "../../components/Form.tsx";
import { TextField } from "../../components/TextField.tsx";
import { ErrorWords } from "../../text/ErrorWords.tsx";
import { printInstant, printNumber } from "../../text/print.ts";
import { useText } from "../../text/use-text.ts";
import "./programme-editor.css";

const CODE = /^[A-Za-z0-9][A-Za-z0-9_-]{0,63}$/;

/** Drafts being written, and a new one, blank or from a programme of the level above. */
export function StartPage() {
  const t = useText();
  const drafts = useQuery(api.programmeEditing.drafts.queryOptions());
  return (
    <div className="page programme-editor">
      <nav className="crumbs">
        <Link to="/programmes">{t("programmes.title")}</Link> <span aria-hidden="true">›</span>{" "}
        <span>{t("programmeEditor.start.title")}</span>
      </nav>
      <h1>{t("programmeEditor.start.title")}</h1>
      <p>{t("programmeEditor.start.lead")}</p>
      <section>
        <h2>{t("programmeEditor.start.drafts")}</h2>
        {drafts.data?.length === 0 && (
          <EmptyState title={t("programmeEditor.start.none.title")}>
            {t("programmeEditor.start.none.lead")}
          </EmptyState>
        )}
        {drafts.data && drafts.data.length > 0 && (
          <table className="plain-table" aria-label={t("programmeEditor.start.drafts")}>
            <thead>
              <tr>
                <th scope="col">{t("programmes.columns.title")}</th>
                <th scope="col">{t("programmes.columns.state")}</th>
                <th scope="col" className="number">
                  {t("programmes.columns.targets")}
                </th>
                <th scope="col">{t("programmeEditor.start.changed")}</th>
              </tr>
            </thead>
            <tbody>
              {drafts.data.map(({ code, title, state, targets, changedAt, author }) => (
                <tr key={code}>
                  <th scope="row">
                    <Link to="/programmes/-/$code" params={{ code }}>
                      {title === "" ? code : title}
                    </Link>{" "}
                    <small>{code}</small>
                  </th>
                  <td>{t(`labels.programmeState.${state}`)}</td>
                  <td className="number">{printNumber(targets)}</td>
                  <td>{t("programmeEditor.start.by", { at: printInstant(changedAt), author })}</td>
                </tr>
              ))}
            </tbody>
          </table>
        )}
      </section>
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
        {begin.error && (
          <Callout tone="danger">
            <ErrorWords error={begin.error} />
          </Callout>
        )}
        <div>
          <Button type="submit" variant="primary" isPending={begin.isPending}>
            {t("programmeEditor.start.submit")}
          </Button>
        </div>
      </Form>
    </section>
  );
}
