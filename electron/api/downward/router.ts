import { difference } from "./adopt.ts";
import { choices, exportProgramme } from "./export-programme.ts";
import { setShares } from "./shares.ts";

/** Programmes from the province to its units. */
export const downwardRouter = { choices, setShares, exportProgramme, difference };
