import { HEAD_PARTS } from "../../../shared/contract/report.ts";

/** Parts that stand in the head of the report, not in its text. */
export const HEAD_NAMES: ReadonlySet<string> = new Set(HEAD_PARTS);
