import { type ComponentProps, Fragment, useCallback, useId, useSyncExternalStore } from "react";
import type { FormColumn, UnitContext } from "../../../shared/contract/entries.ts";
import type { EntryValue } from "../../../shared/domain/entry.ts";
import { formatInteger } from "../../../shared/domain/number-format.ts";
import { useDataWords } from "../../text/data-words.ts";
import { printPeriod } from "../../text/print.ts";
import { useText } from "../../text/use-text.ts";
import type { EntrySheet } from "../../sheet/entry-sheet.ts";
import { OwnFigureField } from "./OwnFigureField.tsx";

interface OwnFiguresTableProps
  extends Pick<ComponentProps<typeof OwnFigureField>, "onFocus" | "onStep" | "onPasteLines" | "onOtherKey"> {
  readonly sheet: EntrySheet;
  readonly context: UnitContext | undefined;
}

/** A row an element, by section: the figure, the period before, the same period last year, the sum since January. */
export function OwnFiguresTable({ sheet, context, ...field }: OwnFiguresTableProps) {
  const t = useText();
  const words = useDataWords();
  const id = useId();
  const { columns, sections } = sheet.form;
  const indexed = columns.map((column, index) => ({ column, index }));
  // What comes once a year has its previous period a year ago; the sum since January says more only in a quarter.
  const { form } = sheet.form;
  const shows = { previous: form === "month" || form === "quarter", yearToDate: form === "quarter" };
  const width = 5 + Number(shows.previous) + Number(shows.yearToDate);
  return (
    <table className="own-table">
      <thead>
        <tr>
          <th scope="col">{t("entry.own.number")}</th>
          <th scope="col">{t("entry.goTo.column")}</th>
          <th scope="col">{t("entry.own.measureUnit")}</th>
          <th scope="col" className="own-figure">
            {printPeriod(sheet.form.period, t)}
          </th>
          {shows.previous && <Heading title={t("entry.own.previous")} period={context?.previousPeriod} />}
          <Heading title={t("entry.own.lastYear")} period={context?.samePeriodLastYear} />
          {shows.yearToDate && (
            <th scope="col" className="own-figure">
              {t("entry.detail.yearToDate")}
            </th>
          )}
        </tr>
      </thead>
      {sections.map((section) => (
        <tbody key={section.code}>
          <tr className="own-section">
            <th scope="rowgroup" colSpan={width}>
              {words.section(section.code)}
            </th>
          </tr>
          {indexed
            .filter(({ column }) => column.section === section.code)
            .map(({ column, index }) => {
              const notes = `${id}-${index}`;
              const yearToDate = context?.yearToDate[index];
              return (
                <tr key={column.element}>
                  <td className="own-number">{column.number}</td>
                  <th scope="row">
                    {words.element(column.element, column.label)}
                    <span id={notes} className="own-notes">
                      {column.isCumulative && <small>{t("entry.cumulative")}</small>}
                      <CellTitle sheet={sheet} index={index} />
                    </span>
                  </th>
                  <td>{words.measureUnit(column.measureUnit)}</td>
                  <td className="own-figure">
                    <OwnFigureField
                      sheet={sheet}
                      index={index}
                      column={column}
                      describedBy={notes}
                      {...field}
                    />
                  </td>
                  {shows.previous && (
                    <Past entry={context?.previous[index]} column={column} period={context?.previousPeriod} />
                  )}
                  <Past
                    entry={context?.lastYear[index]}
                    column={column}
                    period={context?.samePeriodLastYear}
                  />
                  {shows.yearToDate && (
                    <td className="own-figure">
                      {yearToDate === null || yearToDate === undefined ? "" : formatInteger(yearToDate)}
                    </td>
                  )}
                </tr>
              );
            })}
        </tbody>
      ))}
    </table>
  );
}

function Heading({ title, period }: { readonly title: string; readonly period: string | undefined }) {
  const t = useText();
  return (
    <th scope="col" className="own-figure">
      {title} <small>{period === undefined ? "…" : printPeriod(period, t)}</small>
    </th>
  );
}

function Past({
  entry,
  column,
  period = "",
}: {
  readonly entry: EntryValue | null | undefined;
  readonly column: FormColumn;
  readonly period: string | undefined;
}) {
  const t = useText();
  const words = useDataWords();
  return (
    <td className="own-figure" data-none={entry ? undefined : ""}>
      {entry ? words.entry(entry, column.type, period) : t("entry.detail.none")}
    </td>
  );
}

/** What there is to say about the figure: why refused, which rule spoke. */
function CellTitle({ sheet, index }: { readonly sheet: EntrySheet; readonly index: number }) {
  useSyncExternalStore(
    useCallback((listener) => sheet.subscribeRow(0, listener), [sheet]),
    () => sheet.rowVersion(0),
  );
  const { tone, title } = sheet.cell(0, index);
  if (title === undefined || tone === "locked") return null;
  return (
    <Fragment>
      {" "}
      <span className="own-title" data-tone={tone}>
        {title}
      </span>
    </Fragment>
  );
}
