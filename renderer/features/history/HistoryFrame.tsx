import type { ReactNode } from "react";
import { Button } from "../../components/Button.tsx";
import { PageTabs } from "../../components/PageTabs.tsx";
import { ErrorCallout } from "../../text/ErrorCallout.tsx";
import { useText } from "../../text/use-text.ts";
import { PrintHead } from "./PrintHead.tsx";
import "./history.css";

interface HistoryFrameProps {
  /** What the part is for, one sentence. */
  readonly lead: string;
  readonly isPending?: boolean;
  readonly error?: Error | null;
  readonly children: ReactNode;
}

/** A part of the place: its heading, the other parts, and a page that prints without them. */
export function HistoryFrame({ lead, isPending = false, error = null, children }: HistoryFrameProps) {
  const t = useText();
  return (
    <div className="page history">
      <header className="page-head">
        <h1>{t("history.title")}</h1>
        <div className="page-actions">
          <Button onPress={() => window.print()}>{t("history.print")}</Button>
        </div>
      </header>
      <PageTabs
        label={t("history.parts")}
        tabs={[
          { to: "/history", label: t("history.tabs.programmes") },
          { to: "/history/comparison", label: t("history.tabs.comparison") },
          { to: "/history/series", label: t("history.tabs.series") },
          { to: "/history/units", label: t("history.tabs.units") },
          { to: "/history/reports", label: t("history.tabs.reports") },
        ]}
      />
      <PrintHead />
      <p className="history-screen">{lead}</p>
      <ErrorCallout error={error} />
      {isPending && <p>{t("shell.loading")}</p>}
      {children}
    </div>
  );
}
