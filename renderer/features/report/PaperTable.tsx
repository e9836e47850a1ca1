import { memo, useMemo } from "react";
import { orientationOf, TEXT_WIDTH } from "../../../shared/domain/report/page-shape.ts";
import { cellText, type PaperAppendix } from "../../../shared/domain/report/paper.ts";
import { tableLayout } from "../../../shared/domain/report/table-layout.ts";

/** A table of an appendix; its heading stands again on every printed page. */
export const PaperTable = memo(function PaperTable({ appendix }: { readonly appendix: PaperAppendix }) {
  const { columns, rows } = appendix;
  const room = TEXT_WIDTH[orientationOf(appendix)];
  const { points, widths } = useMemo(() => tableLayout(appendix, room), [appendix, room]);
  const isDouble = columns.some(({ group }) => group !== undefined);
  return (
    <table className="paper-table" style={{ fontSize: `${points}pt` }}>
      <colgroup>
        {columns.map(({ title }, index) => (
          <col key={title} width={`${((widths[index] ?? 0) * 100) / room}%`} />
        ))}
      </colgroup>
      <thead>
        <tr>
          {columns.map(({ title, group }, index) => {
            if (group === undefined)
              return (
                <th key={title} scope="col" rowSpan={isDouble ? 2 : 1}>
                  {title}
                </th>
              );
            if (columns[index - 1]?.group === group) return null;
            const next = columns.findIndex((other, at) => at > index && other.group !== group);
            return (
              <th key={group} scope="colgroup" colSpan={(next < 0 ? columns.length : next) - index}>
                {group}
              </th>
            );
          })}
        </tr>
        {isDouble && (
          <tr>
            {columns
              .filter(({ group }) => group !== undefined)
              .map(({ title }) => (
                <th key={title} scope="col">
                  {title}
                </th>
              ))}
          </tr>
        )}
      </thead>
      <tbody>
        {rows.map((row, place) => (
          // oxlint-disable-next-line react/no-array-index-key -- rows keep their places
          <tr key={place} data-kind={row.kind}>
            {row.kind === "group" ? (
              <td colSpan={columns.length}>{cellText(row.cells[0])}</td>
            ) : (
              columns.map(({ title, align }, index) => (
                <td key={title} data-align={align}>
                  {cellText(row.cells[index])}
                </td>
              ))
            )}
          </tr>
        ))}
      </tbody>
    </table>
  );
});
