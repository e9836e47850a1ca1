// Text that a spreadsheet program would run as a formula (security.md X1, ASVS 1.2.10).

// oxlint-disable-next-line no-control-regex -- NUL, TAB, CR and LF are among the dangerous first characters
const DANGEROUS = /^'*(?:\s*[=+\-@\uFF1D\uFF0B\uFF0D\uFF20]|[\t\r\n\0])/;

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
