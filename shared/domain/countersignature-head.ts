// Whether a file may be an official countersignature, from its first bytes: names and endings change on the way (bundle.md §2.10).

/** So many bytes of a file are looked at. */
export const COUNTERSIGNATURE_HEAD_BYTES = 64;

/** The content type `signedData` of RFC 5652 in DER, tag and length included. */
const SIGNED_DATA = [0x06, 0x09, 0x2a, 0x86, 0x48, 0x86, 0xf7, 0x0d, 0x01, 0x07, 0x02];
/** It stands behind the tag and the length of the outer sequence. */
const SIGNED_DATA_AT_MOST = 8;
const SEQUENCE = 0x30;

/** @param head the first {@link COUNTERSIGNATURE_HEAD_BYTES} bytes, or all of a shorter file */
export function countersignatureKind(head: Uint8Array): "cms" | "pdf" | null {
  const text = String.fromCharCode(...head.subarray(0, COUNTERSIGNATURE_HEAD_BYTES));
  if (text.startsWith("%PDF-")) return "pdf";
  if (/^-----BEGIN (CMS|PKCS7|PKCS #7 SIGNED DATA)-----/.test(text)) return "cms";
  const at = text.indexOf(String.fromCharCode(...SIGNED_DATA));
  return head[0] === SEQUENCE && at > 0 && at <= SIGNED_DATA_AT_MOST ? "cms" : null;
}

/** A PDF lies beside a bundle only when it is named after one: `…_1a2b3c4d.goi.pdf`. @returns the eight digits */
export function namedBundleDigits(fileName: string): string | null {
  return /_([0-9a-f]{8})\.goi(?:\W.*)?$/i.exec(fileName)?.[1]?.toLowerCase() ?? null;
}

/**
 * Whether a file is an official signature. Among many files a PDF is one only when it is named after a bundle: people keep other PDFs on
 * a stick.
 */
export function isCountersignature(head: Uint8Array, fileName: string, pdf: "any" | "named"): boolean {
  const kind = countersignatureKind(head);
  return kind === "cms" || (kind === "pdf" && (pdf === "any" || namedBundleDigits(fileName) !== null));
}
