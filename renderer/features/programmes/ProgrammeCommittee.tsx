import type { SteeringCommittee } from "../../../shared/domain/programme.ts";
import { KeyValue } from "../../components/KeyValue.tsx";
import { printDate } from "../../text/print.ts";
import { useText } from "../../text/use-text.ts";

export function ProgrammeCommittee({ committee }: { readonly committee: SteeringCommittee | null }) {
  const t = useText();
  if (committee === null) return <p>{t("programmes.none.committee")}</p>;
  return (
    <KeyValue
      items={[
        { label: t("programmes.committee.name"), value: committee.name },
        { label: t("programmes.committee.phase"), value: committee.phase },
        { label: t("programmes.committee.head"), value: committee.head },
        {
          label: t("programmes.committee.members"),
          value: t("programmes.committee.people", { number: committee.members }),
        },
        {
          label: t("programmes.committee.assistance"),
          value: t("programmes.committee.people", { number: committee.assistanceTeam }),
        },
        { label: t("programmes.committee.assignment"), value: committee.assignment },
        {
          label: t("programmes.committee.meeting"),
          value: t(`labels.meetingRhythm.${committee.meetingRhythm}`),
        },
        { label: t("programmes.committee.meetingOn"), value: printDate(committee.meetingOn) },
        {
          label: t("programmes.committee.report"),
          value: t(`labels.meetingRhythm.${committee.reportRhythm}`),
        },
      ]}
    />
  );
}
