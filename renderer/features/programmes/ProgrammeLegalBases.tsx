import type { LegalBasis } from "../../../shared/domain/programme.ts";
import { printDate } from "../../text/print.ts";
import { useText } from "../../text/use-text.ts";

/** Numbers and dates exactly as printed; what the source does not give is said to be not recorded. */
export function ProgrammeLegalBases({ legalBases }: { readonly legalBases: readonly LegalBasis[] }) {
  const t = useText();
  if (legalBases.length === 0) return <p>{t("programmes.none.legalBases")}</p>;
  return (
    <table className="plain-table">
      <thead>
        <tr>
          <th scope="col">{t("programmes.legal.symbol")}</th>
          <th scope="col">{t("programmes.legal.date")}</th>
          <th scope="col">{t("programmes.legal.issuer")}</th>
          <th scope="col">{t("programmes.legal.subject")}</th>
        </tr>
      </thead>
      <tbody>
        {legalBases.map((basis) => (
          <tr key={`${basis.symbol ?? ""} ${basis.date ?? ""} ${basis.subject}`}>
            <th scope="row" className="nowrap">
              {basis.symbol ?? t("shell.notRecorded")}
            </th>
            <td className="nowrap">{basis.date === null ? t("shell.notRecorded") : printDate(basis.date)}</td>
            <td>{basis.issuer}</td>
            <td>{basis.subject}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
