// The trust list as a province keeps it (bundle.md §2.6–2.7): what stands in it, and each change that gives the next version.
import { oc, type } from "@orpc/contract";
import { z } from "zod";
import { DateInput, LineInput, PassphraseInput } from "./schemas.ts";

type KeyStanding = "active" | "retired" | "revoked";

interface TrustKeyView {
  readonly keyid: string;
  readonly status: KeyStanding;
  readonly roles: readonly string[];
  readonly revokedReason: string | null;
  /** Of a retired key: the last number still taken, by computer and stream. */
  readonly accept: readonly { readonly stream: string; readonly lastSeq: number }[];
  /** Of a revoked key: bundles that still stand. */
  readonly knownGood: number;
}

export interface TrustUnitView {
  readonly uid: string;
  readonly code: string;
  readonly name: string;
  readonly isOwn: boolean;
  readonly keys: readonly TrustKeyView[];
  /** Where bundles for this unit are encrypted to. */
  readonly recipients: readonly { readonly recipient: string; readonly status: KeyStanding }[];
  /** What was taken in from this unit, newest first: what a retired key is bounded by, what a revoked one may keep. */
  readonly received: readonly {
    readonly digest: string;
    /** MÃ GÓI. */
    readonly code: string;
    readonly kind: string;
    readonly period: string | null;
    readonly seq: number;
    readonly receivedAt: string;
  }[];
}

export interface TrustDetails {
  readonly version: number;
  readonly digest: string;
  readonly provinceName: string;
  readonly isOwn: boolean;
  readonly rootFingerprint: string;
  readonly root: {
    readonly version: number;
    readonly threshold: number;
    /** `isHere`: its file lies on this computer; otherwise it is only on paper. */
    readonly keys: readonly { readonly keyid: string; readonly isHere: boolean }[];
  };
  readonly reviewAfter: string | null;
  readonly units: readonly TrustUnitView[];
  readonly versions: readonly { readonly version: number; readonly at: string; readonly digest: string }[];
}

const KeyIdInput = z.string().regex(/^[0-9a-f]{64}$/);
const PaperCodeInput = z.string().min(1).max(256);

/** The secret part of signing a list: root keys on this computer, those typed from paper, or some of both. */
const RootInput = {
  passphrase: PassphraseInput.optional(),
  paperCodes: z.array(PaperCodeInput).max(8).default([]),
};

export const TrustChange = z.discriminatedUnion("kind", [
  /** Its bundles count up to those taken in, and this many more of its reports that are on their way. */
  z.strictObject({ kind: z.literal("retire"), keyid: KeyIdInput, inTransit: z.int().min(0).max(20) }),
  /** Only what was taken in, or is named here, still counts. */
  z.strictObject({
    kind: z.literal("revoke"),
    keyid: KeyIdInput,
    reason: LineInput,
    knownGood: z.array(KeyIdInput).max(4096).default([]),
  }),
  z.strictObject({
    kind: z.literal("endRecipient"),
    recipient: z.string().max(128),
    status: z.enum(["retired", "revoked"]),
  }),
  /** The next version with nothing changed but the day from which readers ask for a newer one. */
  z.strictObject({ kind: z.literal("renew"), reviewAfter: DateInput.nullable() }),
  /** New root keys, sealed under a new passphrase; signed by the old ones and the new ones. */
  z.strictObject({
    kind: z.literal("rotateRoot"),
    keys: z.int().min(1).max(5),
    threshold: z.int().min(1).max(5),
    newPassphrase: PassphraseInput,
  }),
  /** The province's own signing key replaced by a new one under a new passphrase. */
  z.strictObject({ kind: z.literal("rotateOwn"), newPassphrase: PassphraseInput }),
]);
export type TrustChange = z.infer<typeof TrustChange>;

/** What a list lacks to be changed, and the wrong secret. */
export const ROOT_ERRORS = {
  NO_TRUST: {},
  PASSPHRASE_WRONG: {},
  KEY_WAIT: { data: type<{ seconds: number }>() },
  /** Fewer root keys were opened or typed than must sign. */
  ROOT_KEYS_MISSING: { data: type<{ needed: number; opened: number }>() },
  BUNDLE_REFUSED: { data: type<{ code: string; sentence: string; advice: string }>() },
} as const;

/** Null when no list is held. */
export const open = oc.output(type<TrustDetails | null>());

/** Issues the next version with one change. A repeat is refused: the key is no longer in the state it was. */
export const change = oc
  .input(z.strictObject({ ...RootInput, change: TrustChange }))
  .output(type<TrustDetails>())
  .errors({
    ...ROOT_ERRORS,
    KEY_NOT_LISTED: {},
    /** Already retired or revoked, or the last key of the province itself. */
    KEY_STATE: { data: type<{ status: string }>() },
    THRESHOLD_TOO_HIGH: { data: type<{ keys: number }>() },
    PASSPHRASE_WEAK: { data: type<{ reason: string }>() },
  });

/**
 * Takes a root key off this computer once its paper has been read back: from then on only the paper signs.
 * A repeat is refused, the key is no longer here.
 */
export const forgetRoot = oc
  .input(z.strictObject({ keyid: KeyIdInput, paperCode: PaperCodeInput }))
  .output(type<TrustDetails>())
  .errors({
    NO_TRUST: {},
    KEY_NOT_LISTED: {},
    BUNDLE_REFUSED: { data: type<{ code: string; sentence: string; advice: string }>() },
  });
