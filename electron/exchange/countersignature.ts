// Official signatures made elsewhere, as far as they concern us: what kind of file it is and which bytes it says it signs. Nothing here
// verifies one; that is for the official tools (bundle.md §2.10).
import {
  COUNTERSIGNATURE_HEAD_BYTES,
  countersignatureKind,
} from "../../shared/domain/countersignature-head.ts";

interface Countersignature {
  readonly kind: "cms" | "pdf";
  /** SHA-256 that its signed attributes give of the content; null when it names none, or another kind of digest. */
  readonly contentSha256: string | null;
}

/** `messageDigest` (RFC 5652 §11.2) in DER, then a set of one octet string of 32 bytes. */
const MESSAGE_DIGEST = Buffer.from("06092a864886f70d01090431220420", "hex");
const DIGEST_BYTES = 32;

/** Null when it is neither CMS nor PDF. */
export function readCountersignature(bytes: Uint8Array): Countersignature | null {
  const kind = countersignatureKind(bytes.subarray(0, COUNTERSIGNATURE_HEAD_BYTES));
  if (kind === null) return null;
  return { kind, contentSha256: kind === "cms" ? messageDigestIn(derOf(bytes)) : null };
}

function messageDigestIn(der: Buffer): string | null {
  const at = der.indexOf(MESSAGE_DIGEST);
  const digest = der.subarray(at + MESSAGE_DIGEST.length, at + MESSAGE_DIGEST.length + DIGEST_BYTES);
  return at < 0 || digest.length < DIGEST_BYTES ? null : digest.toString("hex");
}

function derOf(bytes: Uint8Array): Buffer {
  const buffer = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length);
  if (!buffer.toString("latin1", 0, 5).startsWith("-----")) return buffer;
  const armoured = buffer.toString("latin1").split(/-----[^-]*-----/)[1] ?? "";
  return Buffer.from(armoured, "base64");
}
