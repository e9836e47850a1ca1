import type { IncidentView } from "../../../shared/contract/incidents.ts";
import { INCIDENT_KIND_LABELS } from "../../../shared/domain/labels.ts";
import { Button } from "../../components/Button.tsx";
import { printDate, printNumber } from "../../text/print.ts";
import { type Translate, useLabel, useText } from "../../text/use-text.ts";

interface IncidentItemProps {
  readonly incident: IncidentView;
  readonly isLocked: boolean;
  readonly onEdit: () => void;
  readonly onRemove: () => void;
}

/** One incident with what can be done to it. */
export function IncidentItem({ incident, isLocked, onEdit, onRemove }: IncidentItemProps) {
  const t = useText();
  const label = useLabel();
  const kind = label(INCIDENT_KIND_LABELS[incident.kind]);
  const date = printDate(incident.occurredOn);
  const words = { kind: kind.toLowerCase(), date };
  return (
    <li className="incident">
      <span className="incident-day">{date}</span>
      <div>
        <strong>{kind}</strong>
        <div>{factsOf(incident, t).join(" · ")}</div>
        {incident.place !== "" && <div>{incident.place}</div>}
        {incident.note !== "" && <div className="quiet">{incident.note}</div>}
        {!isLocked && (
          <div className="incident-actions">
            <Button variant="quiet" onPress={onEdit} aria-label={t("incidents.editOne", words)}>
              {t("incidents.edit")}
            </Button>
            <Button variant="quiet" onPress={onRemove} aria-label={t("incidents.removeOne", words)}>
              {t("incidents.remove")}
            </Button>
          </div>
        )}
      </div>
    </li>
  );
}

function factsOf(incident: IncidentView, t: Translate): string[] {
  const { kind, participants, deaths, injured, withUnion, resolvedOn } = incident;
  const people =
    kind === "workAccident"
      ? [
          deaths === null
            ? t("incidents.facts.unknownDeaths")
            : t("incidents.facts.deaths", { number: printNumber(deaths) }),
          injured === null
            ? t("incidents.facts.unknownInjured")
            : t("incidents.facts.injured", { number: printNumber(injured) }),
        ]
      : [
          participants === null
            ? t("incidents.facts.unknownParticipants")
            : t("incidents.facts.participants", { number: printNumber(participants) }),
        ];
  return [
    ...people,
    ...(withUnion ? [t("incidents.facts.withUnion")] : []),
    resolvedOn === null
      ? t("incidents.facts.open")
      : t("incidents.facts.resolved", { date: printDate(resolvedOn) }),
  ];
}
