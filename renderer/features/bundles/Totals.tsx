import { formatInteger } from "../../../shared/domain/number-format.ts";

interface TotalsProps {
  readonly lines: readonly { readonly element: string; readonly label: string; readonly value: number }[];
}

/** Control totals, one under the other. */
export function Totals({ lines }: TotalsProps) {
  return (
    <table className="plain-table bundles-totals">
      <tbody>
        {lines.map((line) => (
          <tr key={line.element}>
            <th scope="row">{line.label}</th>
            <td className="number">{formatInteger(line.value)}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
