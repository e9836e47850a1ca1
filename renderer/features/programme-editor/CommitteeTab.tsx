import type { SteeringCommittee } from "../../../shared/domain/programme.ts";
import { Checkbox } from "../../components/Checkbox.tsx";
import { DateField } from "../../components/DateField.tsx";
import { NumberField } from "../../components/NumberField.tsx";
import { Select } from "../../components/Select.tsx";
import { TextArea } from "../../components/TextArea.tsx";
import { TextField } from "../../components/TextField.tsx";
import { useText } from "../../text/use-text.ts";
import type { ChangeDraft } from "./DocumentTab.tsx";

const BLANK: SteeringCommittee = {
  name: "",
  phase: "",
  members: 0,
  head: "",
  assistanceTeam: 0,
  meetingRhythm: "quarterly",
  reportRhythm: "quarterly",
  assignment: "",
  meetingOn: "",
};

interface CommitteeTabProps {
  readonly committee: SteeringCommittee | null;
  readonly change: ChangeDraft;
}

export function CommitteeTab({ committee, change }: CommitteeTabProps) {
  const t = useText();
  const set = (fields: Partial<SteeringCommittee> | null) =>
    change((draft) => ({
      ...draft,
      steeringCommittee: fields === null ? null : { ...BLANK, ...draft.steeringCommittee, ...fields },
    }));
  const rhythms = (["monthly", "quarterly"] as const).map((id) => ({
    id,
    label: t(`labels.meetingRhythm.${id}`),
  }));
  const text = (key: "name" | "phase" | "head") => (
    <TextField
      label={t(`programmeEditor.committee.${key}`)}
      value={committee?.[key] ?? ""}
      onChange={(typed) => set({ [key]: typed })}
      maxLength={500}
      isRequired={key === "name"}
    />
  );
  const people = (key: "members" | "assistanceTeam") => (
    <NumberField
      label={t(`programmeEditor.committee.${key}`)}
      value={committee?.[key] ?? 0}
      onChange={(typed) => set({ [key]: typed ?? 0 })}
      minValue={0}
      maxValue={1000}
    />
  );
  return (
    <div className="editor-form">
      <Checkbox isSelected={committee !== null} onChange={(has) => set(has ? {} : null)}>
        {t("programmeEditor.committee.has")}
      </Checkbox>
      {committee !== null && (
        <>
          {text("name")}
          <div className="editor-row">
            {text("head")}
            {text("phase")}
          </div>
          <div className="editor-row">
            {people("members")}
            {people("assistanceTeam")}
          </div>
          <div className="editor-row">
            <Select
              label={t("programmeEditor.committee.meetingRhythm")}
              value={committee.meetingRhythm}
              onChange={(meetingRhythm) => set({ meetingRhythm })}
              options={rhythms}
            />
            <Select
              label={t("programmeEditor.committee.reportRhythm")}
              value={committee.reportRhythm}
              onChange={(reportRhythm) => set({ reportRhythm })}
              options={rhythms}
            />
            <DateField
              label={t("programmeEditor.committee.meetingOn")}
              value={committee.meetingOn === "" ? null : committee.meetingOn}
              onChange={(meetingOn) => set({ meetingOn: meetingOn ?? "" })}
              isRequired
            />
          </div>
          <TextArea
            label={t("programmeEditor.committee.assignment")}
            value={committee.assignment}
            onChange={(assignment) => set({ assignment })}
            maxLength={2000}
          />
        </>
      )}
    </div>
  );
}
