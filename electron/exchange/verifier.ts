// What a verification is given besides the bytes: keys, the list held, who we are, what we remember.
import type { PartDone } from "../../shared/domain/parts.ts";
import type { WarningCode } from "./codes.ts";
import type { JsonValue } from "./canonical-json.ts";
import type { ErrorCode } from "./codes.ts";
import type { DecryptionKeys } from "./encryption.ts";
import { type KeyDirectory, keysOfTrustList, singleKey } from "./key-directory.ts";
import type { Manifest } from "./manifest.ts";
import { publicKeyFromPem } from "./public-key.ts";
import type { ReplayState } from "./replay.ts";
import type { HeldTrust } from "./trust-list-rules.ts";
import type { RootSet, TrustList } from "./trust-list-schema.ts";

export interface Warning {
  readonly code: WarningCode;
  readonly detail: string | null;
}

/** A bundle whose envelope and entries have been verified, as the content check sees it. */
export interface VerifiedContent {
  readonly manifest: Manifest;
  readonly digest: string;
  /** Inflated bytes by path. */
  readonly entries: ReadonlyMap<string, Uint8Array>;
  /** Rows of a table by path, decoded one at a time; the form of every line has been checked. */
  rows(path: string): Iterable<JsonValue>;
}

export interface ContentFault {
  readonly code: Extract<
    ErrorCode,
    "E_DATA_FORMAT" | "E_DATA_SCHEMA" | "E_DATA_REF" | "E_DATA_RULE" | "E_TOTALS" | "E_PROG_UNKNOWN"
  >;
  readonly detail: string | null;
}

export interface Verifier {
  readonly keys: KeyDirectory;
  /** Root keys held; null when there is no list yet or one key was named by hand. */
  readonly root: RootSet | null;
  /** The list held, for `requires.trust_list_min`; null leaves it unchecked with a warning. */
  readonly heldTrust: HeldTrust | null;
  /** Fingerprint of the root typed from paper: taken only for a first trust list. */
  readonly firstRootFingerprint: string | null;
  /** Null on the command line without an office: the audience is not checked, with a warning. */
  readonly ownUnitId: string | null;
  /** Null without an office: order and repetition are not checked, with a warning. */
  readonly replay: ReplayState | null;
  /** Signatures a submission of this unit needs: 2 under dual control. Default 1. */
  readonly submissionThreshold?: (unitId: string) => 1 | 2;
  /** Keys for encrypted bundles. Default none. */
  readonly decryption?: DecryptionKeys;
  /** Step V12 beyond the form of the tables, a part at a time; null when the content stands. */
  readonly checkContent?: (content: VerifiedContent) => Generator<PartDone, ContentFault | null>;
  /** Today in Viet Nam, `YYYY-MM-DD`, only to warn when the list should be reviewed. */
  readonly today?: string;
}

const WITHOUT_OFFICE = { firstRootFingerprint: null, ownUnitId: null, replay: null } as const;

/** Verifies with a trust list that has itself been verified; add what the office knows by spreading. */
export function verifierOfTrustList(list: TrustList, digest: string): Verifier {
  const heldTrust = { version: list.version, digest };
  return { ...WITHOUT_OFFICE, keys: keysOfTrustList(list), root: list.root, heldTrust };
}

/** Verifies with one public key named by hand. @throws {ExchangeError} E_KEY_POINT */
export function verifierOfPublicKey(pem: string): Verifier {
  return { ...WITHOUT_OFFICE, keys: singleKey(publicKeyFromPem(pem)), root: null, heldTrust: null };
}

/** Verifies a first trust list, or an enrolment, by what is in it. */
export function verifierWithoutTrust(firstRootFingerprint: string | null): Verifier {
  return {
    ...WITHOUT_OFFICE,
    firstRootFingerprint,
    keys: { findKey: () => undefined },
    root: null,
    heldTrust: null,
  };
}
