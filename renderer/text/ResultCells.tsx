import type { AchievedResult } from "../../shared/domain/programme.ts";
import { printResultValue } from "./print-programme.ts";
import { useLanguage, useText } from "./use-text.ts";

/** A published result as it was stated, the first cells of its row: number, title, values. A bound stays a bound. */
export function ResultCells({ result }: { readonly result: AchievedResult }) {
  const t = useText();
  const isEnglish = useLanguage() === "en";
  return (
    <>
      <td className="nowrap">{result.id}</td>
      <th scope="row">
        {isEnglish ? result.titleEnglish : result.title}
        {result.caution !== undefined && <p className="row-note">{result.caution}</p>}
      </th>
      <td>
        {result.values.length === 0 && t("programmes.result.noFigure")}
        {result.values.map((value) => (
          <div key={value.label}>
            {value.label}: <strong>{printResultValue(value, t)}</strong>
          </div>
        ))}
      </td>
    </>
  );
}
