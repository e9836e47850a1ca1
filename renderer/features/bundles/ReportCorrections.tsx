import { useQuery } from "@tanstack/react-query";
import { formatInteger } from "../../../shared/domain/number-format.ts";
import type { ReportView } from "../../../shared/contract/submissions.ts";
import { api } from "../../api/api.ts";
import { useDataWords } from "../../text/data-words.ts";
import { ErrorCallout } from "../../text/ErrorCallout.tsx";
import { useText } from "../../text/use-text.ts";
import { CorrectedTable } from "./CorrectedTable.tsx";

/** A correction beside the sending it replaced; both offices read the same lines. */
export function ReportCorrections({ report }: { readonly report: ReportView }) {
  const t = useText();
  const words = useDataWords();
  const { data, error } = useQuery(
    api.corrections.compare.queryOptions({ input: { digest: report.digest } }),
  );
  if (error) return <ErrorCallout error={error} />;
  if (!data) return <p>{t("shell.loading")}</p>;
  return (
    <div className="bundles-step">
      <p>{t("bundles.compare.lead", { before: data.before.correction, after: data.after.correction })}</p>
      {data.lines.length === 0 ? (
        <p>{t("bundles.compare.none")}</p>
      ) : (
        <CorrectedTable label={t("bundles.compare.title")} cells={data.lines} />
      )}
      {data.totals.length > 0 && (
        <section>
          <h3>{t("bundles.compare.totals")}</h3>
          <ul>
            {data.totals.map(({ element, label, before, after }) => (
              <li key={element}>
                {t("bundles.compare.total", {
                  label: words.element(element, label),
                  before: before === null ? "—" : formatInteger(before),
                  after: after === null ? "—" : formatInteger(after),
                })}
              </li>
            ))}
          </ul>
        </section>
      )}
    </div>
  );
}
