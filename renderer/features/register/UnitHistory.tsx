import { Link } from "@tanstack/react-router";
import type { UnitDetail } from "../../../shared/contract/units.ts";
import {
  EMPLOYER_TYPE_LABELS,
  SECTOR_LABELS,
  SELF_FINANCING_LABELS,
  UNIT_EVENT_LABELS,
} from "../../../shared/domain/labels.ts";
import { printDate, printNumber } from "../../text/print.ts";
import { useLabel, useText } from "../../text/use-text.ts";

/** Dated rows as they stand in the register, newest first. */
export function UnitHistory({ detail }: { readonly detail: UnitDetail }) {
  const t = useText();
  const label = useLabel();
  const spanOf = (row: { readonly validFrom: string; readonly validTo: string | null }) =>
    `${printDate(row.validFrom)} – ${row.validTo === null ? t("register.unit.now") : printDate(row.validTo)}`;
  return (
    <div>
      <h3>{t("register.unit.events")}</h3>
      {detail.events.length === 0 ? (
        <p>{t("register.unit.noEvents")}</p>
      ) : (
        <ul className="dated-list">
          {detail.events.map((event) => (
            <li key={`${event.kind} ${event.effectiveOn} ${event.other?.uid ?? ""} ${event.isSuccessor}`}>
              <span>{printDate(event.effectiveOn)}</span>
              <span>
                {label(UNIT_EVENT_LABELS[event.kind])}
                <OtherUnion event={event} />
                {event.decisionNumber !== null &&
                  ` · ${t("register.unit.decisionNumber")} ${event.decisionNumber}`}
                {event.decidedOn !== null && ` (${printDate(event.decidedOn)})`}
                {event.workforce !== null &&
                  ` · ${t("register.unit.workforce")} ${printNumber(event.workforce)}`}
                {event.members !== null && ` · ${t("register.unit.members")} ${printNumber(event.members)}`}
              </span>
            </li>
          ))}
        </ul>
      )}
      <h3>{t("register.unit.names")}</h3>
      <ul className="dated-list">
        {detail.names.map((row) => (
          <li key={row.validFrom}>
            <span>{spanOf(row)}</span>
            <span>{row.fullName}</span>
          </li>
        ))}
      </ul>
      <h3>{t("register.unit.classifications")}</h3>
      <ul className="dated-list">
        {detail.classifications.map((row) => (
          <li key={row.validFrom}>
            <span>{spanOf(row)}</span>
            <span>
              {[
                label(row.employerType && EMPLOYER_TYPE_LABELS[row.employerType]),
                label(row.sector && SECTOR_LABELS[row.sector]),
                `${t("register.unit.workforce")} ${printNumber(row.workforce)}`,
                ...(row.selfFinancing === null ? [] : [label(SELF_FINANCING_LABELS[row.selfFinancing])]),
                ...(row.decisionNumber === null ? [] : [row.decisionNumber]),
              ].join(" · ")}
            </span>
          </li>
        ))}
      </ul>
      {detail.employers.length > 0 && (
        <>
          <h3>{t("register.unit.employers")}</h3>
          <ul className="dated-list">
            {detail.employers.map((row) => (
              <li key={`${row.uid} ${row.validFrom}`}>
                <span>{spanOf(row)}</span>
                <span>{row.name}</span>
              </li>
            ))}
          </ul>
        </>
      )}
      {detail.parents.length > 0 && (
        <>
          <h3>{t("register.unit.parents")}</h3>
          <ul className="dated-list">
            {detail.parents.map((row) => (
              <li key={row.validFrom}>
                <span>{spanOf(row)}</span>
                <span>
                  {row.name} ({row.code}){row.decisionNumber !== null && ` · ${row.decisionNumber}`}
                </span>
              </li>
            ))}
          </ul>
        </>
      )}
    </div>
  );
}

/** Into what it went or out of what it came, or who took it over. */
function OtherUnion({ event }: { readonly event: UnitDetail["events"][number] }) {
  const t = useText();
  const { other, receiver } = event;
  if (receiver !== null) return ` ${t("register.unit.to", { name: receiver })}`;
  if (other === null) return null;
  const name = (
    <Link to="/register" search={{ unit: other.uid }}>
      {other.name} ({other.code})
    </Link>
  );
  const way = event.isSuccessor ? "from" : event.kind === "split" ? "becomes" : "into";
  const [before = "", after = ""] = t(`register.unit.${way}`, { name: "\u0000" }).split("\u0000");
  return (
    <>
      {" "}
      {before}
      {name}
      {after}
    </>
  );
}
