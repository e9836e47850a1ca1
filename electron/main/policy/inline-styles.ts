/**
 * The constant style element that react-aria's `usePress` adds (ui.md §4). It is allowed by its digest, so that
 * `unsafe-inline` never is; should the library change it, a test compares, and the page merely loses the rule.
 */
export const INLINE_STYLES: readonly string[] = [
  "@layer {\n  [data-react-aria-pressable] {\n    touch-action: pan-x pan-y pinch-zoom;\n  }\n}",
];
