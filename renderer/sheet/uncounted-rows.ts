// Which rows the totals of a form leave out, as the printed report and the consolidation do.
import { elementByCode } from "../../shared/catalogue/elements.ts";
import type { OpenedForm } from "../../shared/contract/entries.ts";
import { isCounted } from "../../shared/domain/history/series.ts";
import { periodOf } from "../../shared/domain/period.ts";

/** By column, rows of unions that are not there on the last day: what happened there counts, what stood there does not. */
export function uncountedRows({
  period: code,
  columns,
  units,
}: Pick<OpenedForm, "period" | "columns" | "units">): readonly (readonly number[])[] {
  const period = periodOf(code);
  const ended = units.flatMap(({ endedOn }, row) =>
    endedOn !== null && endedOn < period.endOn ? [row] : [],
  );
  if (ended.length === 0) return columns.map(() => []);
  return columns.map(({ element }) => {
    const asked = elementByCode(element);
    return ended.filter((row) => {
      const unit = units[row];
      return unit !== undefined && !isCounted(asked, unit, period);
    });
  });
}
