import { Link } from "@tanstack/react-router";
import { useText } from "../../text/use-text.ts";

const TABS = [
  { key: "units", to: "/entry" },
  { key: "own", to: "/entry/own" },
  { key: "collect", to: "/entry/collect" },
] as const;

/** Figures of the unions, and those the office answers about itself; each has its own address. */
export function EntryTabs() {
  const t = useText();
  return (
    <nav className="page-tabs" aria-label={t("entry.title")}>
      {TABS.map(({ key, to }) => (
        <Link
          key={key}
          to={to}
          activeOptions={{ exact: true, includeSearch: false }}
          activeProps={{ "aria-current": "page" }}
        >
          {t(`entry.tabs.${key}`)}
        </Link>
      ))}
    </nav>
  );
}
