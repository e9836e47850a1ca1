// What the office is called and how it signs, dated like the register (domain.md §f.2 no. 1); its folder and its people.
import { oc, type } from "@orpc/contract";
import { z } from "zod";
import type { Letterhead } from "../domain/letterhead.ts";
import { OFFICE_KINDS, type OfficeKind } from "../domain/org-unit.ts";
import { type OfficeStatus, PERSON_ROLES } from "./office.ts";
import { DateInput, LineInput, OptionalLineInput } from "./schemas.ts";

export interface OfficeDetails {
  readonly name: string;
  readonly kind: OfficeKind;
  readonly parent: { readonly code: string; readonly name: string } | null;
  /** As recorded, or what follows from the names. */
  readonly letterhead: Letterhead;
  readonly isLetterheadRecorded: boolean;
  /** Changes from an earlier day are refused: they would rewrite what is recorded. */
  readonly lastChangeOn: string;
  /** Names, superiors and letterheads over time, newest first. */
  readonly history: readonly {
    readonly subject: "name" | "parent" | "letterhead";
    readonly text: string;
    readonly validFrom: string;
    readonly validTo: string | null;
  }[];
}

const Line = LineInput.max(200);
const OptionalText = OptionalLineInput.transform((line) => line ?? "");

export const details = oc.output(type<OfficeDetails>());

/**
 * Name, level, superior and letterhead from a day on; what held before stays. The code does not change: keys and the
 * superior's list know the office by it. A repeat changes nothing.
 */
export const setDetails = oc
  .input(
    z.strictObject({
      effectiveOn: DateInput,
      decisionNumber: OptionalLineInput,
      name: Line,
      kind: z.enum(OFFICE_KINDS),
      parentCode: OptionalLineInput,
      parentName: OptionalLineInput,
      letterhead: z.strictObject({
        superiorLine: OptionalText,
        issuerLine: Line,
        symbolSuffix: OptionalText,
        placeName: OptionalText,
        address: OptionalText,
        phone: OptionalText,
      }),
    }),
  )
  .output(type<OfficeStatus>())
  .errors({
    DATE_BEFORE_LAST_CHANGE: { data: type<{ validFrom: string }>() },
    /** A change that begins later is entered on its day. */
    DATE_IN_FUTURE: {},
    /** A province receives, the others send: that is settled when the office is made. */
    OFFICE_ROLE_FIXED: {},
    /** The office itself, or one of its own unions. */
    PARENT_BELOW: { data: type<{ name: string }>() },
  });

interface OfficeFolder {
  readonly folder: string;
  /** The office file with what is not yet merged into it, in bytes. */
  readonly fileBytes: number;
  /** The newest copy beside the file. */
  readonly lastCopy: { readonly fileName: string; readonly at: string; readonly bytes: number } | null;
}

/** Where the office is kept; shown to the person who looks after it. */
export const folder = oc.output(type<OfficeFolder>());

export const updatePerson = oc
  .input(
    z.strictObject({
      id: z.int(),
      name: LineInput,
      title: OptionalLineInput,
      roles: z.array(z.enum(PERSON_ROLES)).min(1).max(PERSON_ROLES.length),
    }),
  )
  .output(type<OfficeStatus>())
  .errors({ PERSON_UNKNOWN: {} });
