// Programmes on their way down (bundle.md §2.7, domain.md §h story 3): exported by the province, compared by a unit.
// Taking one in is submissions.accept, like every other bundle.
import { oc, type } from "@orpc/contract";
import { z } from "zod";
import type { PeriodDates } from "../domain/calendar.ts";
import type { TargetAspect } from "../domain/programme-editing/difference.ts";
import type { Target } from "../domain/target.ts";
import { DateInput, type DownloadOffer, LineInput, PassphraseInput } from "./schemas.ts";

const CodeInput = LineInput;
const YearInput = z.int().min(1990).max(2100);

interface DownwardChoice {
  readonly code: string;
  readonly title: string;
  /** Version of the last export; 0 when it was never sent down. */
  readonly lastVersion: number;
}

export interface DownwardUnit {
  readonly uid: string;
  readonly code: string;
  readonly name: string;
  /** Whether it has a key that bundles can be encrypted to. */
  readonly canDecrypt: boolean;
  /** What it was given of each target of the programme in the year asked. */
  readonly shares: Readonly<Record<string, number>>;
}

/** Programmes that may go down, and the units of the trust list with their shares of one of them. */
export const choices = oc
  .input(z.strictObject({ code: CodeInput.optional(), year: YearInput }))
  .output(type<{ programmes: readonly DownwardChoice[]; units: readonly DownwardUnit[] }>())
  .errors({ NO_TRUST: {}, NOT_A_PROVINCE: {} });

/** Shares a programme out to offices of the trust list; null takes a share away. A repeat changes nothing. */
export const setShares = oc
  .input(
    z.strictObject({
      code: CodeInput,
      year: YearInput,
      shares: z
        .array(
          z.strictObject({
            unitCode: LineInput,
            target: LineInput,
            amount: z.int().nonnegative().nullable(),
          }),
        )
        .max(20_000),
    }),
  )
  .output(type<{ changed: number }>())
  .errors({
    NO_TRUST: {},
    NOT_A_PROVINCE: {},
    PROGRAMME_UNKNOWN: {},
    TARGET_UNKNOWN: {},
    UNIT_UNKNOWN: {},
    MOVE_NOT_OFFERED: { data: type<{ state: string }>() },
  });

/**
 * Signs a programme with its targets, the shares of these units in one year, the forms it is reported on and the calendar of
 * that year. Every export is the next version, so a repeat gives a newer bundle of the same content.
 */
export const exportProgramme = oc
  .input(
    z.strictObject({
      code: CodeInput,
      year: YearInput,
      unitCodes: z.array(LineInput).min(1).max(512),
      effectiveFrom: DateInput,
      isEncrypted: z.boolean().default(false),
      passphrase: PassphraseInput,
    }),
  )
  .output(type<DownloadOffer & { digest: string; code: string; version: number; units: number }>())
  .errors({
    NO_TRUST: {},
    NOT_A_PROVINCE: {},
    PROGRAMME_UNKNOWN: {},
    UNIT_UNKNOWN: {},
    NO_KEY: {},
    PASSPHRASE_WRONG: {},
    KEY_WAIT: { data: type<{ seconds: number }>() },
    RECIPIENTS_MISSING: { data: type<{ changed: readonly string[] }>() },
    TOO_MANY_RECIPIENTS: { data: type<{ most: number }>() },
  });

export interface AllocatedTarget {
  readonly target: string;
  readonly title: string;
  readonly measureUnit: string;
  readonly year: number;
  readonly amount: number;
  /** What this office was given until now; null = nothing. */
  readonly before: number | null;
  /** Targets of this office's other programmes that count the same. */
  readonly own: readonly { readonly programme: string; readonly target: Target }[];
}

export interface ProgrammeDifference {
  readonly code: string;
  readonly title: string;
  readonly issuer: string;
  readonly version: number;
  /** Version held until now; null when this programme never came from above. */
  readonly heldVersion: number | null;
  /** Whether the office has a programme of this code already, from wherever. */
  readonly isHeld: boolean;
  readonly effectiveFrom: string;
  readonly targets: readonly (
    | { readonly kind: "added" | "left"; readonly target: Target }
    | {
        readonly kind: "changed";
        readonly target: Target;
        readonly before: Target;
        readonly aspects: readonly TargetAspect[];
      }
  )[];
  /** How many targets are the same as before. */
  readonly unchanged: number;
  readonly allocations: readonly AllocatedTarget[];
  /** Members that may leave while gross and net are both met, by year (420 − 230 = 190); null when net is above gross. */
  readonly plannedLosses: readonly {
    readonly year: number;
    readonly gross: number;
    readonly net: number;
    readonly losses: number | null;
  }[];
  /** Days that will be other than now. */
  readonly calendar: readonly {
    readonly period: string;
    readonly before: PeriodDates;
    readonly after: PeriodDates;
  }[];
}

/** What adopting a previewed programme would change. Changes nothing. */
export const difference = oc
  .input(z.strictObject({ previewId: z.string().max(64) }))
  .output(type<ProgrammeDifference>())
  .errors({ PREVIEW_UNKNOWN: {} });
