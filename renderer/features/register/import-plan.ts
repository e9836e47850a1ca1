// Which lines of a preview will be written, given the look-alikes the person chose (rule V25).
import type { ImportLine, ImportPreview } from "../../../shared/contract/imports.ts";

export function isSimilar(line: ImportLine): boolean {
  return line.similarTo.length > 0 && isWritable(line);
}

/** Lines to leave out: look-alikes nobody chose. */
export function skippedLines(preview: ImportPreview, chosen: ReadonlySet<number>): number[] {
  return preview.lines.filter((line) => isSimilar(line) && !chosen.has(line.line)).map((line) => line.line);
}

/** How many lines the import will write. */
export function linesToApply(preview: ImportPreview, chosen: ReadonlySet<number>): number {
  return preview.counts.new + preview.counts.changed - skippedLines(preview, chosen).length;
}

function isWritable(line: ImportLine): boolean {
  return line.outcome === "new" || line.outcome === "changed";
}
