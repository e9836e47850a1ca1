import { memo } from "react";
import type { PaperAppendix } from "../../../shared/domain/report/paper.ts";

/** A table of an appendix; its heading stands again on every printed page. */
export const PaperTable = memo(function PaperTable({ appendix }: { readonly appendix: PaperAppendix }) {
  const { columns, rows } = appendix;
  const whole = columns.reduce((sum, { width }) => sum + width, 0);
  const isDouble = columns.some(({ group }) => group !== undefined);
  return (
    <table className="paper-table">
      <colgroup>
        {columns.map(({ title, width }) => (
          <col key={title} width={`${(width * 100) / whole}%`} />
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
              <td colSpan={columns.length}>{textOf(row.cells[0])}</td>
            ) : (
              columns.map(({ title, align }, index) => (
                <td key={title} data-align={align}>
                  {textOf(row.cells[index])}
                </td>
              ))
            )}
          </tr>
        ))}
      </tbody>
    </table>
  );
});

function textOf(cell: PaperAppendix["rows"][number]["cells"][number] | undefined): string {
  if (cell === undefined) return "";
  return typeof cell === "string" ? cell : cell.text;
}
