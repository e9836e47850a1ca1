import { oc, type } from "@orpc/contract";
import { z } from "zod";
import type { Programme, ProgrammeUse } from "../domain/programme.ts";
import { LineInput, TicketInput } from "./schemas.ts";

export interface ProgrammeSummary {
  readonly code: string;
  readonly title: string;
  readonly titleEnglish: string;
  readonly issuer: string;
  readonly symbol: string | null;
  readonly issuedOn: string | null;
  readonly term: { readonly from: number; readonly to: number | null };
  readonly state: string;
  readonly targets: number;
  readonly results: number;
  readonly adoptedAt: string | null;
  /** Written and issued by this office, not received. */
  readonly isIssuedHere: boolean;
  readonly isBuiltIn: boolean;
}

/** Built-in programmes and own ones, adopted or not. */
export const list = oc.output(type<readonly ProgrammeSummary[]>());

/** The whole definition: as adopted when it was, otherwise as in the catalogue. */
export const show = oc
  .input(z.strictObject({ code: LineInput }))
  .output(
    type<{
      summary: ProgrammeSummary;
      programme: Programme;
      allocations: readonly { target: string; unitCode: string; year: number; amount: number }[];
    }>(),
  )
  .errors({ PROGRAMME_UNKNOWN: {} });

/** Takes a programme into the office. A repeat changes nothing. */
export const adopt = oc
  .input(z.strictObject({ code: LineInput, ownerUnitCode: LineInput.optional() }))
  .output(type<ProgrammeSummary>())
  .errors({ PROGRAMME_UNKNOWN: {}, UNIT_UNKNOWN: {} });

/** Gives back a built-in programme that was taken in by mistake, as long as nothing stands on it. A repeat changes nothing. */
export const unadopt = oc
  .input(z.strictObject({ code: LineInput }))
  .output(type<ProgrammeSummary>())
  .errors({
    PROGRAMME_UNKNOWN: {},
    PROGRAMME_IN_USE: { data: type<{ use: ProgrammeUse }>() },
  });

/** An own programme from a JSON file. Refused whole, with every fault, or taken whole. */
export const importFile = oc
  .input(z.strictObject({ ticket: TicketInput }))
  .output(type<ProgrammeSummary>())
  .errors({
    HANDLE_UNKNOWN: {},
    /** `message`: a code of shared/catalogue/programme-faults.ts; `item`: the target or result it lies in. */
    PROGRAMME_INVALID: {
      data: type<{
        faults: readonly { path: string; message: string; item: string | null; detail: string }[];
      }>(),
    },
    PROGRAMME_EXISTS: { data: type<{ code: string }>() },
  });
