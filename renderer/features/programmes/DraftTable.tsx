import { Link } from "@tanstack/react-router";
import type { DraftSummary } from "../../../shared/contract/programme-editing.ts";
import { printInstant, printNumber } from "../../text/print.ts";
import { useText } from "../../text/use-text.ts";

/** Programmes not yet issued: where to go on writing. */
export function DraftTable({ drafts }: { readonly drafts: readonly DraftSummary[] }) {
  const t = useText();
  return (
    <table className="plain-table" aria-label={t("programmes.drafts.title")}>
      <thead>
        <tr>
          <th scope="col">{t("programmes.columns.title")}</th>
          <th scope="col">{t("programmes.columns.state")}</th>
          <th scope="col" className="number">
            {t("programmes.columns.targets")}
          </th>
          <th scope="col">{t("programmes.drafts.changed")}</th>
        </tr>
      </thead>
      <tbody>
        {drafts.map(({ code, title, state, targets, changedAt, author }) => (
          <tr key={code}>
            <th scope="row">
              <Link to="/programmes/-/$code" params={{ code }}>
                {title === "" ? code : title}
              </Link>{" "}
              <small>{code}</small>
            </th>
            <td>{t(`labels.programmeState.${state}`)}</td>
            <td className="number">{printNumber(targets)}</td>
            <td>{t("programmes.drafts.by", { at: printInstant(changedAt), author })}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
