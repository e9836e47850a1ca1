// Entry forms for many unions: a few at a time, because one Word file of two thousand takes more memory than there is.
import type { JobProgress } from "../../../shared/contract/schemas.ts";
import type { Period } from "../../../shared/domain/period.ts";
import { wordForms } from "../../files/report/word-form.ts";
import { storedZip, type ZipMember } from "../../files/stored-zip.ts";
import type { OfficeRecord, Workspace } from "../workspace.ts";
import { entryForms } from "./entry-form.ts";

/** Unions in one Word file: some 150 pages, which a person still turns over. */
export const FORMS_A_FILE = 50;

interface WantedForms {
  /** Null: one form with no union's name. */
  readonly units: readonly string[] | null;
  readonly isFilled: boolean;
}

/**
 * One Word file, or a zip of them, named by the places of their unions in the list.
 * @throws {RangeError} for a union that is not there: asked before
 * @throws the signal's reason when it was called off
 */
export async function* writeEntryForms(
  workspace: Workspace,
  office: OfficeRecord,
  period: Period,
  { units, isFilled }: WantedForms,
  signal: AbortSignal | undefined,
): AsyncGenerator<JobProgress, { readonly fileName: string; readonly bytes: Uint8Array }> {
  const base = `bieu-giay_${period.code}_${isFilled ? "da-dien" : "trong"}`;
  const total = units?.length ?? 1;
  const files: ZipMember[] = [];
  for (let start = 0; start < total; start += FORMS_A_FILE) {
    yield { step: "forms", done: start, total };
    signal?.throwIfAborted();
    const end = Math.min(total, start + FORMS_A_FILE);
    const forms = entryForms(workspace, office, period, units?.slice(start, end) ?? null, isFilled);
    if (!forms) throw new RangeError("writeEntryForms: unit");
    const width = String(total).length;
    const places = [start + 1, end].map((place) => String(place).padStart(width, "0")).join("-");
    files.push({ name: `${base}_${places}.docx`, bytes: await wordForms(forms) });
  }
  const [only] = files;
  if (only && files.length === 1) return { fileName: `${base}.docx`, bytes: only.bytes };
  return { fileName: `${base}.zip`, bytes: storedZip(files) };
}
