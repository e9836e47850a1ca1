// Input schemas shared by the areas. Inputs come from outside and are checked; outputs are ours and only typed.
import { z } from "zod";
import { ENTRY_STATES } from "../domain/entry.ts";
import { normaliseText } from "../domain/text.ts";
import { parsePeriod, type PeriodCode, RHYTHMS } from "../domain/period.ts";

export const PeriodInput = z
  .string()
  .refine((code): code is PeriodCode => parsePeriod(code) !== undefined, { error: "PERIOD_UNKNOWN" });
export const FormInput = z.enum(RHYTHMS);
export const UidInput = z.uuid();
export const DateInput = z.iso.date();
export const TicketInput = z.string().min(16).max(128);
/** A line of text a person typed: 1–500 characters, normalised (domain.md §c.4). */
export const LineInput = z.string().overwrite(normaliseText).min(1).max(500);
export const OptionalLineInput = z.string().overwrite(normaliseText).max(500).nullable();
export const PassphraseInput = z.string().min(1).max(1024);

export const EntryInput = z.discriminatedUnion("state", [
  z.strictObject({ state: z.literal("value"), value: z.int().nonnegative() }),
  z.strictObject({ state: z.enum(ENTRY_STATES).exclude(["value"]) }),
]);

/** One-time handle of a file the host offers for saving. */
export interface DownloadOffer {
  readonly ticket: string;
  readonly fileName: string;
  readonly size: number;
}

/** What a long job says while it runs; the last value of the stream is its result. */
export interface JobProgress {
  /** Stable name of the step, e.g. `reading`, `writing`; the renderer has the words. */
  readonly step: string;
  readonly done: number;
  /** 0 when unknown. */
  readonly total: number;
}
