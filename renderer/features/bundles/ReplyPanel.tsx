import { useMutation, useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import type { ReportView } from "../../../shared/contract/submissions.ts";
import { api } from "../../api/api.ts";
import { saveDownload } from "../../api/files.ts";
import { Button } from "../../components/Button.tsx";
import { Callout } from "../../components/Callout.tsx";
import { DateField } from "../../components/DateField.tsx";
import { Form } from "../../components/Form.tsx";
import { RadioGroup } from "../../components/RadioGroup.tsx";
import { SidePanel } from "../../components/SidePanel.tsx";
import { PassphraseField } from "../../components/PassphraseField.tsx";
import { TextField } from "../../components/TextField.tsx";
import { showToast } from "../../components/Toast.tsx";
import { useChanged } from "../../components/use-changed.ts";
import { useDataWords } from "../../text/data-words.ts";
import { ErrorCallout } from "../../text/ErrorCallout.tsx";
import { printPeriod } from "../../text/print.ts";
import { useText } from "../../text/use-text.ts";
import { type Mark, markKey } from "./marks.ts";

interface ReplyPanelProps {
  readonly report: ReportView;
  readonly marks: readonly Mark[];
  readonly onUnmark: (mark: Mark) => void;
  readonly onClose: () => void;
  readonly onDone: () => void;
}

const RESULTS = ["accepted", "accepted_with_warnings", "returned"] as const;
type Result = (typeof RESULTS)[number];

interface Words {
  readonly message: string;
  readonly suggestion: string;
}

/** What is said of each marked cell and of the whole report, and the one signature that sends it back. */
export function ReplyPanel({ report, marks, onUnmark, onClose, onDone }: ReplyPanelProps) {
  const t = useText();
  const { element: nameOf } = useDataWords();
  const queries = useQueryClient();
  const isWaiting = report.received === null;
  const [chosen, setResult] = useState<Result>(isWaiting ? "accepted" : "returned");
  const [words, setWords] = useState<Readonly<Record<string, Words>>>({});
  const [whole, setWhole] = useState("");
  const [dueOn, setDueOn] = useState<string | null>(null);
  const [passphrase, setPassphrase] = useState("");
  const wordsOf = (mark: Mark) => words[markKey(mark)] ?? { message: "", suggestion: "" };
  const say = (mark: Mark, part: Partial<Words>) =>
    setWords((known) => ({ ...known, [markKey(mark)]: { ...wordsOf(mark), ...part } }));
  const isSpoken = marks.every((mark) => wordsOf(mark).message.trim() !== "");
  const isSilent = marks.length === 0 && whole.trim() === "";
  // Whoever picks a cell has something to say: it is never accepted as if nothing had been.
  const result = chosen === "accepted" && !isSilent ? "accepted_with_warnings" : chosen;
  // Of a report that was accepted, a return that says nothing is the leave its office asked for.
  const isLeave = isSilent && result === "returned" && !isWaiting;
  const needsRemark = isSilent && result !== "accepted" && !isLeave;
  const reply = useMutation({
    mutationFn: () =>
      api.corrections.reply.call({
        digest: report.digest,
        passphrase,
        verdict: {
          result,
          dueOn: result === "returned" ? dueOn : null,
          remarks: [
            ...marks.map((mark) => ({
              place: { unit: mark.unit, element: mark.element, period: mark.period },
              message: wordsOf(mark).message,
              suggestion: wordsOf(mark).suggestion.trim() || null,
            })),
            ...(whole.trim() === "" ? [] : [{ place: null, message: whole }]),
          ],
        },
      }),
    onSuccess: async ({ offer }) => {
      await saveDownload(offer);
      showToast(t("bundles.reply.signed"));
      await queries.invalidateQueries({ queryKey: api.key() });
      onDone();
    },
  });
  const isChanged = useChanged([words, whole, dueOn]);
  return (
    <SidePanel title={t("bundles.reply.title")} onClose={onClose} isDirty={isChanged && !reply.isPending}>
      <Form
        className="panel-form"
        faultSentence={(number) => t("bundles.signFaults", { number })}
        onSubmit={() => {
          if (isSpoken && !needsRemark && passphrase !== "") reply.mutate();
        }}
      >
        <RadioGroup
          label={t("bundles.reply.result")}
          value={result}
          onChange={setResult}
          options={RESULTS.filter((id) => isWaiting || id !== "accepted").map((id) => ({
            id,
            label: t(`bundles.reply.as.${id}`),
          }))}
        />
        {marks.length === 0 && result !== "accepted" && <p className="quiet">{t("bundles.reply.noMarks")}</p>}
        {marks.map((mark) => (
          <fieldset key={markKey(mark)} className="bundles-mark">
            <legend>
              {mark.unitName} · {nameOf(mark.element, mark.elementLabel)} · {printPeriod(mark.period, t)}:{" "}
              {mark.figure === "" ? t("bundles.reply.unreported") : mark.figure}
            </legend>
            <TextField
              label={t("bundles.reply.message")}
              value={wordsOf(mark).message}
              onChange={(message) => say(mark, { message })}
            />
            <TextField
              label={t("bundles.reply.suggestion")}
              value={wordsOf(mark).suggestion}
              onChange={(suggestion) => say(mark, { suggestion })}
            />
            <Button variant="quiet" onPress={() => onUnmark(mark)}>
              {t("bundles.reply.unmark")}
            </Button>
          </fieldset>
        ))}
        <TextField label={t("bundles.reply.whole")} value={whole} onChange={setWhole} />
        {result === "returned" && (
          <DateField label={t("bundles.reply.dueOn")} value={dueOn} onChange={setDueOn} />
        )}
        {isLeave && <Callout tone="info">{t("bundles.reply.leave")}</Callout>}
        {needsRemark && <Callout tone="warning">{t("bundles.reply.needsRemark")}</Callout>}
        <PassphraseField label={t("bundles.passphrase")} value={passphrase} onChange={setPassphrase} />
        <ErrorCallout error={reply.error} />
        <div className="form-actions">
          <Button
            type="submit"
            variant="primary"
            isPending={reply.isPending}
            isDisabled={!isSpoken || passphrase === "" || needsRemark}
          >
            {t(isLeave ? "bundles.reply.allow" : `bundles.reply.sign.${result}`)}
          </Button>
          <Button onPress={onClose}>{t("bundles.cancel")}</Button>
        </div>
      </Form>
    </SidePanel>
  );
}
