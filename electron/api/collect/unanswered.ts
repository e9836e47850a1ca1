// Who has not answered, and a text to send them.
import type { Unanswered, UnansweredUnit } from "../../../shared/contract/collect.ts";
import { daysBetween } from "../../../shared/domain/calendar.ts";
import { formatDate, formatInteger, formatPeriod } from "../../../shared/domain/number-format.ts";
import type { Period } from "../../../shared/domain/period.ts";
import { compareVietnamese } from "../../../shared/domain/text.ts";
import { listCells } from "../../database/queries/entries.ts";
import { periodId } from "../../database/queries/periods.ts";
import { askedElements, formOf, unitsExpected } from "../form-reader.ts";
import type { OfficeRecord, Workspace } from "../workspace.ts";
import { dueDays } from "./template-data.ts";

/** A figure that was typed after a telephone call is an answer too: what counts is what is stored. */
export function unansweredOf(workspace: Workspace, office: OfficeRecord, period: Period): Unanswered {
  const form = formOf(period);
  const expected = unitsExpected(workspace, period);
  const elementIds = form.cells
    .filter((cell) => cell.mode === "entered")
    .map((cell) => workspace.elementId(cell.element.code));
  const filled = new Map<number, number>();
  const unitIds = expected.map(({ id }) => id);
  for (const { unit_id: id } of listCells(workspace.db, periodId(period), elementIds, unitIds))
    filled.set(id, (filled.get(id) ?? 0) + 1);
  const units = expected
    .map(
      (unit): UnansweredUnit => ({
        uid: unit.uid,
        code: unit.code,
        name: unit.name,
        asked: askedElements(form, unit.employerType).length,
        filled: filled.get(unit.id) ?? 0,
      }),
    )
    .filter((unit) => unit.filled < unit.asked)
    .toSorted((left, right) => compareVietnamese(left.name, right.name));
  const silent = units.filter((unit) => unit.filled === 0);
  const partial = units.filter((unit) => unit.filled > 0);
  const dueOnOf = dueDays(workspace, period);
  const collectOn = dueOnOf("");
  const today = workspace.today();
  const words = { office, period, formLabel: form.label, collectOn, today, dueOnOf };
  return {
    form: form.code,
    period: period.code,
    collectOn,
    daysLeft: daysBetween(today, collectOn),
    unitsExpected: expected.length,
    units: [...silent, ...partial],
    message: messageOf({
      ...words,
      units: silent,
      lead: "chưa nhận được báo cáo của",
      detailOf: () => "",
    }),
    partialMessage: messageOf({
      ...words,
      units: partial,
      lead: "đã nhận nhưng còn thiếu số liệu của",
      detailOf: ({ asked, filled: done }) => ` (còn thiếu ${asked - done}/${asked} ô)`,
    }),
  };
}

interface Message {
  readonly office: OfficeRecord;
  readonly period: Period;
  readonly formLabel: string;
  readonly collectOn: string;
  readonly today: string;
  readonly units: readonly UnansweredUnit[];
  readonly lead: string;
  readonly dueOnOf: (unit: string) => string;
  readonly detailOf: (unit: UnansweredUnit) => string;
}

/** Plain text: Zalo shows no formatting. */
function messageOf(message: Message): string {
  const { office, period, formLabel, collectOn, today, units, lead, dueOnOf, detailOf } = message;
  if (units.length === 0) return "";
  const isOver = today > collectOn;
  const due = isOver
    ? `Hạn gửi là ngày ${formatDate(collectOn)}, đã quá ${daysBetween(collectOn, today)} ngày.`
    : `Hạn gửi: trước hết ngày ${formatDate(collectOn)}.`;
  const lines = units.map((unit, index) => {
    const own = dueOnOf(unit.uid);
    const later = own === collectOn ? "" : ` (gia hạn đến ngày ${formatDate(own)})`;
    return `${index + 1}. ${unit.name}${detailOf(unit)}${later}`;
  });
  return [
    "Kính gửi các đồng chí Chủ tịch công đoàn cơ sở,",
    `Đến ngày ${formatDate(today)}, ${office.name} ${lead} ${formatInteger(units.length)} đơn vị dưới đây về ${formLabel.charAt(0).toLocaleLowerCase("vi")}${formLabel.slice(1)} (${formatPeriod(period)}).`,
    due,
    "",
    ...lines,
    "",
    "Đề nghị các đồng chí điền vào tệp mẫu đã nhận và gửi lại. Tệp mẫu mất thì báo để gửi lại. Trân trọng cảm ơn.",
  ].join("\n");
}
