import { useQuery } from "@tanstack/react-query";
import { Link } from "@tanstack/react-router";
import type { ProgrammeSummary } from "../../../shared/contract/programmes.ts";
import { api } from "../../api/api.ts";
import { Button } from "../../components/Button.tsx";
import { printNumber } from "../../text/print.ts";
import { printAdopted, printTerm, programmeState } from "../../text/print-programme.ts";
import { useLanguage, useText } from "../../text/use-text.ts";

interface ProgrammeTableProps {
  readonly label: string;
  readonly programmes: readonly ProgrammeSummary[];
  /** Code being adopted now. */
  readonly adopting?: string | null;
  readonly onAdopt?: (code: string) => void;
}

/** A handful of rows: a plain table, titles whole. */
export function ProgrammeTable({ label, programmes, adopting = null, onAdopt }: ProgrammeTableProps) {
  const t = useText();
  const isEnglish = useLanguage() === "en";
  const today = useQuery(api.office.status.queryOptions()).data?.today ?? "";
  return (
    <table className="plain-table" aria-label={label}>
      <thead>
        <tr>
          <th scope="col">{t("programmes.columns.title")}</th>
          <th scope="col">{t("programmes.columns.issuer")}</th>
          <th scope="col">{t("programmes.columns.symbol")}</th>
          <th scope="col">{t("programmes.columns.term")}</th>
          <th scope="col">{t("programmes.columns.state")}</th>
          <th scope="col" className="number nowrap">
            {t("programmes.columns.targets")}
          </th>
          <th scope="col" className="number nowrap">
            {t("programmes.columns.results")}
          </th>
          {onAdopt && <td />}
        </tr>
      </thead>
      <tbody>
        {programmes.map((row) => (
          <tr key={row.code}>
            <th scope="row">
              <Link to="/programmes/$code" params={{ code: row.code }}>
                {isEnglish ? row.titleEnglish : row.title}
              </Link>
              {row.adoptedAt !== null && <small className="own-line">{printAdopted(row, t)}</small>}
            </th>
            <td>{row.issuer}</td>
            <td className="nowrap">{row.symbol ?? t("shell.none")}</td>
            <td className="nowrap">{printTerm(row.term, t)}</td>
            <td>{programmeState(row, today, t)}</td>
            <td className="number">{printNumber(row.targets)}</td>
            <td className="number">{printNumber(row.results)}</td>
            {onAdopt && (
              <td>
                <Button isPending={adopting === row.code} onPress={() => onAdopt(row.code)}>
                  {t("programmes.adopt")}
                </Button>
              </td>
            )}
          </tr>
        ))}
      </tbody>
    </table>
  );
}
