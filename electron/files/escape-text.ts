// Text that a spreadsheet program would run as a formula, or a workbook cannot hold (security.md X1, ASVS 1.2.10).

// oxlint-disable-next-line no-control-regex -- NUL, TAB, CR and LF are among the dangerous first characters
const DANGEROUS = /^'*(?:\s*[=+\-@\uFF1D\uFF0B\uFF0D\uFF20]|[\t\r\n\0])/;

export const NOT_XML = // oxlint-disable-next-line no-control-regex -- characters XML 1.0 cannot hold
  /[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]|[\ud800-\udbff](?![\udc00-\udfff])|(?<![\ud800-\udbff])[\udc00-\udfff]/g;

/**
 * Puts an apostrophe before text a spreadsheet program could take for a formula. Text that already begins with
 * apostrophes before such a character gets one more, so that {@link unescapeText} always gives the original back.
 */
export function escapeText(text: string): string {
  return DANGEROUS.test(text) ? `'${text}` : text;
}

/** Undoes {@link escapeText}; other text, also text that begins with an apostrophe, stays as it is. */
export function unescapeText(text: string): string {
  return text.startsWith("'") && DANGEROUS.test(text.slice(1)) ? text.slice(1) : text;
}

/**
 * Text for a cell of a workbook. A string cell is never a formula to the file; the apostrophe guards those who save it
 * as CSV afterwards.
 */
export function safeText(text: string): string {
  return escapeText(text.replace(/\r\n?/g, "\n").replace(NOT_XML, "")).replace(
    /_(?=x[0-9A-Fa-f]{4}_)/g,
    "_x005F_",
  );
}
