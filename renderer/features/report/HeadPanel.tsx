import { useState } from "react";
import type { HeadPart, ReportSheet } from "../../../shared/contract/report.ts";
import type { Rhythm } from "../../../shared/domain/period.ts";
import { readDocumentNumber } from "../../../shared/domain/report/lines.ts";
import { Button } from "../../components/Button.tsx";
import { Checkbox } from "../../components/Checkbox.tsx";
import { DateField } from "../../components/DateField.tsx";
import { Form } from "../../components/Form.tsx";
import { SidePanel } from "../../components/SidePanel.tsx";
import { TextArea } from "../../components/TextArea.tsx";
import { TextField } from "../../components/TextField.tsx";
import { showToast } from "../../components/Toast.tsx";
import { ErrorCallout } from "../../text/ErrorCallout.tsx";
import { useText } from "../../text/use-text.ts";
import { HEAD_NAMES } from "./head-names.ts";
import { useSaveParts } from "./use-save-parts.ts";

interface HeadPanelProps {
  readonly form: Rhythm;
  readonly period: string;
  readonly sheet: ReportSheet;
  readonly onClose: () => void;
}

const LINES = [
  "symbolSuffix",
  "place",
  "superiorLine",
  "issuerLine",
  "onBehalfOf",
  "signerTitle",
  "signerName",
] as const satisfies readonly HeadPart[];

/** Number, date, letterhead, signer and recipients; only what was changed is written. */
export function HeadPanel({ form, period, sheet, onClose }: HeadPanelProps) {
  const t = useText();
  const stored = new Map(sheet.parts.map((part) => [part.part, part]));
  const [typed, setTyped] = useState<Readonly<Record<string, string>>>(() =>
    Object.fromEntries(
      sheet.parts.filter(({ part }) => HEAD_NAMES.has(part)).map(({ part, text }) => [part, text]),
    ),
  );
  const save = useSaveParts(form, period, () => {
    showToast(t("report.saved"));
    onClose();
  });
  const set = (part: HeadPart) => (text: string) => setTyped((before) => ({ ...before, [part]: text }));
  const edits = Object.entries(typed).flatMap(([name, text]) => {
    const part = stored.get(name);
    return part && part.text !== text ? [{ part, text }] : [];
  });
  const [isChecked, setChecked] = useState(false);
  const number = typed["number"]?.trim() ?? "";
  const isNumberWrong = number !== "" && readDocumentNumber(number) === undefined;
  const columns = (typed["unitColumns"] ?? "").split("\n").filter(Boolean);
  return (
    <SidePanel title={t("report.head")} onClose={onClose} isDirty={edits.length > 0 && !save.isPending}>
      <Form
        className="panel-form"
        onSubmit={() => {
          setChecked(true);
          if (edits.length === 0) onClose();
          else if (!isNumberWrong) save.mutate(edits);
        }}
      >
        <TextField
          label={t("report.fields.number")}
          description={t("report.fields.numberHint", { next: sheet.suggestedNumber })}
          value={typed["number"] ?? ""}
          onChange={set("number")}
          errorMessage={isChecked && isNumberWrong ? t("report.fields.numberRule") : undefined}
          maxLength={5}
        />
        <DateField
          label={t("report.fields.issuedOn")}
          value={typed["issuedOn"] || null}
          onChange={(date) => set("issuedOn")(date ?? "")}
        />
        {LINES.map((part) => (
          <TextField
            key={part}
            label={t(`report.fields.${part}`)}
            value={typed[part] ?? ""}
            onChange={set(part)}
            maxLength={500}
          />
        ))}
        <TextArea
          label={t("report.fields.subject")}
          value={typed["subject"] ?? ""}
          onChange={(text) => set("subject")(text.replace(/\n/g, " "))}
          maxLength={500}
        />
        <TextArea
          label={t("report.fields.recipients")}
          value={typed["recipients"] ?? ""}
          onChange={set("recipients")}
          rows={5}
        />
        {/* The columns stand fast with the figures. */}
        {sheet.state !== "approved" && (
          <fieldset>
            <legend>{t("report.fields.unitColumns")}</legend>
            <p className="quiet">{t("report.fields.unitColumnsHint")}</p>
            <div className="report-columns">
              {sheet.elements.map(({ code, label }) => (
                <Checkbox
                  key={code}
                  isSelected={columns.includes(code)}
                  onChange={(isChosen) =>
                    set("unitColumns")(
                      sheet.elements
                        .map((element) => element.code)
                        .filter((each) => (each === code ? isChosen : columns.includes(each)))
                        .join("\n"),
                    )
                  }
                >
                  {label}
                </Checkbox>
              ))}
            </div>
          </fieldset>
        )}
        <ErrorCallout error={save.error} />
        <div className="form-actions">
          <Button type="submit" variant="primary" isPending={save.isPending}>
            {t("report.section.save")}
          </Button>
          <Button variant="quiet" onPress={onClose}>
            {t("report.section.cancel")}
          </Button>
        </div>
      </Form>
    </SidePanel>
  );
}
