import type { GradeScheme } from "../../../shared/domain/grade-scheme.ts";
import { formatEntry } from "../../../shared/domain/number-format.ts";
import { printDate } from "../../text/print.ts";
import { useText } from "../../text/use-text.ts";

/** Grade names of the time: old grades are never given new names (domain.md §d.6). */
export function GradesThen({ schemes }: { readonly schemes: readonly GradeScheme[] }) {
  const t = useText();
  return (
    <div className="history-part">
      {schemes.map((scheme) => {
        const { code, name, validFrom, validTo, bands, conditions } = scheme;
        const title = t(validTo === null ? "history.programme.schemeOpen" : "history.programme.scheme", {
          name,
          from: printDate(validFrom),
          to: printDate(validTo),
        });
        return (
          <section key={code} className="history-part">
            <h2>{title}</h2>
            <table className="plain-table" aria-label={title}>
              <thead>
                <tr>
                  <th scope="col">{t("history.programme.grade.name")}</th>
                  <th scope="col" className="number">
                    {t("history.programme.grade.points")}
                  </th>
                </tr>
              </thead>
              <tbody>
                {bands.map((band) => (
                  <tr key={band.code}>
                    <th scope="row">{band.name}</th>
                    <td className="number">{formatEntry({ state: "value", value: band.from }, "score")}</td>
                  </tr>
                ))}
              </tbody>
            </table>
            {conditions.map((condition) => (
              <p key={condition}>{condition}</p>
            ))}
          </section>
        );
      })}
    </div>
  );
}
