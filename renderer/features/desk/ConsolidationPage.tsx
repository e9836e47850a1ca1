import { useQuery, useQueryClient } from "@tanstack/react-query";
import { Link, useNavigate, useParams, useSearch } from "@tanstack/react-router";
import { useState } from "react";
import type { ConsolidationView } from "../../../shared/contract/consolidation.ts";
import type { DownloadOffer } from "../../../shared/contract/schemas.ts";
import { parsePeriod, periodsOfYear } from "../../../shared/domain/period.ts";
import { client } from "../../api/api.ts";
import { saveDownload } from "../../api/files.ts";
import { Button } from "../../components/Button.tsx";
import { Callout } from "../../components/Callout.tsx";
import { Select } from "../../components/Select.tsx";
import { Tabs } from "../../components/Tabs.tsx";
import { ErrorCallout } from "../../text/ErrorCallout.tsx";
import { printPeriod, printPeriodWithin } from "../../text/print.ts";
import { type Translate, useText } from "../../text/use-text.ts";
import { Adjustments } from "./Adjustments.tsx";
import { ConsolidatedFigures } from "./ConsolidatedFigures.tsx";
import { ConsolidatedOffices } from "./ConsolidatedOffices.tsx";
import { ConsolidatedVerdicts } from "./ConsolidatedVerdicts.tsx";
import "./desk.css";

type Part = "figures" | "verdicts" | "offices" | "adjustments";

/** The whole province in one period: sums of the accepted reports, its own rows, its programmes judged over both. */
export function ConsolidationPage() {
  const t = useText();
  const navigate = useNavigate();
  const queries = useQueryClient();
  const { period: code = "" }: { period?: string } = useParams({ strict: false });
  const period = parsePeriod(code);
  const { part: openAt = "figures" }: { part?: Part } = useSearch({ strict: false });
  const [part, setPart] = useState<Part>(openAt);
  const [saveError, setSaveError] = useState<Error | null>(null);
  const key = ["consolidation", code];
  const asked = useQuery({
    queryKey: key,
    queryFn: async ({ signal }) => lastOf(await client.consolidation.open({ period: code }, { signal })),
    enabled: period !== undefined,
    staleTime: 0,
  });
  const { data } = asked;
  const save = async (format: "canonical" | "table") => {
    try {
      const job = await client.consolidation.exportFile({ period: code, format });
      await saveDownload(await lastOf<DownloadOffer>(job));
      setSaveError(null);
    } catch (error) {
      setSaveError(error instanceof Error ? error : new Error(String(error)));
    }
  };
  const error = asked.error ?? saveError;
  return (
    <div className="page desk">
      <header className="page-head">
        <h1>
          {t("desk.consolidation.title", { period: period ? printPeriodWithin(period.code, t) : code })}
        </h1>
        <div className="page-actions">
          <Button onPress={() => void save("table")}>{t("desk.consolidation.saveTable")}</Button>
          <Button onPress={() => void save("canonical")}>{t("desk.consolidation.saveCanonical")}</Button>
          <Link className="link-button" to="/desk">
            {t("desk.back")}
          </Link>
        </div>
      </header>
      <ErrorCallout error={error} />
      {asked.isPending && <p>{t("desk.consolidation.working")}</p>}
      {period && (
        <div className="desk-head">
          <Select
            label={t("bundles.column.period")}
            value={period.code}
            onChange={(chosen) =>
              void navigate({ to: "/desk/consolidation/$period", params: { period: chosen } })
            }
            options={periodsOfYear(period.year).map((each) => ({
              id: each.code,
              label: printPeriod(each.code, t),
            }))}
          />
          {data && <Summary view={data} t={t} />}
        </div>
      )}
      {data && (
        <>
          <Missing view={data} t={t} />
          <Tabs
            label={t("desk.consolidation.parts")}
            selected={part}
            onSelect={setPart}
            tabs={[
              {
                id: "figures",
                label: t("desk.consolidation.figures"),
                content: <ConsolidatedFigures view={data} />,
              },
              {
                id: "verdicts",
                label: t("desk.consolidation.verdicts"),
                content: <ConsolidatedVerdicts view={data} />,
              },
              {
                id: "offices",
                label: t("desk.consolidation.offices", { number: data.offices.length }),
                content: <ConsolidatedOffices view={data} />,
              },
              {
                id: "adjustments",
                label: t("desk.consolidation.adjustments", { number: data.adjustments.length }),
                content: (
                  <Adjustments
                    view={data}
                    onChange={() => void queries.invalidateQueries({ queryKey: key })}
                  />
                ),
              },
            ]}
          />
        </>
      )}
    </div>
  );
}

function Summary({ view, t }: { readonly view: ConsolidationView; readonly t: Translate }) {
  return (
    <p>
      {t("desk.consolidation.summary", { reported: view.reported, expected: view.offices.length })}{" "}
      <span className="nowrap">{t("desk.consolidation.code", { code: view.bundleCode })}</span>
    </p>
  );
}

/** Offices that are not in the sums stand above everything else: a sum without them looks like a whole one. */
function Missing({ view, t }: { readonly view: ConsolidationView; readonly t: Translate }) {
  const missing = view.offices.filter(({ digest }) => digest === null);
  return (
    <>
      {missing.length > 0 && (
        <Callout tone="warning" title={t("desk.consolidation.missing", { number: missing.length })}>
          {missing
            .slice(0, 8)
            .map(({ name }) => name)
            .join(", ")}
          {missing.length > 8 && ` ${t("desk.consolidation.andMore", { number: missing.length - 8 })}`}
        </Callout>
      )}
      {view.repeated.length > 0 && (
        <Callout tone="warning" title={t("desk.consolidation.repeated", { number: view.repeated.length })}>
          {view.repeated
            .slice(0, 5)
            .map(({ name, offices }) => `${name} (${offices.join(", ")})`)
            .join("; ")}
        </Callout>
      )}
    </>
  );
}

/** The result of a long call whose progress nobody watches. */
async function lastOf<R>(job: AsyncIterator<unknown, R>): Promise<R> {
  for (;;) {
    const step = await job.next();
    if (step.done) return step.value;
  }
}
