import type { ReactNode } from "react";
import { LanguageChoice } from "../../text/LanguageChoice.tsx";
import { useText } from "../../text/use-text.ts";
import { DemoOffice } from "./DemoOffice.tsx";
import { NewOffice } from "./NewOffice.tsx";
import "./welcome.css";

/** First run, one page: what this is, a new office, a backup, the demo office (ui.md §1). @param restore the way of a backup */
export function WelcomePage({ restore }: { readonly restore: ReactNode }) {
  const t = useText();
  return (
    <main className="welcome">
      <header className="welcome-head">
        <div>
          <h1>{t("welcome.title")}</h1>
          <p>{t("welcome.lead")}</p>
        </div>
        <LanguageChoice />
      </header>
      <div className="welcome-ways">
        <NewOffice />
        <div className="welcome-other">
          {restore}
          <DemoOffice />
        </div>
      </div>
    </main>
  );
}
