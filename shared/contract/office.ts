import { eventIterator, oc, type } from "@orpc/contract";
import { z } from "zod";
import { OFFICE_KINDS, type OfficeKind } from "../domain/org-unit.ts";
import type { Rhythm } from "../domain/period.ts";
import { type JobProgress, LineInput, OptionalLineInput } from "./schemas.ts";

export const PERSON_ROLES = [
  "clerk",
  "specialist",
  "accountant",
  "inspector",
  "approver",
  "provincialReviewer",
  "provincialApprover",
] as const;
export type PersonRole = (typeof PERSON_ROLES)[number];

export interface Person {
  readonly id: number;
  readonly name: string;
  /** Chức vụ as printed under a signature. */
  readonly title: string;
  readonly roles: readonly PersonRole[];
}

export interface OfficeInfo {
  readonly uid: string;
  readonly code: string;
  readonly name: string;
  readonly kind: OfficeKind;
  /** A province receives; the others send. */
  readonly role: "sender" | "receiver";
  readonly parent: { readonly code: string; readonly name: string } | null;
  readonly instanceId: string;
  readonly isDemo: boolean;
  /**
   * The year the office works in by default: of the last report that was due and answered by half the unions, or is approved,
   * else the current one. Of a receiver: of the last report that was due to it.
   */
  readonly workingYear: number;
  readonly people: readonly Person[];
  readonly currentPersonId: number | null;
  /** Workers from which an enterprise union has "đông lao động" (T001-10b). */
  readonly largeWorkforceThreshold: number;
  /** Language of the interface chosen here; null until somebody chose. Kept with the office: a browser forgets it with the port. */
  readonly language: "vi" | "en" | null;
}

export interface OfficeStatus {
  readonly program: {
    readonly name: string;
    readonly version: string;
    readonly host: "electron" | "local" | "cli";
  };
  /** Viet Nam calendar date. */
  readonly today: string;
  readonly office: OfficeInfo | null;
}

export interface WorkItem {
  readonly kind:
    | "due"
    | "late"
    | "approve"
    | "submit"
    | "awaitingReceipt"
    /** Of an office that receives: reports of the offices below that have not come. */
    | "reports"
    | "noKey"
    | "noTrust"
    | "noUnits"
    | "noProgramme"
    | "returned"
    /** Reports due long ago and never sent, in one line. */
    | "earlier"
    /** Nothing has left the machine for a while. */
    | "backup"
    /** A restored office: the newest receipt is to be taken in before anything new is signed. */
    | "restored"
    /** Taken in by the level above: nothing to do, said so that nobody sends twice. */
    | "accepted";
  readonly form: string | null;
  readonly period: string | null;
  /** Due date, `YYYY-MM-DD`, where there is one. */
  readonly dueOn: string | null;
  /** Days until due; negative when late. */
  readonly daysLeft: number | null;
  /** Units that are in and that are expected; of `reports`, offices. */
  readonly unitsIn: number | null;
  readonly unitsExpected: number | null;
  /** While figures are awaited: who is complete, whose day is over, who has a later date, where nothing happened. */
  readonly awaiting: {
    readonly collectOn: string;
    readonly unitsComplete: number;
    readonly unitsLate: number;
    readonly unitsWithoutOccurrence: number;
    /** A later date for all unions. */
    readonly extendedTo: string | null;
    readonly unitsExtended: number;
    readonly unitsExtendedTo: string | null;
  } | null;
  /** While figures are awaited: cells the office answers about itself, and how many are filled. */
  readonly own: { readonly asked: number; readonly filled: number } | null;
  /** Of `earlier`: the reports, oldest first. */
  readonly earlier: readonly {
    readonly form: Rhythm;
    readonly period: string;
    readonly dueOn: string;
    readonly state: "open" | "approved" | "returned";
  }[];
}

export interface DoctorReport {
  readonly checks: readonly {
    readonly name: "integrity" | "references" | "audit" | "submissions" | "settings" | "backups";
    readonly ok: boolean;
    /** What is wrong, for the telephone: the file or the cell and a code. */
    readonly detail: string;
  }[];
  /** When a backup last left the machine; null = never. */
  readonly lastBackupAt: string | null;
}

/** The office as it is now; safe to repeat. */
export const status = oc.output(type<OfficeStatus>());

/** Makes the office of this folder. A second call is refused: one file is one office. */
export const create = oc
  .input(
    z.strictObject({
      code: LineInput,
      name: LineInput,
      kind: z.enum(OFFICE_KINDS),
      parentCode: OptionalLineInput,
      parentName: OptionalLineInput,
      /** Who works here; may be added later. */
      personName: OptionalLineInput.optional(),
    }),
  )
  .output(type<OfficeStatus>())
  .errors({ OFFICE_EXISTS: { data: type<{ name: string }>() } });

/** Fills a new office with the reproducible demo. Refused when an office exists. */
export const createDemo = oc
  .input(
    z.strictObject({
      units: z.int().min(1).max(2000).default(120),
      years: z.int().min(1).max(10).default(3),
      seed: z.int().min(0).default(1),
    }),
  )
  .output(eventIterator(type<JobProgress>(), type<OfficeStatus>()))
  .errors({ OFFICE_EXISTS: { data: type<{ name: string }>() } });

export const addPerson = oc
  .input(
    z.strictObject({
      name: LineInput,
      title: OptionalLineInput,
      roles: z.array(z.enum(PERSON_ROLES)).min(1).max(PERSON_ROLES.length),
    }),
  )
  .output(type<OfficeStatus>());

/** Says who sits here now; recorded with every change from then on. */
export const setCurrentPerson = oc
  .input(z.strictObject({ personId: z.int() }))
  .output(type<OfficeStatus>())
  .errors({ PERSON_UNKNOWN: {} });

export const setParameters = oc
  .input(z.strictObject({ largeWorkforceThreshold: z.int().min(1).max(100_000) }))
  .output(type<OfficeStatus>());

/** Language of the interface from the next start on. A repeat changes nothing. */
export const setLanguage = oc
  .input(z.strictObject({ language: z.enum(["vi", "en"]) }))
  .output(type<OfficeStatus>());

/** What is to be done now, most urgent first. */
export const today = oc.output(type<readonly WorkItem[]>());

/** Integrity of the file, the audit chain and the frozen submissions; changes nothing. */
export const doctor = oc.output(type<DoctorReport>());
