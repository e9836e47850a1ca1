// Gia hạn: later dates for handing in a form (domain.md §d.2).
import { oc, type } from "@orpc/contract";
import { z } from "zod";
import type { PeriodStateName } from "./entries.ts";
import { DateInput, LineInput, PeriodInput, UidInput } from "./schemas.ts";

export interface ExtensionView {
  readonly uid: string;
  /** null = all unions. */
  readonly unit: { readonly uid: string; readonly code: string; readonly name: string } | null;
  /** Last day, `YYYY-MM-DD`. */
  readonly dueOn: string;
  readonly reason: string;
  readonly grantedAt: string;
  readonly author: string | null;
}

/** What may be granted for a period, and to whom. */
export interface ExtensionSheet {
  readonly period: string;
  /** The calendar's dates: when unions hand in, and when the report goes up. */
  readonly collectOn: string;
  readonly dueOn: string;
  readonly lockedReason: "approved" | "submitted" | "accepted" | "returned" | null;
  readonly extensions: readonly ExtensionView[];
  /** Unions that answer for the period and are not complete, each with its day. */
  readonly awaited: readonly {
    readonly uid: string;
    readonly code: string;
    readonly name: string;
    readonly dueOn: string;
    readonly isLate: boolean;
  }[];
}

const PERIOD_LOCKED = { data: type<{ state: PeriodStateName; at: string | null }>() };

/** The later dates that hold for a period, and who is awaited. */
export const list = oc.input(z.strictObject({ period: PeriodInput })).output(type<ExtensionSheet>());

/** Grants one union, or all of them, a later date. A second call for the same replaces the first. */
export const grant = oc
  .input(
    z.strictObject({
      period: PeriodInput,
      /** null = all unions. */
      unit: UidInput.nullable(),
      dueOn: DateInput,
      reason: LineInput,
    }),
  )
  .output(type<ExtensionView>())
  .errors({
    PERIOD_LOCKED,
    UNIT_UNKNOWN: {},
    EXTENSION_NOT_LATER: { data: type<{ collectOn: string }>() },
  });

/** Withdraws one; the date before it holds again. */
export const withdraw = oc
  .input(z.strictObject({ uid: UidInput }))
  .output(type<null>())
  .errors({ PERIOD_LOCKED, EXTENSION_UNKNOWN: {} });
