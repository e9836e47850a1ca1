// Official signatures carried beside bundles (bundle.md §2.10).
import type { Database } from "../connection.ts";
import { all, first, run } from "../rows.ts";

export interface CountersignatureRow {
  readonly sha256: string;
  readonly kind: "cms" | "pdf";
  readonly fileName: string;
  /** Bytes. */
  readonly size: number;
  readonly addedAt: string;
  readonly bundleSha256: string | null;
  readonly contentSha256: string | null;
  readonly namedDigits: string | null;
}

const SELECT = `SELECT sha256, kind, file_name AS fileName, length(bytes) AS size, added_at AS addedAt,
  bundle_sha256 AS bundleSha256, content_sha256 AS contentSha256, named_digits AS namedDigits FROM countersignature`;

/** Those that were attached to a bundle, sign its file, or are named after it. @param file SHA-256 of the bundle's file */
export function listCountersignatures(db: Database, bundle: string, file: string): CountersignatureRow[] {
  return all(
    db,
    // The same file dropped and attached is one.
    `${SELECT} WHERE bundle_sha256 = ? OR (bundle_sha256 IS NULL AND (content_sha256 = ? OR named_digits = ?)
      AND sha256 NOT IN (SELECT sha256 FROM countersignature WHERE bundle_sha256 = ?)) ORDER BY rowid`,
    bundle,
    file,
    bundle.slice(0, 8),
    bundle,
  );
}

/** Every place a countersignature has: one for each bundle a person attached it to, and one where it was dropped. */
export function listCountersignaturePlaces(db: Database, sha256: string): CountersignatureRow[] {
  return all(db, `${SELECT} WHERE sha256 = ? ORDER BY rowid`, sha256);
}

export function countersignatureBytes(db: Database, sha256: string): Uint8Array | undefined {
  return first<{ bytes: Uint8Array }>(
    db,
    "SELECT bytes FROM countersignature WHERE sha256 = ? LIMIT 1",
    sha256,
  )?.bytes;
}

export function insertCountersignature(
  db: Database,
  row: Omit<CountersignatureRow, "size">,
  bytes: Uint8Array,
): void {
  run(
    db,
    `INSERT INTO countersignature (sha256, kind, file_name, bytes, added_at, bundle_sha256, content_sha256, named_digits)
     VALUES (?, ?, ?, ?, ?, ?, ?, ?)
     ON CONFLICT (sha256, coalesce(bundle_sha256, '')) DO UPDATE SET file_name = excluded.file_name, named_digits = excluded.named_digits
     WHERE excluded.named_digits IS NOT NULL`,
    row.sha256,
    row.kind,
    row.fileName,
    bytes,
    row.addedAt,
    row.bundleSha256,
    row.contentSha256,
    row.namedDigits,
  );
}

/** @param bundle the one it is taken from; null where it was dropped and found its bundle itself */
export function deleteCountersignature(db: Database, sha256: string, bundle: string | null): void {
  run(db, "DELETE FROM countersignature WHERE sha256 = ? AND bundle_sha256 IS ?", sha256, bundle);
}

/** The bundle here whose file has this digest, or whose identity begins so; undefined when none has come, or several begin so. */
export function findCountersigned(
  db: Database,
  file: string | null,
  digits: string | null,
): string | undefined {
  const found = all<{ sha256: string }>(
    db,
    `SELECT manifest_sha256 AS sha256 FROM bundle_log WHERE file_sha256 = ? OR substr(manifest_sha256, 1, 8) = ?
     UNION SELECT sha256 FROM outgoing WHERE substr(sha256, 1, 8) = ?`,
    file,
    digits,
    digits,
  );
  return found.length === 1 ? found[0]?.sha256 : undefined;
}
