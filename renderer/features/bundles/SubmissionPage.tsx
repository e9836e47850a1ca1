import { useQuery } from "@tanstack/react-query";
import { Link, useParams } from "@tanstack/react-router";
import type { SubmissionPreparation } from "../../../shared/contract/submissions.ts";
import { periodOf, RHYTHMS } from "../../../shared/domain/period.ts";
import { api } from "../../api/api.ts";
import { Callout } from "../../components/Callout.tsx";
import { Stepper } from "../../components/Stepper.tsx";
import { ErrorCallout } from "../../text/ErrorCallout.tsx";
import { printPeriod, printPeriodWithin } from "../../text/print.ts";
import { useText } from "../../text/use-text.ts";
import { ApproveStep } from "./ApproveStep.tsx";
import { CheckStep } from "./CheckStep.tsx";
import { ReturnedStep } from "./ReturnedStep.tsx";
import { SentStep } from "./SentStep.tsx";
import { SignStep } from "./SignStep.tsx";
import "./bundles.css";

/** One report from check to receipt, as one page with steps. */
export function SubmissionPage() {
  const t = useText();
  const params: { form?: string; period?: string } = useParams({ strict: false });
  const form = RHYTHMS.find((rhythm) => rhythm === params.form) ?? "month";
  const period = params.period ?? "";
  const prepared = useQuery(api.submissions.prepare.queryOptions({ input: { form, period } }));
  const { data } = prepared;
  // No such report: nothing of it has a name or a step.
  const hasFailed = prepared.error !== null && data === undefined;
  const isEmpty = data !== undefined && data.unitsStarted === 0 && (data.own?.filled ?? 0) === 0;
  const isChecked =
    data !== undefined &&
    !isEmpty &&
    data.blocking.length === 0 &&
    data.unexplained.length === 0 &&
    data.unsaved === 0;
  const current = !data
    ? "check"
    : data.submission && data.submission.state !== "returned"
      ? "receipt"
      : data.state === "approved"
        ? "sign"
        : isChecked
          ? "approve"
          : "check";
  const isApproved = current === "sign" || current === "receipt";
  const ownMissing = !isApproved && data?.own && data.own.filled < data.own.asked ? data.own : null;
  return (
    <div className="page bundles">
      <header className="page-head">
        <h1>
          {t("bundles.steps.label")}
          {!hasFailed && `: ${printPeriod(period, t)}`}
        </h1>
        {hasFailed ? (
          <Link className="link-button" to="/bundles">
            {t("bundles.report.back")}
          </Link>
        ) : (
          <Link className="link-button" to="/bundles/$form/$period/report" params={{ form, period }}>
            {t("bundles.printed")}
          </Link>
        )}
      </header>
      {!hasFailed && (
        <Stepper
          label={t("bundles.steps.label")}
          current={current}
          steps={(["check", "approve", "sign", "receipt"] as const).map((id) => ({
            id,
            label: t(`bundles.steps.${id}`),
          }))}
        />
      )}
      <ErrorCallout error={prepared.error} />
      {prepared.isPending && <p>{t("shell.loading")}</p>}
      {data && (
        <>
          {(data.state === "returned" || data.forgotten?.isReturned === false) && (
            <ReturnedStep form={form} period={period} />
          )}
          {data.lockedWithin !== null && data.state === "open" && <LockedWithin period={data.lockedWithin} />}
          <p className="bundles-lead">
            {t("bundles.completeness", {
              started: data.unitsStarted,
              expected: data.unitsExpected,
              complete: data.unitsComplete,
            })}
          </p>
          {data.own && ownMissing === null && (
            <p>
              {t("bundles.own", data.own)}{" "}
              <Link to="/entry/own/$period" params={{ period }}>
                {t("bundles.openOwn")}
              </Link>
            </p>
          )}
          {data.unsaved > 0 && !isApproved && (
            <Callout tone="danger" title={t("bundles.unsaved", { number: data.unsaved })}>
              {t("bundles.unsavedLead")}
            </Callout>
          )}
          {isEmpty && !isApproved && (
            <Callout tone="info" title={t("bundles.emptyTitle")}>
              {t("bundles.emptyLead")}
            </Callout>
          )}
          {data.unitsMissing.length > 0 && !isEmpty && !isApproved && (
            <Callout tone="warning" title={t("bundles.missingTitle", { number: data.unitsMissing.length })}>
              {t("bundles.missingLead")}
              <ul className="bundles-missing">
                {data.unitsMissing.slice(0, 12).map((unit) => (
                  <li key={unit.uid}>
                    {unit.code} · {unit.name}
                  </li>
                ))}
                {data.unitsMissing.length > 12 && (
                  <li>{t("bundles.missingMore", { number: data.unitsMissing.length - 12 })}</li>
                )}
              </ul>
            </Callout>
          )}
          {ownMissing && !isEmpty && <OwnMissing period={period} own={ownMissing} />}
          {current === "check" && <CheckStep prepared={data} />}
          {current === "approve" && <ApproveStep prepared={data} />}
          {current === "sign" && <SignStep prepared={data} />}
          {current === "receipt" && data.submission && <SentStep submission={data.submission} />}
        </>
      )}
    </div>
  );
}

interface OwnMissingProps {
  readonly period: string;
  readonly own: NonNullable<SubmissionPreparation["own"]>;
}

/** What the office has not said of itself is missing like a union that has not reported. */
function OwnMissing({ period, own }: OwnMissingProps) {
  const t = useText();
  return (
    <Callout
      tone="warning"
      title={t("bundles.ownMissingTitle", { number: own.asked - own.filled })}
      action={
        <Link className="link-button" to="/entry/own/$period" params={{ period }}>
          {t("bundles.openOwn")}
        </Link>
      }
    >
      {t("bundles.own", own)} {t("bundles.ownMissingLead")}
    </Callout>
  );
}

/** The figures stand in a longer report: they can be sent for this period as they are, and are changed there. */
function LockedWithin({ period }: { readonly period: string }) {
  const t = useText();
  return (
    <Callout
      tone="info"
      title={t("bundles.lockedWithin", { period: printPeriodWithin(period, t) })}
      action={
        <Link
          className="link-button"
          to="/bundles/$form/$period"
          params={{ form: periodOf(period).rhythm, period }}
        >
          {t("bundles.lockedWithinOpen", { period: printPeriodWithin(period, t) })}
        </Link>
      }
    >
      {t("bundles.lockedWithinLead")}
    </Callout>
  );
}
