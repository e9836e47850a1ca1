// From when and until when an office reports here; most have no row and always do.
import type { Database } from "../connection.ts";
import { all, run } from "../rows.ts";

interface ReportingTerm {
  readonly unitUid: string;
  readonly fromOn: string | null;
  readonly untilOn: string | null;
}

export function listReportingTerms(db: Database): ReportingTerm[] {
  return all(
    db,
    "SELECT unit_uid AS unitUid, from_on AS fromOn, until_on AS untilOn FROM reporting_term ORDER BY unit_uid",
  );
}

/** Without either day the office always reports. */
export function setReportingTerm(db: Database, { unitUid, fromOn, untilOn }: ReportingTerm): void {
  if (fromOn === null && untilOn === null) run(db, "DELETE FROM reporting_term WHERE unit_uid = ?", unitUid);
  else
    run(
      db,
      `INSERT INTO reporting_term (unit_uid, from_on, until_on) VALUES (?, ?, ?)
       ON CONFLICT (unit_uid) DO UPDATE SET from_on = excluded.from_on, until_on = excluded.until_on`,
      unitUid,
      fromOn,
      untilOn,
    );
}
