import { useQuery } from "@tanstack/react-query";
import { useParams, useSearch } from "@tanstack/react-router";
import { RHYTHMS } from "../../../shared/domain/period.ts";
import { api } from "../../api/api.ts";
import { EmptyState } from "../../components/EmptyState.tsx";
import { ErrorCallout } from "../../text/ErrorCallout.tsx";
import { useText } from "../../text/use-text.ts";
import { SheetForm } from "../../sheet/SheetForm.tsx";
import { EntryHead } from "./EntryHead.tsx";
import "./entry.css";

/** One form for one period. It is read anew each time it is opened; while it is open the sheet is the truth. */
export function EntryFormPage() {
  const t = useText();
  const params: { form?: string; period?: string } = useParams({ strict: false });
  const { check }: { check?: true } = useSearch({ strict: false });
  const form = RHYTHMS.find((rhythm) => rhythm === params.form) ?? "month";
  const period = params.period ?? "";
  const opened = useQuery({
    ...api.entries.open.queryOptions({ input: { form, period } }),
    staleTime: Number.POSITIVE_INFINITY,
    gcTime: 0,
  });
  if (opened.error) {
    return (
      <div className="page">
        <ErrorCallout error={opened.error} />
      </div>
    );
  }
  if (!opened.data) return <p className="page">{t("shell.loading")}</p>;
  if (opened.data.units.length === 0) {
    return (
      <div className="page">
        <EmptyState title={t("entry.noUnitsInPeriod.title")}>{t("entry.noUnitsInPeriod.lead")}</EmptyState>
      </div>
    );
  }
  return (
    <SheetForm
      key={`${form} ${period}`}
      data={opened.data}
      showsFindings={check === true}
      head={(sheet, actions) => <EntryHead sheet={sheet} actions={actions} />}
      views={[
        {
          id: "incomplete",
          label: t("entry.showIncomplete"),
          isShown: ({ cells }, row) => cells.isIncomplete(row),
        },
        {
          id: "findings",
          label: t("entry.showFindings"),
          isShown: (sheet, row) => sheet.hasFindings(row),
        },
        {
          id: "estimates",
          label: t("entry.showEstimates"),
          isShown: ({ cells }, row) => cells.hasEstimates(row),
        },
      ]}
    />
  );
}
