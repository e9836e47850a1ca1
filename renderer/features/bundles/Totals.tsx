import { formatInteger } from "../../../shared/domain/number-format.ts";
import { useDataWords } from "../../text/data-words.ts";
import { useText } from "../../text/use-text.ts";

interface TotalsProps {
  readonly lines: readonly { readonly element: string; readonly label: string; readonly value: number }[];
  /** Whoever sent them says what the other has to see; whoever received them compares. */
  readonly side: "sent" | "received";
  readonly heading?: "h2" | "h3";
}

/** Control totals, one under the other, and what they are for. */
export function Totals({ lines, side, heading: Heading = "h2" }: TotalsProps) {
  const t = useText();
  const words = useDataWords();
  if (lines.length === 0) return null;
  return (
    <section>
      <Heading>{t("bundles.totals")}</Heading>
      <p>{t(side === "sent" ? "bundles.totalsSent" : "bundles.totalsReceived")}</p>
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
    </section>
  );
}
