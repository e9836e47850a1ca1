// Whether a file may be a bundle, from its first bytes: names and endings change on the way (bundle.md §2.2).

/** So many bytes of a file are looked at. */
export const BUNDLE_HEAD_BYTES = 80;

const ZIP = "PK\u0003\u0004";
/** A canonical bundle begins with the stored entry `mimetype`: its content stands behind 30 bytes of header and its name. */
const MIMETYPE_AT = 38;
const MIMETYPE = "application/vnd.socongdoan+zip";
const AGE = "age-encryption.org/v1";

/** @param head the first {@link BUNDLE_HEAD_BYTES} bytes, or all of a shorter file */
export function looksLikeBundle(head: Uint8Array): boolean {
  const text = String.fromCharCode(...head.subarray(0, BUNDLE_HEAD_BYTES));
  return text.startsWith(AGE) || (text.startsWith(ZIP) && text.startsWith(MIMETYPE, MIMETYPE_AT));
}

/** A file that calls itself a bundle is looked at whatever is in it, so that a damaged one is told and not passed over. */
export function isNamedBundle(fileName: string): boolean {
  return /\.goi(\.(age|zip))?$/i.test(fileName);
}
