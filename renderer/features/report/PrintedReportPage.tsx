import { useMutation, useQuery } from "@tanstack/react-query";
import { Link, useParams } from "@tanstack/react-router";
import { useState } from "react";
import type { ReportFile, ReportSheet } from "../../../shared/contract/report.ts";
import { type Rhythm, RHYTHMS } from "../../../shared/domain/period.ts";
import { api } from "../../api/api.ts";
import { saveDownload } from "../../api/files.ts";
import { Button } from "../../components/Button.tsx";
import { Callout } from "../../components/Callout.tsx";
import { showToast } from "../../components/Toast.tsx";
import { useLeaveQuestion } from "../../components/use-leave-question.tsx";
import { ErrorCallout } from "../../text/ErrorCallout.tsx";
import { printPeriod } from "../../text/print.ts";
import { useText } from "../../text/use-text.ts";
import { FormPanel } from "./FormPanel.tsx";
import { HeadPanel } from "./HeadPanel.tsx";
import { LeftOut } from "./LeftOut.tsx";
import { Paper } from "./Paper.tsx";
import { PrintButtons } from "./PrintButtons.tsx";
import { SectionPanel } from "./SectionPanel.tsx";
import { SignedTools } from "./SignedTools.tsx";
import { HEAD_NAMES } from "./head-names.ts";
import "./report.css";

type Panel = { readonly kind: "head" | "forms" } | { readonly kind: "section"; readonly id: string };

/** The printed report of a period: the paper as it will look, its parts to be changed, its files. */
export function PrintedReportPage() {
  const t = useText();
  const params: { form?: string; period?: string } = useParams({ strict: false });
  const form: Rhythm = RHYTHMS.find((rhythm) => rhythm === params.form) ?? "month";
  const period = params.period ?? "";
  const [panel, setPanel] = useState<Panel | null>(null);
  const report = useQuery(api.report.open.queryOptions({ input: { form, period } }));
  const { data } = report;
  // No such report: nothing of it has a name.
  const hasFailed = report.error !== null && data === undefined;
  const { ask, question } = useLeaveQuestion();
  const open = (next: Panel) => ask(() => setPanel(next));
  const close = () => setPanel(null);
  const edited = panel?.kind === "section" ? data?.parts.find(({ part }) => part === panel.id) : undefined;
  return (
    <div className="page report">
      <header className="page-head">
        <h1>{hasFailed ? t("report.untitled") : t("report.title", { period: printPeriod(period, t) })}</h1>
        {hasFailed ? (
          <Link className="link-button" to="/bundles">
            {t("bundles.report.back")}
          </Link>
        ) : (
          <Link className="link-button" to="/bundles/$form/$period" params={{ form, period }}>
            {t("report.back")}
          </Link>
        )}
      </header>
      <ErrorCallout error={report.error} />
      {report.isPending && <p>{t("shell.loading")}</p>}
      {data && (
        <>
          {data.signedAs === null ? (
            <Tools form={form} period={period} sheet={data} onPanel={open} />
          ) : (
            <SignedPeriod digest={data.signedAs} onForms={() => open({ kind: "forms" })} />
          )}
          <Paper
            paper={data.paper}
            editable={new Set(data.parts.map(({ part }) => part).filter((part) => !HEAD_NAMES.has(part)))}
            editing={panel?.kind === "section" ? panel.id : null}
            onEdit={data.isFrozen ? null : (id) => open({ kind: "section", id })}
            onEditHead={data.isFrozen ? null : () => open({ kind: "head" })}
          />
          {panel?.kind === "head" && !data.isFrozen && (
            <HeadPanel form={form} period={period} sheet={data} onClose={close} />
          )}
          {question}
          {panel?.kind === "forms" && <FormPanel form={form} period={period} onClose={close} />}
          {panel?.kind === "section" && edited && !data.isFrozen && (
            <SectionPanel
              key={panel.id}
              form={form}
              period={period}
              sheet={data}
              part={edited}
              onClose={close}
            />
          )}
        </>
      )}
    </div>
  );
}

interface ToolsProps {
  readonly form: Rhythm;
  readonly period: string;
  readonly sheet: ReportSheet;
  readonly onPanel: (panel: Panel) => void;
}

/** Signed: the files are those of the bundle, and the page that everybody who has the bundle sees is one press away. */
function SignedPeriod({ digest, onForms }: { readonly digest: string; readonly onForms: () => void }) {
  const t = useText();
  const { data, error } = useQuery(api.report.signed.queryOptions({ input: { digest } }));
  return (
    <>
      <div className="report-tools">
        <Callout tone="info">{t("report.frozen")}</Callout>
      </div>
      <ErrorCallout error={error} />
      {data && (
        <SignedTools papers={data}>
          <Button variant="quiet" onPress={onForms}>
            {t("report.forms")}
          </Button>
        </SignedTools>
      )}
    </>
  );
}

/** What can be done with the report, and what is still to do on it. */
function Tools({ form, period, sheet, onPanel }: ToolsProps) {
  const t = useText();
  const save = useMutation({
    mutationFn: async (file: ReportFile) => {
      for (const offer of await api.report.write.call({ form, period, files: [file] }))
        await saveDownload(offer);
    },
    onSuccess: () => showToast(t("report.offered")),
  });
  const { isFrozen, unwritten, missing } = sheet;
  const isDone = unwritten.length === 0 && missing.length === 0;
  const button = (file: ReportFile) => (
    <Button isPending={save.isPending && save.variables === file} onPress={() => save.mutate(file)}>
      {t(`report.${file}`)}
    </Button>
  );
  return (
    <div className="report-tools report-todo">
      <div className="page-actions">
        {!isFrozen && <Button onPress={() => onPanel({ kind: "head" })}>{t("report.head")}</Button>}
        <PrintButtons fileStem={`BaoCao_${period}`} />
        {button("word")}
        {button("workbook")}
        {button("page")}
        <Button variant="quiet" onPress={() => onPanel({ kind: "forms" })}>
          {t("report.forms")}
        </Button>
      </div>
      <ErrorCallout error={save.error} />
      {isFrozen ? (
        <Callout tone="info">{t("report.notKept")}</Callout>
      ) : (
        <>
          <p>{t(sheet.state === "approved" ? "report.leadApproved" : "report.lead")}</p>
          {unwritten.length > 0 && (
            <Callout tone="warning">
              {t("report.unwritten", { number: unwritten.length, names: unwritten.join("; ") })}
            </Callout>
          )}
          {missing.length > 0 && (
            <Callout tone="warning">
              {t("report.missing", {
                number: missing.length,
                names: shortened(missing.map(({ name }) => name)),
              })}
            </Callout>
          )}
          {isDone && <Callout tone="success">{t("report.complete")}</Callout>}
          <LeftOut form={form} period={period} sheet={sheet} />
        </>
      )}
    </div>
  );
}

const NAMES_SHOWN = 6;

function shortened(names: readonly string[]): string {
  return names.length <= NAMES_SHOWN ? names.join("; ") : `${names.slice(0, NAMES_SHOWN).join("; ")}; …`;
}
