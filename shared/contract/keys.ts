// Keys and the trust list (bundle.md §2.5–2.7).
import { oc, type } from "@orpc/contract";
import { z } from "zod";
import { type DownloadOffer, LineInput, PassphraseInput, TicketInput } from "./schemas.ts";
import { ROOT_ERRORS } from "./trust.ts";

export interface KeyView {
  readonly keyid: string;
  readonly alg: "ed25519";
  /** SubjectPublicKeyInfo, base64 DER. */
  readonly spki: string;
  readonly createdAt: string;
  readonly use: "sign" | "root";
  /** What the list held says of it. `unlisted`: not there, or there is no list. Root keys: whether the root has them. */
  readonly standing: "unlisted" | "active" | "retired" | "revoked";
  /** Why it was revoked. */
  readonly reason: string | null;
  /** A new key whose registration has not come back in a list yet; the one before it still signs. */
  readonly isWaiting: boolean;
}

interface EncryptionKeyView {
  readonly keyid: string;
  /** `age1…`, public. */
  readonly recipient: string;
  readonly createdAt: string;
}

export interface TrustView {
  readonly version: number;
  readonly provinceName: string;
  /** SHA-256 of the canonical root set, lower hex: what the paper says. */
  readonly rootFingerprint: string;
  readonly units: readonly {
    readonly code: string;
    readonly name: string;
    readonly keys: readonly {
      readonly keyid: string;
      readonly status: string;
      readonly roles: readonly string[];
    }[];
  }[];
  readonly isOwn: boolean;
}

const KEY_ERRORS = {
  NO_KEY: {},
  PASSPHRASE_WRONG: {},
  KEY_WAIT: { data: type<{ seconds: number }>() },
  DISK_FULL: {},
  WRITE_FAILED: { data: type<{ code: string }>() },
} as const;

export const status = oc.output(
  type<{ keys: readonly KeyView[]; encryption: readonly EncryptionKeyView[]; trust: TrustView | null }>(),
);

/** A signing key and an encryption key for this office, under one passphrase. Refused when there is one: two keys of one PC would confuse everybody. */
export const create = oc
  .input(z.strictObject({ passphrase: PassphraseInput }))
  .output(type<KeyView>())
  .errors({
    KEY_EXISTS: {},
    PASSPHRASE_WEAK: { data: type<{ reason: string }>() },
    DISK_FULL: {},
    WRITE_FAILED: { data: type<{ code: string }>() },
  });

/**
 * The registration of this office's key, signed by itself, for the province, with the encryption key (made when there is none).
 * While a new key waits for the list, the registration is that key's, signed by the key it replaces as well.
 */
export const enrol = oc
  .input(z.strictObject({ passphrase: PassphraseInput }))
  .output(type<DownloadOffer & { keyid: string }>())
  .errors(KEY_ERRORS);

/**
 * A new signing key that waits until a list names it; the old one signs till then. The old key's signature on the registration
 * spares the visit with the paper (bundle.md §2.6). Refused while one waits already.
 */
export const rotate = oc
  .input(z.strictObject({ passphrase: PassphraseInput, newPassphrase: PassphraseInput }))
  .output(type<DownloadOffer & { keyid: string }>())
  .errors({
    ...KEY_ERRORS,
    KEY_WAITING: {},
    NOT_FOR_A_PROVINCE: {},
    PASSPHRASE_WEAK: { data: type<{ reason: string }>() },
  });

/** What is printed for the sealed envelope: an encryption key or a root key, never a signing key (security.md K5). Recorded. */
export const paper = oc
  .input(z.strictObject({ keyid: z.string().length(64), passphrase: PassphraseInput }))
  .output(type<{ keyid: string; use: "enc" | "root"; code: string }>())
  .errors({ NO_KEY: {}, PASSPHRASE_WRONG: {}, KEY_WAIT: { data: type<{ seconds: number }>() } });

/**
 * A root key as a PEM file that openssl opens, for an offline computer (security.md K7); never a signing key (K5). Recorded.
 * `filePassphrase`: of the file; openssl takes it as it is typed.
 */
export const rootPem = oc
  .input(
    z.strictObject({
      keyid: z.string().length(64),
      passphrase: PassphraseInput,
      filePassphrase: PassphraseInput,
    }),
  )
  .output(type<DownloadOffer>())
  .errors({
    NO_KEY: {},
    PASSPHRASE_WRONG: {},
    PASSPHRASE_WEAK: { data: type<{ reason: string }>() },
    KEY_WAIT: { data: type<{ seconds: number }>() },
  });

/** A key typed from its paper, sealed under a passphrase again. A key that is here already stays as it is. */
export const restorePaper = oc
  .input(z.strictObject({ code: LineInput, passphrase: PassphraseInput }))
  .output(type<{ keyid: string; use: "enc" | "root"; wasHere: boolean }>())
  .errors({
    PASSPHRASE_WEAK: { data: type<{ reason: string }>() },
    BUNDLE_REFUSED: { data: type<{ code: string; sentence: string; advice: string }>() },
  });

/** The public key as PEM, for anyone who verifies with openssl. */
export const publicKey = oc.output(type<DownloadOffer>()).errors({ NO_KEY: {} });

/** Province: a root key and the first trust list, with the province's own signing key in it. */
export const createTrust = oc
  .input(z.strictObject({ passphrase: PassphraseInput }))
  .output(type<TrustView>())
  .errors({
    ...KEY_ERRORS,
    NOT_A_PROVINCE: {},
    TRUST_EXISTS: {},
    PASSPHRASE_WEAK: { data: type<{ reason: string }>() },
  });

/** Province: takes a unit's key into the next version of the list, after the keyid was compared with the paper. */
export const addToTrust = oc
  .input(
    z.strictObject({
      ticket: TicketInput,
      passphrase: PassphraseInput.optional(),
      paperCodes: z.array(z.string().min(1).max(256)).max(8).default([]),
      /** As it stands on the paper; groups and capitals do not count. Only a registration that the old key signed too goes without. */
      confirmedKeyid: z.string().max(256).optional(),
      /** The unit has lost a key: it ends in the same version. */
      lost: z
        .strictObject({
          keyid: z.string().length(64),
          status: z.enum(["retired", "revoked"]),
          reason: LineInput,
        })
        .optional(),
    }),
  )
  .output(type<TrustView>())
  .errors({
    ...KEY_ERRORS,
    ...ROOT_ERRORS,
    HANDLE_UNKNOWN: {},
    KEYID_MISMATCH: {},
    KEY_NOT_LISTED: {},
  });

export const exportTrust = oc.output(type<DownloadOffer>()).errors({ NO_TRUST: {} });
