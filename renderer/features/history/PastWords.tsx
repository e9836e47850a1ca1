import type { Programme } from "../../../shared/domain/programme.ts";
import { printDate } from "../../text/print.ts";
import { useText } from "../../text/use-text.ts";

/** What the document says besides its targets: bases, content, groups of tasks, notes. */
export function PastWords({ programme }: { readonly programme: Programme }) {
  const t = useText();
  const { legalBases, contentBlocks, targetGroups, taskGroups, tasks, notes } = programme;
  const lists = [
    { title: t("programmes.contentBlocks"), lines: contentBlocks },
    {
      title: t("evaluation.filterGroup"),
      lines: targetGroups.map(({ number, title }) => t("programmes.targetGroup", { number, title })),
    },
    {
      title: t("programmes.taskGroups"),
      lines: taskGroups.map(({ number, title }) => `${number}. ${title}`),
    },
    { title: t("programmes.tasks"), lines: tasks.map(({ number, title }) => `${number}. ${title}`) },
    { title: t("programmes.tabs.notes"), lines: notes },
  ].filter(({ lines }) => lines.length > 0);
  return (
    <div className="history-part">
      <h2>{t("programmes.tabs.legalBases")}</h2>
      {legalBases.length === 0 ? (
        <p>{t("programmes.none.legalBases")}</p>
      ) : (
        <table className="plain-table" aria-label={t("programmes.tabs.legalBases")}>
          <thead>
            <tr>
              {(["symbol", "date", "issuer", "subject"] as const).map((column) => (
                <th key={column} scope="col">
                  {t(`programmes.legal.${column}`)}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {legalBases.map(({ symbol, date, issuer, subject }) => (
              <tr key={`${symbol} ${subject}`}>
                <td className="nowrap">{symbol ?? t("shell.none")}</td>
                <td className="nowrap">{printDate(date)}</td>
                <td>{issuer}</td>
                <th scope="row">{subject}</th>
              </tr>
            ))}
          </tbody>
        </table>
      )}
      {lists.map(({ title, lines }) => (
        <section key={title}>
          <h2>{title}</h2>
          <ul>
            {lines.map((line) => (
              <li key={line}>{line}</li>
            ))}
          </ul>
        </section>
      ))}
    </div>
  );
}
