import { useCallback, useEffect, useRef } from "react";
import type { FormCheck } from "../../shared/contract/entries.ts";
import { client } from "../api/api.ts";
import { type Job, useJob } from "../api/use-job.ts";
import type { EntrySheet } from "./entry-sheet.ts";

/**
 * Every rule over the whole form as a job. It runs once when the form is opened: what the rules say of figures typed on
 * other days is seen from the start.
 */
export function useFormCheck(sheet: EntrySheet, onChecked: (units: number) => void): Job {
  const { form, period } = sheet.form;
  const isJudgedSince = useRef<(unit: string) => boolean>(() => false);
  const begin = useCallback(
    async (signal: AbortSignal) => {
      // What was typed a moment ago is judged too.
      await sheet.saver.settled();
      isJudgedSince.current = sheet.findings.watch();
      return client.entries.checkForm({ form, period }, { signal });
    },
    [sheet, form, period],
  );
  const take = useCallback(
    (check: FormCheck) => {
      const units = sheet.form.units.map(({ uid }) => uid).filter((uid) => !isJudgedSince.current(uid));
      sheet.setFindings(
        check.findings.filter(({ unitUid }) => !isJudgedSince.current(unitUid ?? "")),
        units,
      );
      onChecked(check.unitsChecked);
    },
    [sheet, onChecked],
  );
  const job = useJob(begin, take);
  const { start, cancel } = job;
  useEffect(() => {
    start();
    return cancel;
    // oxlint-disable-next-line react-hooks/exhaustive-deps -- once for each sheet; the job makes new functions each time
  }, [begin, take]);
  return job;
}
