// Keys and the trust list (bundle.md §2.5–2.7).
import { oc, type } from "@orpc/contract";
import { z } from "zod";
import { type DownloadOffer, PassphraseInput, TicketInput } from "./schemas.ts";

export interface KeyView {
  readonly keyid: string;
  readonly alg: "ed25519";
  /** SubjectPublicKeyInfo, base64 DER. */
  readonly spki: string;
  readonly createdAt: string;
  readonly use: "sign" | "root";
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
  DISK_FULL: {},
  WRITE_FAILED: { data: type<{ code: string }>() },
} as const;

export const status = oc.output(type<{ keys: readonly KeyView[]; trust: TrustView | null }>());

/** A signing key for this office. Refused when there is one: two keys of one PC would confuse everybody. */
export const create = oc
  .input(z.strictObject({ passphrase: PassphraseInput }))
  .output(type<KeyView>())
  .errors({
    KEY_EXISTS: {},
    PASSPHRASE_WEAK: { data: type<{ reason: string }>() },
    DISK_FULL: {},
    WRITE_FAILED: { data: type<{ code: string }>() },
  });

/** The registration of this office's key, signed by itself, for the province. */
export const enrol = oc
  .input(z.strictObject({ passphrase: PassphraseInput }))
  .output(type<DownloadOffer & { keyid: string }>())
  .errors(KEY_ERRORS);

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
      passphrase: PassphraseInput,
      /** As it stands on the paper; groups and capitals do not count. */
      confirmedKeyid: z.string().max(256),
    }),
  )
  .output(type<TrustView>())
  .errors({
    ...KEY_ERRORS,
    HANDLE_UNKNOWN: {},
    NO_TRUST: {},
    BUNDLE_REFUSED: { data: type<{ code: string; sentence: string; advice: string }>() },
    KEYID_MISMATCH: {},
  });

export const exportTrust = oc.output(type<DownloadOffer>()).errors({ NO_TRUST: {} });
