import { useState } from "react";
import type { IncidentView } from "../../../shared/contract/incidents.ts";
import { INCIDENT_KIND_LABELS } from "../../../shared/domain/labels.ts";
import type { Period } from "../../../shared/domain/period.ts";
import type { IncidentKind, UnitIncident } from "../../../shared/domain/unit-incident.ts";
import { Button } from "../../components/Button.tsx";
import { Callout } from "../../components/Callout.tsx";
import { Checkbox } from "../../components/Checkbox.tsx";
import { DateField } from "../../components/DateField.tsx";
import { Form } from "../../components/Form.tsx";
import { NumberField } from "../../components/NumberField.tsx";
import { RadioGroup } from "../../components/RadioGroup.tsx";
import { TextArea } from "../../components/TextArea.tsx";
import { TextField } from "../../components/TextField.tsx";
import { useUnsavedForm } from "../../components/unsaved-forms.ts";
import { useChanged } from "../../components/use-changed.ts";
import { ErrorCallout } from "../../text/ErrorCallout.tsx";
import { printPeriodWithin } from "../../text/print.ts";
import { useLabel, useText } from "../../text/use-text.ts";
import {
  blankDraft,
  dayFault,
  draftOf,
  type IncidentDraft,
  incidentOf,
  sameDayIncident,
} from "./incident-draft.ts";

interface IncidentFormProps {
  /** null: a new one. */
  readonly incident: IncidentView | null;
  readonly kinds: readonly IncidentKind[];
  readonly incidents: readonly IncidentView[];
  /** The days that may be written; null = any. */
  readonly period: Period | null;
  readonly isPending: boolean;
  readonly error: unknown;
  readonly onSave: (incident: UnitIncident) => void;
  readonly onCancel: () => void;
}

const MOST_PEOPLE = 1_000_000;

export function IncidentForm(props: IncidentFormProps) {
  const { incident, kinds, incidents, period, isPending, error, onSave, onCancel } = props;
  const t = useText();
  const label = useLabel();
  const [draft, setDraft] = useState(() => (incident === null ? blankDraft(kinds) : draftOf(incident)));
  const [isChecked, setIsChecked] = useState(false);
  const set = (fields: Partial<IncidentDraft>) => setDraft((before) => ({ ...before, ...fields }));
  const fault = dayFault(draft, period);
  const dayError =
    fault === "outside" && period !== null
      ? t("incidents.outside", { period: printPeriodWithin(period.code, t) })
      : fault === "required" && isChecked
        ? t("shell.required")
        : undefined;
  const double = sameDayIncident(draft, incidents, incident?.uid ?? null);
  const isAccident = draft.kind === "workAccident";

  useUnsavedForm(useChanged([draft]) && !isPending);

  function submit() {
    setIsChecked(true);
    const typed = incidentOf(draft);
    if (typed && fault === null) onSave(typed);
  }

  return (
    <Form className="panel-form" onSubmit={submit}>
      <h3>{t(incident === null ? "incidents.add" : "incidents.editTitle")}</h3>
      <DateField
        label={t("incidents.field.occurredOn")}
        value={draft.occurredOn}
        onChange={(occurredOn) => set({ occurredOn })}
        errorMessage={dayError}
        isRequired
        autoFocus
      />
      <RadioGroup
        label={t("incidents.field.kind")}
        description={t("incidents.field.kindHint")}
        value={draft.kind}
        onChange={(kind) => set({ kind })}
        options={kinds.map((kind) => ({ id: kind, label: label(INCIDENT_KIND_LABELS[kind]) }))}
        errorMessage={draft.kind === null && isChecked ? t("shell.required") : undefined}
        isRequired
      />
      {double && (
        <Callout tone="warning">
          {t("incidents.sameDay", { kind: label(INCIDENT_KIND_LABELS[double.kind]) })}
        </Callout>
      )}
      {isAccident ? (
        <>
          <NumberField
            label={t("incidents.field.deaths")}
            value={draft.deaths}
            onChange={(deaths) => set({ deaths })}
            minValue={0}
            maxValue={MOST_PEOPLE}
          />
          <NumberField
            label={t("incidents.field.injured")}
            description={t("incidents.field.unknownHint")}
            value={draft.injured}
            onChange={(injured) => set({ injured })}
            minValue={0}
            maxValue={MOST_PEOPLE}
          />
        </>
      ) : (
        <>
          <NumberField
            label={t("incidents.field.participants")}
            description={t("incidents.field.unknownHint")}
            value={draft.participants}
            onChange={(participants) => set({ participants })}
            minValue={0}
            maxValue={MOST_PEOPLE}
          />
          <Checkbox isSelected={draft.withUnion} onChange={(withUnion) => set({ withUnion })}>
            {t("incidents.field.withUnion")}
          </Checkbox>
        </>
      )}
      <TextField
        label={t("incidents.field.place")}
        value={draft.place}
        onChange={(place) => set({ place })}
        maxLength={500}
      />
      <DateField
        label={t("incidents.field.resolvedOn")}
        value={draft.resolvedOn}
        onChange={(resolvedOn) => set({ resolvedOn })}
      />
      <TextArea label={t("incidents.field.note")} value={draft.note} onChange={(note) => set({ note })} />
      <ErrorCallout error={error} />
      <div className="form-actions">
        <Button type="submit" variant="primary" isPending={isPending}>
          {t("shell.save")}
        </Button>
        <Button onPress={onCancel}>{t("shell.cancel")}</Button>
      </div>
    </Form>
  );
}
