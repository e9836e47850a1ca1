// The office as a dated unit: its names, superiors and letterheads.
import type { Letterhead } from "../../../shared/domain/letterhead.ts";
import type { Database } from "../connection.ts";
import { all, first, run } from "../rows.ts";

/** The letterhead of a unit on a day. */
export function findLetterhead(db: Database, unitId: number, on: string): Letterhead | undefined {
  return first(
    db,
    `SELECT superior_line AS superiorLine, issuer_line AS issuerLine, symbol_suffix AS symbolSuffix,
       place_name AS placeName, address, phone
     FROM org_unit_letterhead WHERE unit_id = ? AND valid_from <= ? AND coalesce(valid_to, '9999') >= ?`,
    unitId,
    on,
    on,
  );
}

/** A new letterhead from a day on; a row that began on that same day is replaced. */
export function changeLetterhead(db: Database, unitId: number, from: string, head: Letterhead): void {
  run(db, "DELETE FROM org_unit_letterhead WHERE unit_id = ? AND valid_from = ?", unitId, from);
  run(
    db,
    "UPDATE org_unit_letterhead SET valid_to = date(?, '-1 day') WHERE unit_id = ? AND valid_to IS NULL",
    from,
    unitId,
  );
  run(
    db,
    `INSERT INTO org_unit_letterhead (unit_id, superior_line, issuer_line, symbol_suffix, place_name, address, phone, valid_from)
     VALUES (?, ?, ?, ?, ?, ?, ?, ?)`,
    unitId,
    head.superiorLine,
    head.issuerLine,
    head.symbolSuffix,
    head.placeName,
    head.address,
    head.phone,
    from,
  );
}

interface DatedText {
  readonly subject: "name" | "parent" | "letterhead";
  readonly text: string;
  readonly validFrom: string;
  readonly validTo: string | null;
}

/** Everything about the office that was ever recorded, newest first. */
export function listOfficeHistory(db: Database, unitId: number): DatedText[] {
  return all(
    db,
    `SELECT * FROM (
       SELECT 'name' AS subject, full_name AS text, valid_from AS validFrom, valid_to AS validTo FROM org_unit_name WHERE unit_id = @unitId
       UNION ALL
       SELECT 'parent', (SELECT full_name FROM org_unit_name n WHERE n.unit_id = p.parent_id ORDER BY n.valid_from DESC LIMIT 1), p.valid_from, p.valid_to
         FROM org_unit_parent p WHERE p.unit_id = @unitId AND p.relation = 'managedBy'
       UNION ALL
       SELECT 'letterhead', issuer_line || CASE WHEN address = '' THEN '' ELSE ' · ' || address END || CASE WHEN phone = '' THEN '' ELSE ' · ' || phone END, valid_from, valid_to
         FROM org_unit_letterhead WHERE unit_id = @unitId)
     ORDER BY validFrom DESC, subject`,
    { unitId },
  );
}

/** First day of the newest dated row of the office. */
export function lastOfficeChangeOn(db: Database, unitId: number): string {
  return listOfficeHistory(db, unitId)[0]?.validFrom ?? "";
}
