import { PageTabs } from "../../components/PageTabs.tsx";
import { useText } from "../../text/use-text.ts";

/** The parts of the register. */
export function RegisterTabs() {
  const t = useText();
  return (
    <PageTabs
      label={t("register.title")}
      tabs={[
        { to: "/register", label: t("register.tabs.units") },
        { to: "/register/employers", label: t("register.tabs.employers") },
        { to: "/register/similar", label: t("register.tabs.similar") },
        { to: "/register/imports", label: t("register.tabs.imports") },
      ]}
    />
  );
}
