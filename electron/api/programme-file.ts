import { readFile } from "node:fs/promises";
import type { ProgrammeFault, ProgrammeFaultCode } from "../../shared/catalogue/programme-faults.ts";
import { parseProgramme } from "../../shared/catalogue/programme-schema.ts";
import type { Programme } from "../../shared/domain/programme.ts";

type ProgrammeReading =
  | { readonly ok: true; readonly programme: Programme }
  | { readonly ok: false; readonly faults: readonly ProgrammeFault[] };

const LARGEST_BYTES = 4 * 1024 * 1024;

/** An own programme from a JSON file; every fault is named with its place. */
export async function readProgrammeFile(path: string): Promise<ProgrammeReading> {
  const bytes = await readFile(path);
  if (bytes.length > LARGEST_BYTES) return refused("FILE_TOO_LARGE");
  let json: unknown;
  try {
    json = JSON.parse(new TextDecoder("utf-8", { fatal: true }).decode(bytes).normalize("NFC"));
  } catch {
    return refused("NOT_JSON");
  }
  return parseProgramme(json);
}

function refused(message: ProgrammeFaultCode): ProgrammeReading {
  return { ok: false, faults: [{ path: "", message, item: null, detail: "" }] };
}
