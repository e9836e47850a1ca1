import { useQuery } from "@tanstack/react-query";
import { Link } from "@tanstack/react-router";
import { useState } from "react";
import type { PeriodOverview } from "../../../shared/contract/entries.ts";
import type { DownloadOffer } from "../../../shared/contract/schemas.ts";
import { api, client } from "../../api/api.ts";
import { saveDownload } from "../../api/files.ts";
import { useJob } from "../../api/use-job.ts";
import { Button } from "../../components/Button.tsx";
import { Callout } from "../../components/Callout.tsx";
import { JobBar } from "../../components/JobBar.tsx";
import { RadioGroup } from "../../components/RadioGroup.tsx";
import { ErrorCallout } from "../../text/ErrorCallout.tsx";
import { printDate, printNumber } from "../../text/print.ts";
import { useText } from "../../text/use-text.ts";

interface MakeSheetsProps {
  readonly row: PeriodOverview;
  readonly onMade: () => void;
}

interface Made {
  readonly offers: readonly DownloadOffer[];
  readonly units: number;
}

/** Sheets for all unions or the silent ones, and what to do with them. */
export function MakeSheets({ row, onMade }: MakeSheetsProps) {
  const t = useText();
  const input = { form: row.form, period: row.period };
  const unanswered = useQuery(api.collect.unanswered.queryOptions({ input }));
  const [kind, setKind] = useState<"single" | "many">("single");
  const [whom, setWhom] = useState<"all" | "silent">("all");
  const [made, setMade] = useState<{ readonly units: number; readonly kind: "single" | "many" } | null>(null);
  const [saveError, setSaveError] = useState<Error | null>(null);
  const silent = (unanswered.data?.units ?? []).filter(({ filled }) => filled === 0);
  const job = useJob<Made>(
    (signal) =>
      client.collect.writeTemplates(
        {
          ...input,
          kind,
          packaging: "zip",
          units: whom === "silent" && silent.length > 0 ? silent.map(({ uid }) => uid) : null,
        },
        { signal },
      ),
    ({ offers, units }) => {
      setSaveError(null);
      void saveAll(offers).then(
        () => {
          setMade({ units, kind });
          onMade();
        },
        (error: unknown) => setSaveError(error instanceof Error ? error : new Error(String(error))),
      );
    },
  );
  const isOver = (unanswered.data?.daysLeft ?? 0) < 0;
  const error = job.error ?? saveError ?? unanswered.error;
  return (
    <>
      <section className="collect-step">
        <h2>{t("collect.make.title")}</h2>
        <div className="collect-options">
          <RadioGroup
            label={t("collect.make.kind")}
            value={kind}
            onChange={setKind}
            options={(["single", "many"] as const).map((id) => ({
              id,
              label: t(`collect.make.${id}`),
              description: t(`collect.make.${id}Hint`),
            }))}
          />
          <RadioGroup
            label={t("collect.make.whom")}
            value={whom}
            onChange={setWhom}
            options={[
              {
                id: "all" as const,
                label: t("collect.make.all", { number: printNumber(row.unitsExpected) }),
              },
              {
                id: "silent" as const,
                label: t("collect.make.silent", { number: printNumber(silent.length) }),
              },
            ]}
          />
        </div>
        {isOver && (
          <Callout
            tone="warning"
            title={t("collect.make.over", { date: printDate(unanswered.data?.collectOn) })}
          >
            {t("collect.make.overLead")} <Link to="/entry">{t("collect.make.overAction")}</Link>
          </Callout>
        )}
        {job.isRunning ? (
          <JobBar
            label={t("collect.make.working")}
            job={job}
            countText={`${printNumber(job.progress?.done ?? 0)}/${printNumber(job.progress?.total ?? 0)}`}
          />
        ) : (
          <div className="form-actions">
            <Button isDisabled={whom === "silent" && silent.length === 0} onPress={() => job.start()}>
              {t("collect.make.go")}
            </Button>
          </div>
        )}
        <ErrorCallout error={error} />
        {made !== null && (
          <Callout tone="success">{t("collect.make.done", { number: printNumber(made.units) })}</Callout>
        )}
      </section>
      <section className="collect-step">
        <h2>{t("collect.send.title")}</h2>
        <p>{t((made?.kind ?? kind) === "many" ? "collect.send.leadMany" : "collect.send.lead")}</p>
        {unanswered.data && (
          <p>
            {t(isOver ? "collect.send.dueOver" : "collect.send.due", {
              date: printDate(unanswered.data.collectOn),
            })}
          </p>
        )}
      </section>
    </>
  );
}

async function saveAll(offers: readonly DownloadOffer[]): Promise<void> {
  for (const offer of offers) await saveDownload(offer);
}
