import { useQuery } from "@tanstack/react-query";
import { Link, useNavigate, useParams, useSearch } from "@tanstack/react-router";
import { useState } from "react";
import type { PastProgramme } from "../../../shared/contract/history.ts";
import { api } from "../../api/api.ts";
import { Button } from "../../components/Button.tsx";
import { KeyValue } from "../../components/KeyValue.tsx";
import { Tabs } from "../../components/Tabs.tsx";
import { ErrorCallout } from "../../text/ErrorCallout.tsx";
import { printDate } from "../../text/print.ts";
import { printTerm, programmeState } from "../../text/print-programme.ts";
import { type Translate, useLanguage, useText } from "../../text/use-text.ts";
import { GradesThen } from "./GradesThen.tsx";
import { PastResults } from "./PastResults.tsx";
import { PastTargets } from "./PastTargets.tsx";
import { PrintHead } from "./PrintHead.tsx";
import { PastWords } from "./PastWords.tsx";
import { YearByYear } from "./YearByYear.tsx";
import "./history.css";

const TABS = ["targets", "years", "results", "grades", "words"] as const;
type Tab = (typeof TABS)[number];

/** One programme in the words, grades and values of its time; nothing here can be changed. */
export function PastProgrammePage() {
  const t = useText();
  const { code } = useParams({ from: "/history/programmes/$code" });
  const { on } = useSearch({ from: "/history/programmes/$code" });
  const shown = useQuery({
    ...api.history.programme.queryOptions({ input: { code, ...(on !== undefined && { on }) } }),
    placeholderData: (before) => before,
  });
  if (shown.isPending) return <p className="page">{t("shell.loading")}</p>;
  if (shown.error)
    return (
      <div className="page">
        <ErrorCallout error={shown.error} />
        <Link to="/history">{t("shell.back")}</Link>
      </div>
    );
  return <Programme past={shown.data} t={t} />;
}

function Programme({ past, t }: { readonly past: PastProgramme; readonly t: Translate }) {
  const isEnglish = useLanguage() === "en";
  const today = useQuery(api.office.status.queryOptions()).data?.today ?? "";
  const navigate = useNavigate();
  const [chosen, setChosen] = useState<Tab | null>(null);
  const { programme, summary } = past;
  const content: Readonly<Record<Tab, React.ReactNode>> = {
    targets: (
      <PastTargets
        past={past}
        onDay={(day) =>
          void navigate({
            to: "/history/programmes/$code",
            params: { code: programme.code },
            search: { on: day },
            replace: true,
          })
        }
      />
    ),
    years: <YearByYear programme={programme} isAdopted={summary.adoptedAt !== null} />,
    results: <PastResults results={past.results} />,
    grades: <GradesThen schemes={past.gradeSchemes} />,
    words: <PastWords programme={programme} />,
  };
  // A past review has results and no targets: it opens where it has something to say.
  const first: Tab = programme.targets.length > 0 ? "targets" : past.results.length > 0 ? "results" : "words";
  return (
    <div className="page history">
      <nav className="crumbs">
        <Link to="/history">{t("history.title")}</Link> <span aria-hidden="true">›</span>{" "}
        <span>{programme.code}</span>
      </nav>
      <header className="page-head">
        <h1>{isEnglish ? programme.titleEnglish : programme.title}</h1>
        <div className="page-actions">
          <Link className="link-button" to="/programmes/$code" params={{ code: programme.code }}>
            {t("history.programme.toOpen")}
          </Link>
          <Button onPress={() => window.print()}>{t("history.print")}</Button>
        </div>
      </header>
      <PrintHead />
      <p>{t("history.readOnly")}</p>
      <div className="history-facts">
        <KeyValue
          items={[
            { label: t("programmes.factRows.issuer"), value: programme.issuer },
            { label: t("programmes.factRows.symbol"), value: programme.symbol ?? t("shell.none") },
            { label: t("programmes.factRows.issuedOn"), value: printDate(programme.issuedOn) },
            { label: t("programmes.factRows.term"), value: printTerm(programme.term, t) },
            { label: t("programmes.factRows.state"), value: programmeState(summary, today, t) },
          ]}
        />
      </div>
      <Tabs
        label={t("history.programme.parts")}
        selected={chosen ?? first}
        onSelect={setChosen}
        tabs={TABS.map((id) => ({
          id,
          label: t(`history.programme.tabs.${id}`),
          content: content[id],
        }))}
      />
    </div>
  );
}
