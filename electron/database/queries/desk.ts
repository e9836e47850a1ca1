// What the log of received bundles says about how complete a report is.
import type { Database } from "../connection.ts";
import { all } from "../rows.ts";

interface CoverageRecord {
  readonly digest: string;
  readonly units: number | null;
  readonly unitsAnswered: number | null;
}

/** Units in the register of every accepted submission, and those that answered for its period. */
export function listCoverage(db: Database): CoverageRecord[] {
  return all(
    db,
    `SELECT manifest_sha256 AS digest, units, manifest ->> '$.totals.units_answered' AS unitsAnswered
     FROM bundle_log WHERE kind = 'submission'`,
  );
}
