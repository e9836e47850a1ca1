import type { RemarkView } from "../../../shared/contract/corrections.ts";
import { useDataWords } from "../../text/data-words.ts";
import { printPeriod } from "../../text/print.ts";
import { useText } from "../../text/use-text.ts";

/** What was said of a report, each with the cell it is on. */
export function RemarkList({ remarks }: { readonly remarks: readonly RemarkView[] }) {
  const t = useText();
  const words = useDataWords();
  if (remarks.length === 0) return null;
  return (
    <ul className="bundles-remarks">
      {remarks.map(({ unit, element, period, message, suggestion }, index) => (
        // oxlint-disable-next-line react/no-array-index-key -- the list of one reply never changes
        <li key={index}>
          {unit && element && period
            ? `${unit.code === "" ? t("bundles.reply.unknownUnit") : `${unit.code} · ${unit.name}`} · ${words.element(element.code, element.label)} · ${printPeriod(period, t)}: `
            : `${t("bundles.reply.wholeReport")}: `}
          {message}
          {suggestion !== null && ` ${t("bundles.reply.suggested", { suggestion })}`}
        </li>
      ))}
    </ul>
  );
}
