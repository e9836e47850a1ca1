/** SHA-256, base64, of the constant style elements react-aria adds; a test in the browser reports any other (ui.md §4). */
export const INLINE_STYLE_HASHES: readonly string[] = [];
