import { useMutation } from "@tanstack/react-query";
import type { FindingView } from "../../shared/contract/entries.ts";
import { api } from "../api/api.ts";
import { Button } from "../components/Button.tsx";
import { Callout } from "../components/Callout.tsx";
import { showToast } from "../components/Toast.tsx";
import { TextArea } from "../components/TextArea.tsx";
import { useDataWords } from "../text/data-words.ts";
import { ErrorWords } from "../text/ErrorWords.tsx";
import { useText } from "../text/use-text.ts";
import type { EntrySheet } from "./entry-sheet.ts";
import { NoteState } from "./NoteState.tsx";

interface FindingNoteProps {
  readonly sheet: EntrySheet;
  readonly finding: FindingView;
  /** The period itself is approved: its explanations stand with it. */
  readonly isLocked: boolean;
  /** What is typed and not saved; null when it is what is stored. */
  readonly draft: string | null;
  readonly onDraft: (text: string | null) => void;
  readonly autoFocus: boolean;
}

/** What a rule says of a cell. A warning takes an explanation (giải trình), which the approver reads and which is submitted with it. */
export function FindingNote({ sheet, finding, isLocked, draft, onDraft, autoFocus }: FindingNoteProps) {
  const t = useText();
  const words = useDataWords();
  const stored = finding.explanation ?? "";
  const text = draft ?? stored;
  const unit = finding.unitUid ?? "";
  const explain = useMutation({
    mutationFn: () =>
      api.entries.explain.call({
        form: sheet.form.form,
        period: sheet.form.period,
        unit,
        rule: finding.rule,
        elements: [...finding.elements],
        text: text || null,
      }),
    onSuccess(result) {
      sheet.setExplanation(finding, result.text);
      onDraft(null);
      showToast(t(result.text === null ? "entry.explain.removed" : "entry.explain.saved"));
    },
  });
  return (
    <Callout tone={finding.severity === "block" ? "danger" : "warning"}>
      <p>
        {words.finding(finding.said)} <small>({finding.rule})</small>
      </p>
      {finding.severity === "block" ? (
        <p>{t("entry.explain.blocks")}</p>
      ) : isLocked ? (
        finding.explanation !== null && (
          <p>
            {t("entry.explain.label")}: {finding.explanation}
          </p>
        )
      ) : (
        <form
          className="panel-form"
          onSubmit={(event) => {
            event.preventDefault();
            explain.mutate();
          }}
        >
          <TextArea
            label={t("entry.explain.label")}
            value={text}
            onChange={(typed) => onDraft(typed === stored ? null : typed)}
            autoFocus={autoFocus}
            rows={2}
          />
          {explain.error && <ErrorWords error={explain.error} />}
          <div className="form-actions">
            <Button
              type="submit"
              variant={draft === null ? "normal" : "primary"}
              isPending={explain.isPending}
            >
              {t("entry.explain.save")}
            </Button>
            <NoteState draft={draft} stored={stored} />
          </div>
        </form>
      )}
    </Callout>
  );
}
