export type DatabaseErrorCode =
  | "DATABASE_FOREIGN"
  | "DATABASE_NEWER"
  | "DATABASE_DAMAGED"
  | "DATABASE_UNSUITABLE"
  | "OFFICE_LOCKED"
  | "OFFICE_EXISTS"
  | "OFFICE_MISSING"
  /** This computer gets its own cryptography wrong, so that nothing can be said of the file (security.md K1). */
  | "E_CRYPTO_SELFTEST";

/** Why an office cannot be opened; `detail` is for the log and the telephone. */
export class DatabaseError extends Error {
  readonly code: DatabaseErrorCode;
  readonly detail: string;

  constructor(code: DatabaseErrorCode, detail = "") {
    super(detail ? `${code}: ${detail}` : code);
    this.code = code;
    this.detail = detail;
  }
}
