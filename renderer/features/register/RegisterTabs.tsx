import { Link } from "@tanstack/react-router";
import { useText } from "../../text/use-text.ts";

const TABS = [
  { key: "units", to: "/register" },
  { key: "employers", to: "/register/employers" },
  { key: "similar", to: "/register/similar" },
  { key: "imports", to: "/register/imports" },
] as const;

/** The parts of the register; each has its own address. */
export function RegisterTabs() {
  const t = useText();
  return (
    <nav className="page-tabs" aria-label={t("register.title")}>
      {TABS.map(({ key, to }) => (
        <Link
          key={key}
          to={to}
          activeOptions={{ exact: true, includeSearch: false }}
          activeProps={{ "aria-current": "page" }}
        >
          {t(`register.tabs.${key}`)}
        </Link>
      ))}
    </nav>
  );
}
