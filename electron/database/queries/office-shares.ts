import type { Database } from "../connection.ts";
import { all, run } from "../rows.ts";

/** What an office below was given of a target for a year. */
interface OfficeShare {
  readonly target: string;
  /** Of the trust list. */
  readonly officeUid: string;
  readonly amount: number;
}

export function listOfficeShares(db: Database, programmeId: number, year: number): OfficeShare[] {
  return all(
    db,
    "SELECT target, office_uid AS officeUid, amount FROM office_share WHERE programme_id = ? AND year = ? ORDER BY target, office_uid",
    programmeId,
    year,
  );
}

/** @param amount null takes the share away */
export function setOfficeShare(
  db: Database,
  programmeId: number,
  year: number,
  { target, officeUid, amount }: Omit<OfficeShare, "amount"> & { readonly amount: number | null },
): void {
  if (amount === null)
    run(
      db,
      "DELETE FROM office_share WHERE programme_id = ? AND target = ? AND office_uid = ? AND year = ?",
      programmeId,
      target,
      officeUid,
      year,
    );
  else
    run(
      db,
      "INSERT INTO office_share (programme_id, target, office_uid, year, amount) VALUES (?, ?, ?, ?, ?) ON CONFLICT DO UPDATE SET amount = excluded.amount",
      programmeId,
      target,
      officeUid,
      year,
      amount,
    );
}
