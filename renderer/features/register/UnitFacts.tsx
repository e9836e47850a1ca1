import type { UnitRow } from "../../../shared/contract/units.ts";
import {
  EMPLOYER_TYPE_LABELS,
  SECTOR_LABELS,
  SELF_FINANCING_LABELS,
  UNIT_KIND_LABELS,
} from "../../../shared/domain/labels.ts";
import { KeyValue } from "../../components/KeyValue.tsx";
import { printDate, printNumber, printPeriod } from "../../text/print.ts";
import { type Translate, useLabel, useText } from "../../text/use-text.ts";

export function UnitFacts({ unit, on }: { readonly unit: UnitRow; readonly on: string }) {
  const t = useText();
  const label = useLabel();
  return (
    <section>
      <h3>{t("register.unit.facts", { date: printDate(on) })}</h3>
      <KeyValue
        items={[
          { label: t("register.unit.code"), value: unit.code },
          { label: t("register.unit.kind"), value: label(UNIT_KIND_LABELS[unit.kind]) },
          {
            label: t("register.unit.employerType"),
            value: label(unit.employerType && EMPLOYER_TYPE_LABELS[unit.employerType]),
          },
          { label: t("register.unit.sector"), value: label(unit.sector && SECTOR_LABELS[unit.sector]) },
          { label: t("register.unit.workforce"), value: printNumber(unit.workforce) },
          { label: t("register.unit.members"), value: membersOf(unit, t) },
          {
            label: t("register.unit.selfFinancing"),
            value: label(unit.selfFinancing && SELF_FINANCING_LABELS[unit.selfFinancing]),
          },
          { label: t("register.unit.taxCode"), value: unit.taxCode ?? t("shell.none") },
          {
            label: t("register.unit.parent"),
            value:
              unit.parentName === null ? t("shell.none") : `${unit.parentName} (${unit.parentCode ?? ""})`,
          },
          { label: t("register.unit.establishedOn"), value: printDate(unit.establishedOn) },
          ...(unit.endedOn === null
            ? []
            : [{ label: t("register.unit.endedOn"), value: printDate(unit.endedOn) }]),
        ]}
      />
    </section>
  );
}

/** "52 (Tháng 1/2026)": the last known figure may be old. */
function membersOf({ membersTotal, membersIn }: UnitRow, t: Translate): string {
  const members = printNumber(membersTotal);
  return membersIn === null ? members : `${members} (${printPeriod(membersIn, t)})`;
}
