import { useQuery } from "@tanstack/react-query";
import { Link, useNavigate, useSearch } from "@tanstack/react-router";
import { useState } from "react";
import type { CollectPreview, CollectResult } from "../../../shared/contract/collect.ts";
import type { PeriodOverview } from "../../../shared/contract/entries.ts";
import { api } from "../../api/api.ts";
import { useWorkingYear } from "../../api/working-year.ts";
import { Callout } from "../../components/Callout.tsx";
import { EmptyState } from "../../components/EmptyState.tsx";
import { Select } from "../../components/Select.tsx";
import { Stepper } from "../../components/Stepper.tsx";
import { EntryTabs } from "../../sheet/EntryTabs.tsx";
import { ErrorCallout } from "../../text/ErrorCallout.tsx";
import { printPeriod } from "../../text/print.ts";
import { useText } from "../../text/use-text.ts";
import { CollectHistory } from "./CollectHistory.tsx";
import type { LeftOutFile } from "./chosen-files.ts";
import { LeftOutFiles } from "./LeftOutFiles.tsx";
import { MakeSheets } from "./MakeSheets.tsx";
import { PreviewStep } from "./PreviewStep.tsx";
import { ReceiveStep } from "./ReceiveStep.tsx";
import { ResultStep } from "./ResultStep.tsx";
import { UnansweredList } from "./UnansweredList.tsx";
import "./collect.css";

/** Sheets out to the grassroots, answers in: make, send, receive, look, write, undo; and who is silent. */
export function CollectPage() {
  const t = useText();
  const navigate = useNavigate();
  const year = useWorkingYear();
  const { period: asked } = useSearch({ from: "/entry/collect" });
  const overview = useQuery(
    api.entries.overview.queryOptions({ input: { year: asked ? Number(asked.slice(0, 4)) : year } }),
  );
  const periods = overview.data ?? [];
  const row = periods.find(({ period }) => period === asked) ?? nextDue(periods);
  return (
    <div className="page collect">
      <header className="page-head">
        <h1>{t("collect.title")}</h1>
      </header>
      <EntryTabs />
      <p className="collect-lead">{t("collect.lead")}</p>
      <ErrorCallout error={overview.error} />
      {overview.isPending && <p>{t("shell.loading")}</p>}
      {row && (
        <>
          <div className="collect-period">
            <Select
              label={t("collect.period")}
              value={row.period}
              onChange={(period) => void navigate({ to: "/entry/collect", search: { period } })}
              options={periods.map(({ period }) => ({ id: period, label: printPeriod(period, t) }))}
            />
          </div>
          {row.unitsExpected === 0 ? (
            <EmptyState
              title={t("collect.noUnits.title")}
              action={
                <Link className="link-button" to="/register">
                  {t("collect.noUnits.action")}
                </Link>
              }
            >
              {t("collect.noUnits.lead")}
            </EmptyState>
          ) : (
            <CollectPeriod key={row.period} row={row} />
          )}
        </>
      )}
    </div>
  );
}

function CollectPeriod({ row }: { readonly row: PeriodOverview }) {
  const t = useText();
  const [isMade, setIsMade] = useState(false);
  const [preview, setPreview] = useState<CollectPreview | null>(null);
  const [leftOut, setLeftOut] = useState<readonly LeftOutFile[]>([]);
  const [result, setResult] = useState<CollectResult | null>(null);
  const step = result ? "done" : preview ? "preview" : isMade ? "send" : "make";
  const isLocked = row.state !== "open" && row.state !== "returned";
  return (
    <>
      <Stepper
        label={t("collect.title")}
        steps={(["make", "send", "receive", "preview", "done"] as const).map((id) => ({
          id,
          label: t(`collect.steps.${id}`),
        }))}
        current={step}
      />
      {isLocked && <Callout tone="info">{t("collect.locked")}</Callout>}
      {!preview && !result && (
        <>
          <MakeSheets row={row} onMade={() => setIsMade(true)} />
          <ReceiveStep row={row} previewId={null} onReceived={setPreview} onLeftOut={setLeftOut} />
        </>
      )}
      {!result && <LeftOutFiles files={leftOut} />}
      {preview && !result && (
        <PreviewStep
          key={`${preview.previewId} ${preview.files.length}`}
          row={row}
          preview={preview}
          onPreview={setPreview}
          onLeftOut={setLeftOut}
          onApplied={setResult}
          onRestart={() => {
            setPreview(null);
            setLeftOut([]);
          }}
        />
      )}
      {preview && result && (
        <ResultStep
          row={row}
          preview={preview}
          result={result}
          onRestart={() => {
            setPreview(null);
            setLeftOut([]);
            setResult(null);
          }}
        />
      )}
      <UnansweredList row={row} />
      <CollectHistory />
    </>
  );
}

/** The period that is to be handed in next; the last one when all are over. */
function nextDue(periods: readonly PeriodOverview[]): PeriodOverview | undefined {
  const open = periods.flatMap((row) =>
    row.daysLeft !== null && row.daysLeft >= 0 ? [{ row, days: row.daysLeft }] : [],
  );
  const soonest = open.toSorted((left, right) => left.days - right.days)[0]?.row;
  return soonest ?? periods.filter(({ form }) => form === "month").at(-1);
}
