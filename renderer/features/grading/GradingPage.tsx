import { useQuery, useQueryClient } from "@tanstack/react-query";
import { useCallback, useEffect, useMemo } from "react";
import type { GradingSheet } from "../../../shared/contract/grading.ts";
import { api } from "../../api/api.ts";
import { useWorkingYear } from "../../api/working-year.ts";
import { EntryTabs } from "../../sheet/EntryTabs.tsx";
import type { EntrySheet } from "../../sheet/entry-sheet.ts";
import { SheetForm } from "../../sheet/SheetForm.tsx";
import { ErrorCallout } from "../../text/ErrorCallout.tsx";
import { useText } from "../../text/use-text.ts";
import { GradingHead } from "./GradingHead.tsx";
import { gradingModel } from "./grading-model.ts";
import { NoUnits } from "./NoUnits.tsx";
import { rowOrders, rowViews } from "./row-choices.ts";
import "./grading.css";

/** Scores and grades of every union for the working year. Read anew each time it is opened; while open the sheet is the truth. */
export function GradingPage() {
  const t = useText();
  const queries = useQueryClient();
  const year = useWorkingYear();
  const opened = useQuery({
    ...api.grading.open.queryOptions({ input: { year } }),
    staleTime: Number.POSITIVE_INFINITY,
    gcTime: 0,
  });
  // What was typed here changes every figure elsewhere.
  useEffect(() => () => void queries.invalidateQueries({ queryKey: api.key() }), [queries]);
  const { data } = opened;
  if (data && data.units.length > 0) return <GradingForm key={year} data={data} />;
  return (
    <div className="page">
      <header className="page-head">
        <h1>{t("grading.title", { year })}</h1>
      </header>
      <EntryTabs />
      <ErrorCallout error={opened.error} />
      {opened.isPending && <p>{t("shell.loading")}</p>}
      {data && <NoUnits year={year} />}
    </div>
  );
}

function GradingForm({ data }: { readonly data: GradingSheet }) {
  const t = useText();
  const views = useMemo(() => rowViews(data, t), [data, t]);
  const orders = useMemo(() => rowOrders(data, t), [data, t]);
  const withColumns = useCallback((sheet: EntrySheet) => gradingModel(data, sheet, t), [data, t]);
  return (
    <SheetForm
      data={data.form}
      showsFindings={false}
      views={views}
      orders={orders}
      withColumns={withColumns}
      head={(sheet, actions) => <GradingHead data={data} sheet={sheet} actions={actions} />}
    />
  );
}
