import { readFile } from "node:fs/promises";
import { ProgrammeSchema, findProgrammeFaults } from "../../shared/catalogue/programme-schema.ts";
import type { Programme } from "../../shared/domain/programme.ts";

export type ProgrammeReading =
  | { readonly ok: true; readonly programme: Programme }
  | { readonly ok: false; readonly faults: readonly { path: string; message: string }[] };

const LARGEST_BYTES = 4 * 1024 * 1024;

/** An own programme from a JSON file; every fault is named with its place. */
export async function readProgrammeFile(path: string): Promise<ProgrammeReading> {
  const bytes = await readFile(path);
  if (bytes.length > LARGEST_BYTES) return { ok: false, faults: [{ path: "", message: "FILE_TOO_LARGE" }] };
  let json: unknown;
  try {
    json = JSON.parse(new TextDecoder("utf-8", { fatal: true }).decode(bytes).normalize("NFC"));
  } catch {
    return { ok: false, faults: [{ path: "", message: "NOT_JSON" }] };
  }
  const parsed = ProgrammeSchema.safeParse(json);
  if (!parsed.success)
    return {
      ok: false,
      faults: parsed.error.issues.map((issue) => ({ path: issue.path.join("."), message: issue.message })),
    };
  const programme: Programme = parsed.data;
  const faults = findProgrammeFaults(programme);
  return faults.length > 0 ? { ok: false, faults } : { ok: true, programme };
}
