import { hash } from "node:crypto";

/** One row of the audit: what was done, to what, by whom. */
export interface AuditRecord {
  readonly seq: number;
  readonly at: string;
  readonly actor: string;
  readonly action: string;
  readonly object: string;
  readonly detail: string;
}

/**
 * hash = SHA-256("SCDAUDIT1" ‖ 0x00 ‖ previous ‖ canonical JSON of the record) (security.md §3.5).
 * Keys are written in sorted order by hand; values are one integer and strings.
 */
export function auditHash(previous: string, record: AuditRecord): string {
  const { action, actor, at, detail, object, seq } = record;
  return hash(
    "sha256",
    `SCDAUDIT1\0${previous}${JSON.stringify({ action, actor, at, detail, object, seq })}`,
    "hex",
  );
}

export const AUDIT_START = "0".repeat(64);
