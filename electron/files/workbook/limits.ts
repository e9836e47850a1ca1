// The limits of security.md X2. A register of 2,000 unions by 80 columns is 160,000 cells and under 1 MB.

export const LARGEST_WORKBOOK_BYTES = 10 * 1024 * 1024;
export const MOST_PARTS = 200;
export const LARGEST_PART_BYTES = 50 * 1024 * 1024;
export const LARGEST_TOTAL_BYTES = 100 * 1024 * 1024;
export const LARGEST_RATIO = 100;
/** Below this a part cannot hurt whatever its ratio; blank drawings and themes compress beyond 100. */
export const HARMLESS_PART_BYTES = 100 * 1024;
export const MOST_CELLS = 200_000;
/** Excel's own limit for one cell, in UTF-16 units. */
export const LONGEST_CELL = 32_767;
/** One long shared string used by every cell would otherwise multiply on its way out of the worker. */
export const MOST_CHARACTERS = 20_000_000;
export const MOST_SHARED_STRINGS = 1_000_000;
/** A single cell at XFD1 must not make every row 16,384 cells long. */
export const MOST_SLOTS = 2_000_000;
export const LAST_COLUMN = 16_384;
export const LAST_ROW = 1_048_576;

export const TIME_LIMIT_MS = 20_000;
/** CSV cannot inflate; only a slow machine with a file near its limit comes near this. */
export const CSV_TIME_LIMIT_MS = 60_000;
export const WORKER_MEMORY = { maxOldGenerationSizeMb: 384, maxYoungGenerationSizeMb: 48, stackSizeMb: 4 };
