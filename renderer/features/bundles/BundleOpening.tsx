import type { ReportView } from "../../../shared/contract/submissions.ts";
import type { JobQuery } from "./use-job-query.ts";
import { Button } from "../../components/Button.tsx";
import { Callout } from "../../components/Callout.tsx";
import { useText } from "../../text/use-text.ts";
import { BundleProgress } from "./BundleProgress.tsx";

/** A report of thousands of unions is read for seconds: how far, the way out, and the way in again. */
export function BundleOpening({ asked }: { readonly asked: JobQuery<ReportView> }) {
  const t = useText();
  if (asked.isRunning)
    return <BundleProgress label={t("bundles.opening")} progress={asked.progress} onCancel={asked.cancel} />;
  if (!asked.wasCancelled) return null;
  return (
    <Callout tone="info" action={<Button onPress={asked.again}>{t("bundles.openAgain")}</Button>}>
      {t("bundles.openStopped")}
    </Callout>
  );
}
