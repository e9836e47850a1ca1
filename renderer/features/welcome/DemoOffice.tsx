import { useQueryClient } from "@tanstack/react-query";
import { vi } from "../../text/vi.ts";
import { api, client } from "../../api/api.ts";
import { useJob } from "../../api/use-job.ts";
import { Button } from "../../components/Button.tsx";
import { Callout } from "../../components/Callout.tsx";
import { Progress } from "../../components/Progress.tsx";
import { ErrorWords } from "../../text/ErrorWords.tsx";
import { useText } from "../../text/use-text.ts";

export function DemoOffice() {
  const t = useText();
  const queries = useQueryClient();
  const job = useJob((signal) => client.office.createDemo({}, { signal }));
  return (
    <section className="welcome-way" aria-labelledby="welcome-demo">
      <h2 id="welcome-demo">{t("welcome.demoTitle")}</h2>
      <p>{t("welcome.demoLead")}</p>
    </section>
  );
}
