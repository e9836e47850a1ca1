import { useQuery } from "@tanstack/react-query";
import { useMemo } from "react";
import type { UnansweredUnit } from "../../../shared/contract/collect.ts";
import type { PeriodOverview } from "../../../shared/contract/entries.ts";
import { api } from "../../api/api.ts";
import { Button } from "../../components/Button.tsx";
import { type Column, DataTable } from "../../components/DataTable.tsx";
import { EmptyState } from "../../components/EmptyState.tsx";
import { TextArea } from "../../components/TextArea.tsx";
import { showToast } from "../../components/Toast.tsx";
import { ErrorCallout } from "../../text/ErrorCallout.tsx";
import { useText } from "../../text/use-text.ts";

/** Who has not answered, and words to send them. */
export function UnansweredList({ row }: { readonly row: PeriodOverview }) {
  const t = useText();
  const unanswered = useQuery(
    api.collect.unanswered.queryOptions({ input: { form: row.form, period: row.period } }),
  );
  const columns = useMemo(
    (): readonly Column<UnansweredUnit>[] => [
      {
        id: "code",
        header: t("collect.unanswered.column.code"),
        cell: (unit) => unit.code,
        sortValue: (unit) => unit.code,
        width: 120,
      },
      {
        id: "name",
        header: t("collect.unanswered.column.name"),
        cell: (unit) => unit.name,
        sortValue: (unit) => unit.name,
        isRowHeader: true,
      },
      {
        id: "filled",
        header: t("collect.unanswered.column.filled"),
        cell: (unit) => `${unit.filled}/${unit.asked}`,
        sortValue: (unit) => unit.filled,
        align: "end",
        width: 120,
      },
    ],
    [t],
  );
  const { data } = unanswered;
  const silent = data?.units.filter(({ filled }) => filled === 0).length ?? 0;
  return (
    <section className="collect-step">
      <h2>{t("collect.unanswered.title")}</h2>
      <ErrorCallout error={unanswered.error} />
      {data?.units.length === 0 && (
        <EmptyState title={t("collect.unanswered.everyone.title")}>
          {t("collect.unanswered.everyone.lead")}
        </EmptyState>
      )}
      {data && data.units.length > 0 && (
        <>
          <p>
            {t("collect.unanswered.count", {
              silent,
              partial: data.units.length - silent,
              expected: data.unitsExpected,
            })}
          </p>
          <div className="collect-unanswered">
            <DataTable
              label={t("collect.unanswered.table")}
              columns={columns}
              rows={data.units}
              rowKey={(unit) => unit.uid}
            />
            <div className="collect-messages">
              {data.message !== "" && <Message label={t("collect.unanswered.message")} text={data.message} />}
              {data.partialMessage !== "" && (
                <Message label={t("collect.unanswered.partialMessage")} text={data.partialMessage} />
              )}
            </div>
          </div>
        </>
      )}
    </section>
  );
}

function Message({ label, text }: { readonly label: string; readonly text: string }) {
  const t = useText();
  async function copy() {
    try {
      await navigator.clipboard.writeText(text);
      showToast(t("collect.unanswered.copied"));
    } catch {
      showToast(t("collect.unanswered.copyFailed"), "info");
    }
  }
  return (
    <div className="collect-message">
      <TextArea label={label} value={text} onChange={() => undefined} isReadOnly rows={8} />
      <Button onPress={() => void copy()}>{t("collect.unanswered.copy")}</Button>
    </div>
  );
}
