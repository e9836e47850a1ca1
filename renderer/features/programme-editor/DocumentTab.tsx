import type { DraftProgramme } from "../../../shared/domain/programme-editing/draft.ts";
import { DateField } from "../../components/DateField.tsx";
import { TextField } from "../../components/TextField.tsx";
import { useText } from "../../text/use-text.ts";
import { YearField } from "./YearField.tsx";

export type ChangeDraft = (update: (draft: DraftProgramme) => DraftProgramme) => void;

interface DocumentTabProps {
  readonly draft: DraftProgramme;
  readonly change: ChangeDraft;
}

/** The document itself: number, date, issuer, term. */
export function DocumentTab({ draft, change }: DocumentTabProps) {
  const t = useText();
  const set = (fields: Partial<DraftProgramme>) => change((before) => ({ ...before, ...fields }));
  return (
    <div className="editor-form">
      <TextField
        label={t("programmeEditor.document.name")}
        value={draft.title}
        onChange={(title) => set({ title })}
        maxLength={2000}
        isRequired
      />
      <TextField
        label={t("programmeEditor.document.nameEnglish")}
        description={t("programmeEditor.document.nameEnglishHint")}
        value={draft.titleEnglish}
        onChange={(titleEnglish) => set({ titleEnglish })}
        maxLength={2000}
      />
      <TextField
        label={t("programmeEditor.document.issuer")}
        value={draft.issuer}
        onChange={(issuer) => set({ issuer })}
        maxLength={2000}
        isRequired
      />
      <div className="editor-row">
        <TextField
          label={t("programmeEditor.document.symbol")}
          description={t("programmeEditor.document.symbolHint")}
          value={draft.symbol ?? ""}
          onChange={(symbol) => set({ symbol: symbol === "" ? null : symbol })}
          maxLength={128}
          isRequired
        />
        <DateField
          label={t("programmeEditor.document.issuedOn")}
          value={draft.issuedOn}
          onChange={(issuedOn) => set({ issuedOn })}
          isRequired
        />
      </div>
      <div className="editor-row">
        <YearField
          label={t("programmeEditor.document.from")}
          value={draft.term.from}
          onChange={(from) => {
            if (from !== null) set({ term: { ...draft.term, from } });
          }}
          isRequired
        />
        <YearField
          label={t("programmeEditor.document.to")}
          description={t("programmeEditor.document.toHint")}
          value={draft.term.to}
          onChange={(to) => set({ term: { ...draft.term, to } })}
          errorMessage={
            draft.term.to !== null && draft.term.to < draft.term.from
              ? t("programmeFaults.TERM_REVERSED")
              : undefined
          }
        />
      </div>
    </div>
  );
}
