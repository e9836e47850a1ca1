import { crockfordOf, plainCrockford } from "./crockford.ts";
import type { ManifestDraft } from "./manifest.ts";

/**
 * "MÃ GÓI": the first 20 bytes of a bundle's identity, for the cover letter and the telephone.
 *
 * @param digest SHA-256 of manifest.json, 64 lower-case hex digits
 * @returns eight groups of four, e.g. `TFJY-A9VB-…` (bundle.md §2.4)
 */
export function bundleCode(digest: string): string {
  if (!/^[0-9a-f]{64}$/.test(digest)) throw new RangeError("bundleCode: not a SHA-256 digest");
  return crockfordOf(Buffer.from(digest.slice(0, 40), "hex")).replace(/(.{4})(?=.)/g, "$1-");
}

/**
 * Whether what a person typed or heard is the code of this digest: spaces, hyphens and case do not count, and
 * O is 0, I and L are 1.
 */
export function isBundleCode(typed: string, digest: string): boolean {
  return plainCrockford(typed) === bundleCode(digest).replaceAll("-", "");
}

/**
 * Suggested name `<unit_code>_<kind>_<period>_<seq>_<digest8>.goi`, ASCII; a bundle without a period leaves that
 * part out. The name carries no meaning: readers look only inside.
 */
export function suggestedFileName(
  manifest: Pick<ManifestDraft, "kind" | "issuer" | "context" | "seq">,
  digest: string,
): string {
  const unit = asciiOf(manifest.issuer.unit_code);
  const parts = [unit, manifest.kind, manifest.context?.period, String(manifest.seq), digest.slice(0, 8)];
  return `${parts.filter((part) => part !== undefined).join("_")}.goi`;
}

function asciiOf(text: string): string {
  const plain = text
    .normalize("NFD")
    .replace(/\p{M}/gu, "")
    .replace(/[đĐ]/g, "D")
    .replace(/[^A-Za-z0-9]+/g, "-")
    .replace(/^-+|-+$/g, "");
  return plain === "" ? "donvi" : plain.slice(0, 40);
}
