// What will be written: which files, whose answer where two files answer, and what becomes of typed figures.
import type { CollectFile, CollectPreview } from "../../../shared/contract/collect.ts";

export interface CollectChoice {
  /** Files taken out by hand; all others that can be written are written. */
  readonly without: ReadonlySet<number>;
  /** Files whose figures replace typed ones. */
  readonly replacing: ReadonlySet<number>;
  /** File for each union that several answer for, by {@link duplicateKey}. */
  readonly chosen: ReadonlyMap<string, number>;
}

export const NO_CHOICE: CollectChoice = { without: new Set(), replacing: new Set(), chosen: new Map() };

type Duplicate = CollectPreview["duplicates"][number];

export function duplicateKey({ period, unit }: Pick<Duplicate, "period" | "unit">): string {
  return `${period} ${unit.uid}`;
}

interface ApplyFile {
  readonly id: number;
  readonly conflicts: "keep" | "replace";
  readonly leaveOut: string[];
}

/** Input of `collect.apply`: files that can be written, were not taken out, and have a union left to answer for. */
export function filesToApply(preview: CollectPreview, choice: CollectChoice): ApplyFile[] {
  return preview.files.flatMap((file): ApplyFile[] => {
    if (!isWritable(file) || choice.without.has(file.id)) return [];
    const leaveOut = preview.duplicates
      .filter(
        (duplicate) =>
          duplicate.files.includes(file.id) && choice.chosen.get(duplicateKey(duplicate)) !== file.id,
      )
      .map(({ unit }) => unit.uid);
    if (file.units.every(({ uid }) => leaveOut.includes(uid))) return [];
    return [{ id: file.id, conflicts: choice.replacing.has(file.id) ? "replace" : "keep", leaveOut }];
  });
}

export function isWritable({ state }: CollectFile): boolean {
  return state === "ready" || state === "choose";
}

/** Cells that will be written; an upper bound where part of a file's unions are left out. */
export function cellsToWrite(preview: CollectPreview, files: readonly ApplyFile[]): number {
  return files.reduce((sum, { id, conflicts }) => {
    const counts = preview.files.find((file) => file.id === id)?.counts;
    if (!counts) return sum;
    return sum + counts.new + counts.changed + (conflicts === "replace" ? counts.conflict : 0);
  }, 0);
}

/** The same choice with one file in or out of a set. */
export function toggled(set: ReadonlySet<number>, id: number, isIn: boolean): ReadonlySet<number> {
  const next = new Set(set);
  if (isIn) next.add(id);
  else next.delete(id);
  return next;
}

/** Whether something of it is to be sent back. */
export function hasRejected({ files }: CollectPreview): boolean {
  return files.some(({ fault, counts }) => fault !== null || counts.rejected > 0);
}

/** Duplicates of a file that nobody has decided yet. */
function isUndecided(preview: CollectPreview, choice: CollectChoice, file: number): boolean {
  return preview.duplicates.some(
    (duplicate) => duplicate.files.includes(file) && !choice.chosen.has(duplicateKey(duplicate)),
  );
}

/** How a file stands after what was chosen; `passedOver`: another was chosen, or it was taken out. */
export function stateAfter(
  preview: CollectPreview,
  choice: CollectChoice,
  file: CollectFile,
): CollectFile["state"] | "passedOver" {
  if (!isWritable(file)) return file.state;
  if (choice.without.has(file.id)) return "passedOver";
  if (isUndecided(preview, choice, file.id)) return "choose";
  return filesToApply(preview, choice).some(({ id }) => id === file.id) ? "ready" : "passedOver";
}

/** Takes a file, for every union it answers for, or takes it out. */
export function withFile(
  preview: CollectPreview,
  choice: CollectChoice,
  file: number,
  isIn: boolean,
): CollectChoice {
  const keys = preview.duplicates.filter(({ files }) => files.includes(file)).map(duplicateKey);
  const chosen = new Map(choice.chosen);
  for (const key of keys)
    if (isIn) chosen.set(key, file);
    else if (chosen.get(key) === file) chosen.delete(key);
  return { ...choice, chosen, without: toggled(choice.without, file, !isIn) };
}

/** Takes one file's answer for a union that several answer for; null: nothing of that union. */
export function withChosen(
  choice: CollectChoice,
  keys: readonly string[],
  file: number | null,
): CollectChoice {
  const chosen = new Map(choice.chosen);
  for (const key of keys)
    if (file === null) chosen.delete(key);
    else chosen.set(key, file);
  return {
    ...choice,
    chosen,
    without: file === null ? choice.without : toggled(choice.without, file, false),
  };
}
