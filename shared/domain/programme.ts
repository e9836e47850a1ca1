// Action programmes as data (design.md §4, domain.md §b).
import type { Target } from "./target.ts";

export const PROGRAMME_STATES = [
  "draft",
  "underComment",
  "issued",
  "inForce",
  "revised",
  "closed",
  "archived",
] as const;
export type ProgrammeState = (typeof PROGRAMME_STATES)[number];

/** What already stands on a programme that was taken in: `own`: it is in no catalogue · `report`: a period was approved with it. */
export const PROGRAMME_USES = ["own", "version", "allocation", "share", "verdict", "report"] as const;
export type ProgrammeUse = (typeof PROGRAMME_USES)[number];

export interface LegalBasis {
  /** Number and symbol exactly as printed: `02-NQ/TW`, `1979/CTr-LĐLĐ`; null where the source gives none. */
  readonly symbol: string | null;
  /** `YYYY-MM-DD` or null. */
  readonly date: string | null;
  readonly issuer: string;
  readonly subject: string;
}

/** A result known from a past review, kept as it was stated: a number, or only a bound (domain.md §b.4, §c.1 `bound`). */
export interface AchievedResult {
  readonly id: string;
  readonly title: string;
  readonly titleEnglish: string;
  readonly values: readonly {
    readonly label: string;
    /** Percentages in hundredths of a percent, money in đồng, else whole counts. */
    readonly amount: number;
    readonly scale: "percent" | "count" | "money";
    readonly measureUnit: string;
    /** eq: the number itself · gt: only "trên/hơn" is known. */
    readonly bound: "eq" | "gt";
    /** `45/45` keeps its notation. */
    readonly ratio?: { readonly numerator: number; readonly denominator: number };
  }[];
  /** Targets it answers, with what may be said of them. */
  readonly comparesWith: readonly { readonly target: string; readonly verdict: "met" | "notComparable" }[];
  readonly elements: readonly string[];
  readonly caution?: string;
}

export interface SteeringCommittee {
  readonly name: string;
  readonly phase: string;
  readonly members: number;
  readonly head: string;
  readonly assistanceTeam: number;
  readonly meetingRhythm: "monthly" | "quarterly";
  readonly reportRhythm: "monthly" | "quarterly";
  readonly assignment: string;
  readonly meetingOn: string;
}

export interface Programme {
  /** `AG-1979` (design.md §6). */
  readonly code: string;
  /** Code of the programme of the level above it was derived from. */
  readonly derivedFrom?: string;
  readonly source: string;
  readonly title: string;
  readonly titleEnglish: string;
  readonly issuer: string;
  /** Number and symbol; null where the source gives none. */
  readonly symbol: string | null;
  readonly issuedOn: string | null;
  /** Years covered, inclusive; `to` null when open. */
  readonly term: { readonly from: number; readonly to: number | null };
  readonly state: ProgrammeState;
  /** Last day on which figures can be compared with it, e.g. when its issuer was merged; null while it lasts. */
  readonly lastValidOn: string | null;
  readonly legalBases: readonly LegalBasis[];
  readonly contentBlocks: readonly string[];
  readonly targetGroups: readonly { readonly number: number; readonly title: string }[];
  readonly taskGroups: readonly {
    readonly number: number;
    readonly code: string | null;
    readonly title: string;
  }[];
  readonly tasks: readonly { readonly number: number; readonly title: string }[];
  readonly targets: readonly Target[];
  readonly results: readonly AchievedResult[];
  readonly steeringCommittee: SteeringCommittee | null;
  /** What the structure of the source asks for beyond targets, e.g. [S2] annual and phase targets. */
  readonly notes: readonly string[];
}
