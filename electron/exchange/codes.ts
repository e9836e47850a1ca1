// Every code of bundle.md §2.9, with the step that raises it. Codes are stable: never renamed, never reused.

export const STEPS = [
  "V0",
  "V1",
  "V2",
  "V3",
  "V4",
  "V5",
  "V6",
  "V7",
  "V8",
  "V9",
  "V10",
  "V11",
  "V12",
  "V13",
  "V14",
] as const;
export type Step = (typeof STEPS)[number];

/** Exit classes of the command line (bundle.md §2.9): 0 ok, 1 usage. */
type ExitClass = 2 | 3 | 4 | 5 | 6 | 7 | 8;

const STEP_EXIT: Readonly<Record<Step, ExitClass>> = {
  V0: 2,
  V1: 2,
  V2: 2,
  V3: 2,
  V4: 2,
  V5: 3,
  V6: 3,
  V7: 3,
  V8: 3,
  V9: 4,
  V10: 4,
  V11: 5,
  V12: 6,
  V13: 7,
  V14: 7,
};

/** The step in which a code usually falls; a few can fall in two, so a failure carries its own step. */
const BUNDLE_CODES = {
  E_IO_READ: "V0",
  E_EMPTY: "V0",
  E_SIZE_FILE: "V0",
  E_ENC_NO_KEY: "V1",
  E_ENC_AUTH: "V1",
  E_ENC_SIZE: "V1",
  E_ZIP_TRUNCATED: "V2",
  E_ZIP_EOCD: "V2",
  E_ZIP_COUNT: "V2",
  E_ZIP_LAYOUT: "V2",
  E_ZIP_CD: "V2",
  E_ZIP_ENCRYPTED: "V2",
  E_ZIP_METHOD: "V2",
  E_ZIP_NAME: "V2",
  E_ZIP_NONCANONICAL: "V2",
  E_META_MISSING: "V3",
  E_MIMETYPE: "V3",
  E_SIZE_META: "V3",
  E_SIG_FORMAT: "V4",
  E_TYPE_UNKNOWN: "V4",
  E_VERSION_UNSUPPORTED: "V4",
  E_KEY_UNKNOWN: "V5",
  E_SIG_INVALID: "V5",
  E_SIG_THRESHOLD: "V5",
  E_KEY_POINT: "V5",
  E_TL_FINGERPRINT: "V5",
  E_KEY_REVOKED: "V6",
  E_KEY_ROLE: "V6",
  E_MANIFEST_FORMAT: "V7",
  E_MANIFEST_SCHEMA: "V7",
  E_KIND_MISMATCH: "V7",
  E_CRIT_UNKNOWN: "V7",
  E_TL_STALE: "V7",
  E_TL_ROOT_THRESHOLD: "V7",
  E_ISSUER_MISMATCH: "V8",
  E_AUDIENCE: "V8",
  E_KEY_RETIRED: "V8",
  E_ENTRY_SET: "V9",
  E_ENTRY_SIZE: "V9",
  E_ENTRY_HASH: "V9",
  E_ENTRY_ENC: "V9",
  E_SIZE_RAW: "V10",
  E_SIZE_RATIO: "V10",
  E_GZIP: "V10",
  E_RAW_HASH: "V10",
  E_SEQ_FORK: "V11",
  E_PREV_MISMATCH: "V11",
  E_INSTANCE_CONFIRM: "V11",
  E_INSTANCE_CLOSED: "V11",
  E_REV_CONFLICT: "V11",
  E_REV_CLOSED: "V11",
  E_PROG_ROLLBACK: "V11",
  E_TL_ROLLBACK: "V11",
  E_TL_FORK: "V11",
  E_REPLY_UNKNOWN: "V11",
  E_REPLY_CONFLICT: "V11",
  E_DATA_FORMAT: "V12",
  E_DATA_SCHEMA: "V12",
  E_DATA_REF: "V12",
  E_DATA_RULE: "V12",
  E_TOTALS: "V12",
  E_PROG_UNKNOWN: "V12",
  E_IO_WRITE: "V13",
  E_DB_BUSY: "V14",
  E_DB_FULL: "V14",
  E_DB_IO: "V14",
  E_DB_CORRUPT: "V14",
} as const satisfies Record<string, Step>;

/** Codes met outside the verification of a bundle: key files, passphrases, trust list upkeep, start-up. */
const KEY_CODES = [
  "E_KEY_PASSPHRASE",
  "E_KEY_FILE",
  "E_PASSPHRASE_WEAK",
  "E_KEY_DUPLICATE",
  "E_KEY_PAPER",
  "E_KEY_WAIT",
  "E_CRYPTO_SELFTEST",
] as const;

const WARNING_CODES = [
  "W_DUPLICATE",
  "W_SEQ_GAP",
  "W_SIG_UNKNOWN_KEY",
  "W_AUDIENCE_UNCHECKED",
  "W_ISSUER_UNCHECKED",
  "W_TRUST_UNCHECKED",
  "W_REPLAY_UNCHECKED",
  "W_REVIEW_OVERDUE",
] as const;

type BundleCode = keyof typeof BUNDLE_CODES;
type KeyCode = (typeof KEY_CODES)[number];
export type ErrorCode = BundleCode | KeyCode;
export type WarningCode = (typeof WARNING_CODES)[number];
export type Code = ErrorCode | WarningCode;

interface CodeEntry {
  readonly code: Code;
  /** Usual step; null for codes that do not belong to the verification of a bundle. */
  readonly step: Step | null;
  /** Exit class of the command line; 0 for warnings. */
  readonly exit: ExitClass | 0;
}

/** Exit class of a failed verification. A code that asks for confirmation is 8 wherever it falls. */
export function exitClassOf(failure: { readonly code: ErrorCode; readonly step: Step | null }): ExitClass {
  if (failure.code === "E_INSTANCE_CONFIRM") return 8;
  return failure.step === null ? 7 : STEP_EXIT[failure.step];
}

const isBundleCode = (code: string): code is BundleCode => Object.hasOwn(BUNDLE_CODES, code);

/** The table of all codes, in the order of bundle.md §2.9. */
export const CODES: readonly CodeEntry[] = [
  ...Object.keys(BUNDLE_CODES)
    .filter(isBundleCode)
    .map((code) => {
      const step = BUNDLE_CODES[code];
      return { code, step, exit: exitClassOf({ code, step }) };
    }),
  ...KEY_CODES.map((code) => ({ code, step: null, exit: exitClassOf({ code, step: null }) })),
  ...WARNING_CODES.map((code) => ({ code, step: null, exit: 0 as const })),
];

/** What a bundle, a key file or a trust list was refused for. Carries no path and no content. */
export class ExchangeError extends Error {
  readonly code: ErrorCode;
  /** Stable short word for the log and for support, e.g. `E_JSON_NOT_NFC` or an entry name; null when the code says all. */
  readonly detail: string | null;

  constructor(code: ErrorCode, detail: string | null = null) {
    super(detail === null ? code : `${code} (${detail})`);
    this.name = "ExchangeError";
    this.code = code;
    this.detail = detail;
  }
}
