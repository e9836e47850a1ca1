import { PageTabs } from "../components/PageTabs.tsx";
import { useText } from "../text/use-text.ts";

/** Figures of the unions, those the office answers about itself, what the unions send, and their grades. */
export function EntryTabs() {
  const t = useText();
  return (
    <PageTabs
      label={t("entry.title")}
      tabs={[
        { to: "/entry", label: t("entry.tabs.units") },
        { to: "/entry/own", label: t("entry.tabs.own") },
        { to: "/entry/collect", label: t("entry.tabs.collect") },
        { to: "/entry/grading", label: t("entry.tabs.grading") },
      ]}
    />
  );
}
