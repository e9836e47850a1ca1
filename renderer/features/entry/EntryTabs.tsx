import { PageTabs } from "../../components/PageTabs.tsx";
import { useText } from "../../text/use-text.ts";

/** Figures of the unions, those the office answers about itself, and what the unions send. */
export function EntryTabs() {
  const t = useText();
  return (
    <PageTabs
      label={t("entry.title")}
      tabs={[
        { to: "/entry", label: t("entry.tabs.units") },
        { to: "/entry/own", label: t("entry.tabs.own") },
        { to: "/entry/collect", label: t("entry.tabs.collect") },
      ]}
    />
  );
}
