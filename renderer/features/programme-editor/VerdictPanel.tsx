import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import { periodsOfYear } from "../../../shared/domain/period.ts";
import type { Programme } from "../../../shared/domain/programme.ts";
import { MANUAL_VERDICTS, type ManualVerdict } from "../../../shared/domain/target.ts";
import { api } from "../../api/api.ts";
import { useWorkingYear } from "../../api/working-year.ts";
import { Button } from "../../components/Button.tsx";
import { Form } from "../../components/Form.tsx";
import { RadioGroup } from "../../components/RadioGroup.tsx";
import { Select } from "../../components/Select.tsx";
import { TextArea } from "../../components/TextArea.tsx";
import { showToast } from "../../components/Toast.tsx";
import { useUnsavedForm } from "../../components/unsaved-forms.ts";
import { ErrorCallout } from "../../text/ErrorCallout.tsx";
import { printInstant, printPeriod } from "../../text/print.ts";
import { useText } from "../../text/use-text.ts";

/** A person's verdict on a target that no figure decides, with grounds and name (domain.md §d.5 rule 8). */
export function VerdictPanel({ programme }: { readonly programme: Programme }) {
  const t = useText();
  const queries = useQueryClient();
  const year = useWorkingYear();
  const targets = programme.targets.filter(({ qualitative }) => qualitative);
  const periods = periodsOfYear(year).map(({ code }) => code);
  const [targetId, setTargetId] = useState(targets[0]?.id ?? "");
  const [period, setPeriod] = useState(periods.at(-1) ?? null);
  const [verdict, setVerdict] = useState<ManualVerdict["verdict"] | null>(null);
  const [text, setText] = useState("");
  const [isChecked, setIsChecked] = useState(false);
  const status = useQuery(api.office.status.queryOptions());
  const save = useMutation(
    api.programmeEditing.setVerdict.mutationOptions({
      onSuccess: async () => {
        showToast(t("programmeEditor.verdict.saved"));
        setVerdict(null);
        setText("");
        setIsChecked(false);
        await queries.invalidateQueries({ queryKey: api.key() });
      },
    }),
  );
  useUnsavedForm((verdict !== null || text !== "") && !save.isPending);
  if (targets.length === 0) return <p>{t("programmeEditor.verdict.none")}</p>;
  const office = status.data?.office;
  const person = office?.people.find(({ id }) => id === office.currentPersonId);
  const earlier = targets.find(({ id }) => id === targetId)?.verdicts ?? [];

  function submit() {
    setIsChecked(true);
    if (verdict === null || text.trim() === "" || period === null) return;
    save.mutate({ code: programme.code, target: targetId, period, verdict, text });
  }

  return (
    <Form className="editor-form" onSubmit={submit}>
      <div className="editor-row">
        <Select
          label={t("programmeEditor.verdict.target")}
          value={targetId}
          onChange={setTargetId}
          options={targets.map(({ id, title }) => ({ id, label: `${id} – ${title}` }))}
        />
        <Select
          label={t("programmeEditor.verdict.period")}
          value={period}
          onChange={setPeriod}
          options={periods.map((id) => ({ id, label: printPeriod(id, t) }))}
        />
      </div>
      <RadioGroup
        label={t("programmeEditor.verdict.verdict")}
        value={verdict}
        onChange={setVerdict}
        options={MANUAL_VERDICTS.map((id) => ({ id, label: t(`programmeEditor.verdict.${id}`) }))}
        errorMessage={isChecked && verdict === null ? t("shell.required") : undefined}
        orientation="horizontal"
        isRequired
      />
      <TextArea
        label={t("programmeEditor.verdict.text")}
        description={t("programmeEditor.verdict.author", {
          name: person?.name ?? t("programmeEditor.verdict.nobody"),
        })}
        value={text}
        onChange={setText}
        errorMessage={isChecked && text.trim() === "" ? t("shell.required") : undefined}
        maxLength={4000}
        isRequired
      />
      <ErrorCallout error={save.error} />
      <div>
        <Button type="submit" variant="primary" isPending={save.isPending}>
          {t("programmeEditor.verdict.save")}
        </Button>
      </div>
      {earlier.length > 0 && (
        <section>
          <h2>{t("programmeEditor.verdict.earlier")}</h2>
          <table className="plain-table">
            <thead>
              <tr>
                <th scope="col">{t("programmeEditor.verdict.period")}</th>
                <th scope="col">{t("programmeEditor.verdict.verdict")}</th>
                <th scope="col">{t("programmeEditor.verdict.text")}</th>
                <th scope="col">{t("programmeEditor.verdict.by")}</th>
                <th scope="col">{t("programmeEditor.verdict.at")}</th>
              </tr>
            </thead>
            <tbody>
              {earlier.toReversed().map((row) => (
                <tr key={row.at}>
                  <td>{printPeriod(row.period, t)}</td>
                  <td>{t(`programmeEditor.verdict.${row.verdict}`)}</td>
                  <td>{row.text}</td>
                  <td>{row.author}</td>
                  <td>{printInstant(row.at)}</td>
                </tr>
              ))}
            </tbody>
          </table>
        </section>
      )}
    </Form>
  );
}
