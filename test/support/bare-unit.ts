// A union of which nothing but its code is known, straight into an office file.
import type { Database } from "../../electron/database/connection.ts";
import { insertUnit } from "../../electron/database/queries/unit-writes.ts";

/** @returns the row id */
export function insertBareUnit(db: Database, code: string, establishedOn: string | null = null): number {
  return insertUnit(
    db,
    {
      uid: code,
      code,
      name: code,
      searchKey: code,
      kind: "grassrootsUnion",
      employerType: null,
      sector: null,
      workforce: null,
      selfFinancing: null,
      taxCode: null,
      parentId: null,
      establishedOn,
      endedOn: null,
      decisionNumber: null,
      decidedOn: null,
    },
    "2026-01-01T00:00:00Z",
  );
}
