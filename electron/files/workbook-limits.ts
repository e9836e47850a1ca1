/** What a workbook may cost to open (security.md X2). Ratios are measured while inflating, not read from the file. */
export const WORKBOOK_LIMITS = {
  fileBytes: 10 * 1024 * 1024,
  parts: 200,
  partBytes: 50 * 1024 * 1024,
  totalBytes: 100 * 1024 * 1024,
  ratio: 100,
  /** Small parts may shrink more than the ratio without harm. */
  ratioFloorBytes: 1024 * 1024,
  cells: 200_000,
  waitMs: 20_000,
  memoryMegabytes: 512,
} as const;
