// A union of which nothing but its code is known, straight into an office file.
import type { Database } from "../../electron/database/connection.ts";
import { NOTHING_KNOWN } from "../../electron/database/queries/units.ts";
import { insertUnit } from "../../electron/database/queries/unit-writes.ts";

/** @returns the row id */
export function insertBareUnit(db: Database, code: string, establishedOn: string | null = null): number {
  return insertUnit(
    db,
    {
      ...NOTHING_KNOWN,
      uid: code,
      code,
      name: code,
      searchKey: code,
      parentId: null,
      establishedOn,
      decisionNumber: null,
      decidedOn: null,
    },
    "2026-01-01T00:00:00Z",
  );
}
