import { useState } from "react";
import type { ReportPart, ReportSheet } from "../../../shared/contract/report.ts";
import type { Rhythm } from "../../../shared/domain/period.ts";
import { MISSING_FIGURE } from "../../../shared/domain/report/paper.ts";
import { fillFigures, toStored } from "../../../shared/domain/report/placeholders.ts";
import { Button } from "../../components/Button.tsx";
import { ComboBox } from "../../components/ComboBox.tsx";
import { SidePanel } from "../../components/SidePanel.tsx";
import { TextArea } from "../../components/TextArea.tsx";
import { showToast } from "../../components/Toast.tsx";
import { ErrorCallout } from "../../text/ErrorCallout.tsx";
import { useText } from "../../text/use-text.ts";
import { useSaveParts } from "./use-save-parts.ts";

interface SectionPanelProps {
  readonly form: Rhythm;
  readonly period: string;
  readonly sheet: ReportSheet;
  readonly part: ReportPart;
  readonly onClose: () => void;
}

/** The sentences of one section: figures by name, and how they will print. */
export function SectionPanel({ form, period, sheet, part, onClose }: SectionPanelProps) {
  const t = useText();
  const [text, setText] = useState(part.text);
  const [isChecked, setChecked] = useState(false);
  const isBlank = text.trim() === "";
  const { figures } = sheet;
  const save = useSaveParts(form, period, () => {
    showToast(t("report.saved"));
    onClose();
  });
  const byCode = new Map(figures.map((figure) => [figure.code, figure]));
  const printed = fillFigures(toStored(text, figures).text, byCode, MISSING_FIGURE);
  return (
    <SidePanel
      title={t("report.editSection", { heading: part.heading ?? part.part })}
      onClose={onClose}
      isDirty={text !== part.text && !save.isPending}
    >
      <form
        className="panel-form"
        onSubmit={(event) => {
          event.preventDefault();
          setChecked(true);
          // What nobody changed stays as it is: a proposal goes on following the figures.
          if (text === part.text) onClose();
          else if (!isBlank) save.mutate([{ part, text }]);
        }}
      >
        <TextArea
          label={t("report.section.text")}
          description={t("report.section.hint")}
          value={text}
          onChange={setText}
          rows={10}
          maxLength={20_000}
          errorMessage={isChecked && isBlank ? t("report.section.blank") : undefined}
        />
        <ComboBox
          label={t("report.section.figure")}
          description={t("report.section.figureHint")}
          value={null}
          options={figures.map(({ code, name, text: value }) => ({ id: code, label: `${name}: ${value}` }))}
          onChange={(code) => {
            const figure = code === null ? undefined : byCode.get(code);
            if (figure) setText((before) => `${before}${/\s$|^$/.test(before) ? "" : " "}{${figure.name}}`);
          }}
        />
        <div>
          <h3>{t("report.section.preview")}</h3>
          <div className="report-preview" lang="vi">
            {printed.split("\n").map((paragraph, index) => (
              // oxlint-disable-next-line react/no-array-index-key -- paragraphs have no other name
              <p key={index}>{paragraph}</p>
            ))}
          </div>
        </div>
        <p className="quiet">
          {part.isProposed
            ? t("report.section.proposed")
            : t("report.section.changedBy", { author: part.author ?? "" })}
        </p>
        <ErrorCallout error={save.error} />
        <div className="form-actions">
          <Button type="submit" variant="primary" isPending={save.isPending}>
            {t("report.section.save")}
          </Button>
          {!part.isProposed && (
            <Button onPress={() => save.mutate([{ part, text: null }])}>{t("report.section.reset")}</Button>
          )}
          <Button onPress={() => save.mutate([{ part, text: "" }])}>{t("report.section.leaveOut")}</Button>
          <Button variant="quiet" onPress={onClose}>
            {t("report.section.cancel")}
          </Button>
        </div>
      </form>
    </SidePanel>
  );
}
