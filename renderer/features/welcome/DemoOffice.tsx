import { useQueryClient } from "@tanstack/react-query";
import type { OfficeStatus } from "../../../shared/contract/office.ts";
import { api, client } from "../../api/api.ts";
import { useJob } from "../../api/use-job.ts";
import { Button } from "../../components/Button.tsx";
import { Callout } from "../../components/Callout.tsx";
import { JobBar } from "../../components/JobBar.tsx";
import { ErrorCallout } from "../../text/ErrorCallout.tsx";
import { useText } from "../../text/use-text.ts";
import { vi } from "../../text/vi.ts";

/** The reproducible demo; cancelled, it leaves the folder empty. */
export function DemoOffice() {
  const t = useText();
  const queries = useQueryClient();
  const job = useJob(
    (signal) => client.office.createDemo({}, { signal }),
    (status: OfficeStatus) => queries.setQueryData(api.office.status.queryKey(), status),
  );
  const stepWord = (step: string) => t(`welcome.steps.${isStep(step) ? step : "other"}`);
  return (
    <section className="welcome-way" aria-labelledby="welcome-demo">
      <h2 id="welcome-demo">{t("welcome.demoTitle")}</h2>
      <p>{t("welcome.demoLead")}</p>
      {job.isRunning ? (
        <JobBar
          label={
            job.progress === null
              ? t("welcome.demoRunning")
              : `${t("welcome.demoRunning")} – ${stepWord(job.progress.step)}`
          }
          job={job}
        />
      ) : (
        // Where the person stopped it is where it may be begun again.
        <Button autoFocus={job.wasCancelled} onPress={() => job.start()}>
          {t("welcome.demoStart")}
        </Button>
      )}
      {job.wasCancelled && <Callout tone="info">{t("shell.cancelled")}</Callout>}
      <ErrorCallout error={job.error} />
    </section>
  );
}

const isStep = (step: string): step is keyof typeof vi.welcome.steps => Object.hasOwn(vi.welcome.steps, step);
