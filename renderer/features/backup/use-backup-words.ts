import type { BackupCounts } from "../../../shared/contract/backup.ts";
import type { JobProgress } from "../../../shared/contract/schemas.ts";
import { printNumber } from "../../text/print.ts";
import type { Translate } from "../../text/use-text.ts";
import { vi } from "../../text/vi.ts";

const isStep = (step: string): step is keyof typeof vi.backup.steps => Object.hasOwn(vi.backup.steps, step);

/** What a job is doing, before it has said so too. */
export function stepWord(progress: JobProgress | null, t: Translate): string {
  const step = progress?.step ?? "";
  return t(`backup.steps.${isStep(step) ? step : "other"}`);
}

export function contentsWords(counts: BackupCounts | null, t: Translate): string {
  if (counts === null) return "—";
  return t("backup.contentsOf", {
    units: printNumber(counts.units),
    entries: printNumber(counts.entries),
    submissions: printNumber(counts.submissions),
    received: printNumber(counts.received),
  });
}

/** Bytes as people read a size: "1,2 MB"; rounded down to a tenth. */
export function printSize(bytes: number): string {
  if (bytes < 1024 * 1024) return `${printNumber(Math.ceil(bytes / 1024))} kB`;
  const tenths = Math.floor((bytes * 10) / (1024 * 1024));
  return `${printNumber(Math.floor(tenths / 10))},${tenths % 10} MB`;
}
