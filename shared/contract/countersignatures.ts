// Official signatures made elsewhere over a bundle, carried beside it (bundle.md §2.10, domain.md §e.4).
import { oc, type } from "@orpc/contract";
import { z } from "zod";
import { type DownloadOffer, TicketInput } from "./schemas.ts";

/** A signature takes some kilobytes; a signed PDF with a scanned seal some megabytes. */
export const LARGEST_COUNTERSIGNATURE_BYTES = 16 * 1024 * 1024;

export interface CountersignatureView {
  /** SHA-256 of the file as it came. */
  readonly sha256: string;
  readonly kind: "cms" | "pdf";
  /** Name it had when it came. */
  readonly fileName: string;
  readonly size: number;
  readonly addedAt: string;
  /**
   * `same`: the digest inside it is that of the bundle's file · `other`: of another file · `unknown`: it names none. None of them says
   * anything of the signer or of the certificate: that is for the official tools.
   */
  readonly content: "same" | "other" | "unknown";
}

const Digest = z.string().length(64);

/**
 * Keeps a countersignature byte for byte. With a digest it belongs to that bundle; without one it finds its bundle by the digest inside it
 * or by its name, also when the bundle comes later: `digest` is then null. A repeat changes nothing.
 */
export const attach = oc
  .input(z.strictObject({ ticket: TicketInput, fileName: z.string().max(260), digest: Digest.nullable() }))
  .output(type<CountersignatureView & { digest: string | null }>())
  .errors({
    HANDLE_UNKNOWN: {},
    BUNDLE_UNKNOWN: {},
    COUNTERSIGNATURE_FORM: {},
    COUNTERSIGNATURE_SIZE: { data: type<{ most: number }>() },
    /** It signs another file: most often the encrypted copy, or an earlier report. */
    COUNTERSIGNATURE_OTHER: {},
  });

/** Those of one bundle, in the order they came. */
export const list = oc
  .input(z.strictObject({ digest: Digest }))
  .output(type<readonly CountersignatureView[]>());

/** One of a bundle, under the name of the bundle. */
export const download = oc
  .input(z.strictObject({ digest: Digest, sha256: Digest }))
  .output(type<DownloadOffer>())
  .errors({ COUNTERSIGNATURE_UNKNOWN: {} });

/** Takes one away that was attached by mistake: from one bundle, or with `digest: null` from everywhere. A repeat changes nothing. */
export const remove = oc
  .input(z.strictObject({ sha256: Digest, digest: Digest.nullable() }))
  .output(type<{ ok: true }>());
