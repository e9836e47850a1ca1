import type { TargetDifference } from "../../../shared/domain/programme-editing/difference.ts";
import { wholeTarget } from "../../../shared/catalogue/programme-draft.ts";
import type { DraftTarget } from "../../../shared/domain/programme-editing/draft.ts";
import type { Programme } from "../../../shared/domain/programme.ts";
import { useDataWords } from "../../text/data-words.ts";
import { useText } from "../../text/use-text.ts";
import { printTime } from "../../text/print-programme.ts";

interface DifferenceTabProps {
  readonly parent: Programme;
  readonly differences: readonly TargetDifference[];
}

/** What this programme asks otherwise than the one it was derived from. */
export function DifferenceTab({ parent, differences }: DifferenceTabProps) {
  const t = useText();
  const words = useDataWords();
  const asked = (target: DraftTarget) => {
    const whole = wholeTarget({ ...target, title: target.title === "" ? "–" : target.title });
    if (!whole) return t("programmeEditor.target.incomplete");
    return whole.qualitative
      ? t("programmeEditor.kind.qualitative")
      : `${words.asked(whole)}, ${printTime(whole.time, t)}`;
  };
  return (
    <>
      <p>{t("programmeEditor.difference.lead", { title: parent.title, code: parent.code })}</p>
      {differences.length === 0 ? (
        <p>{t("programmeEditor.difference.none")}</p>
      ) : (
        <table className="plain-table">
          <thead>
            <tr>
              <th scope="col">{t("programmeEditor.difference.target")}</th>
              <th scope="col">{t("programmeEditor.difference.what")}</th>
              <th scope="col">{t("programmeEditor.difference.parent")}</th>
              <th scope="col">{t("programmeEditor.difference.own")}</th>
            </tr>
          </thead>
          <tbody>
            {differences.map((difference) => {
              const shown = difference.kind === "left" ? difference.parent : difference.target;
              return (
                <tr key={`${difference.kind} ${shown.id}`}>
                  <th scope="row">
                    {shown.id} – {shown.title}
                    {difference.kind === "changed" && difference.aspects.includes("title") && (
                      <p className="row-note">{difference.parent.title}</p>
                    )}
                  </th>
                  <td>
                    {difference.kind === "changed"
                      ? difference.aspects
                          .map((aspect) => t(`programmeEditor.difference.aspects.${aspect}`))
                          .join(", ")
                      : t(`programmeEditor.difference.${difference.kind}`)}
                  </td>
                  <td>{difference.kind === "added" ? t("shell.none") : asked(difference.parent)}</td>
                  <td>{difference.kind === "left" ? t("shell.none") : asked(difference.target)}</td>
                </tr>
              );
            })}
          </tbody>
        </table>
      )}
    </>
  );
}
