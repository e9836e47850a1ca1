import { difference } from "./adopt.ts";
import { choices, exportProgramme } from "./export-programme.ts";

/** Programmes from the province to its units. */
export const downwardRouter = { choices, exportProgramme, difference };
