import { formatInteger } from "../../../shared/domain/number-format.ts";
import { useDataWords } from "../../text/data-words.ts";
import { useText } from "../../text/use-text.ts";

interface TotalsProps {
  readonly lines: readonly { readonly element: string; readonly label: string; readonly value: number }[];
}

/** Control totals, one under the other, and what they are: a printed report may say less. */
export function Totals({ lines }: TotalsProps) {
  const t = useText();
  const words = useDataWords();
  return (
    <>
      <table className="plain-table bundles-totals">
        <tbody>
          {lines.map((line) => (
            <tr key={line.element}>
              <th scope="row">{words.element(line.element, line.label)}</th>
              <td className="number">{formatInteger(line.value)}</td>
            </tr>
          ))}
        </tbody>
      </table>
      {lines.length > 0 && <p className="quiet">{t("bundles.totalsNote")}</p>}
    </>
  );
}
