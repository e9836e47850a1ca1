import { createHash } from "node:crypto";

/**
 * The id of a programme in bundles, the same for every version of it: UUID version 8 (RFC 9562) from the office that sends it
 * and its code, so that two provinces may each have a programme of one code.
 */
export function programmeUid(issuerUid: string, code: string): string {
  const hex = createHash("sha256")
    .update(`scd-programme\0${issuerUid}\0${code.normalize("NFC")}`, "utf8")
    .digest("hex");
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-8${hex.slice(13, 16)}-a${hex.slice(17, 20)}-${hex.slice(20, 32)}`;
}
