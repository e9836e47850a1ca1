// The printed report of a form and period (domain.md §e): read, written, saved as files.
import { eventIterator, oc, type } from "@orpc/contract";
import { z } from "zod";
import type { PaperReport } from "../domain/report/paper.ts";
import type { ReportFigure } from "../domain/report/placeholders.ts";
import type { PeriodStateName } from "./entries.ts";
import { type DownloadOffer, FormInput, type JobProgress, PeriodInput, UidInput } from "./schemas.ts";

/** Lines of the head that may be changed; every section is a part too, by its id. */
export const HEAD_PARTS = [
  "superiorLine",
  "issuerLine",
  "number",
  "symbolSuffix",
  "place",
  "issuedOn",
  "subject",
  "onBehalfOf",
  "signerTitle",
  "signerName",
  "recipients",
  "unitColumns",
] as const;
export type HeadPart = (typeof HEAD_PARTS)[number];

export const REPORT_FILES = ["word", "workbook", "page"] as const;
/** word: the whole report · workbook: the appendices with figures as numbers · page: for the printer and PDF. */
export type ReportFile = (typeof REPORT_FILES)[number];

export interface ReportPart {
  readonly part: string;
  /** Of a section, without its number; null for a line of the head. */
  readonly heading: string | null;
  /** Figures by name, in braces; sections are paragraphs, one a line. */
  readonly text: string;
  /** As the program writes it; the words may still change with the figures. */
  readonly isProposed: boolean;
  readonly revision: number;
  /** Who changed it last. */
  readonly author: string | null;
}

export interface ReportSheet {
  readonly paper: PaperReport;
  readonly parts: readonly ReportPart[];
  readonly figures: readonly ReportFigure[];
  /** Signed: nothing can be changed any more. */
  readonly isFrozen: boolean;
  /** What is shown is what was signed; a report signed before reports were kept is shown with today's figures. */
  readonly isAsSigned: boolean;
  readonly state: PeriodStateName;
  /** Sections in which somebody still has to write. */
  readonly unwritten: readonly string[];
  /** Figures the sentences name and nobody has entered. */
  readonly missing: readonly ReportFigure[];
  /** The next number of the year, for whoever has no register of documents at hand. */
  readonly suggestedNumber: number;
  /** Elements of the form, for the choice of columns of Phụ lục 4. */
  readonly elements: readonly { readonly code: string; readonly label: string }[];
}

const ReportKey = { form: FormInput, period: PeriodInput };
/** Like {@link LineInput}, with paragraphs. */
const PartText = z.string().max(20_000);

/** The report as it stands now: live figures in proposed or changed sentences; once signed, what was signed. */
export const open = oc
  .input(z.strictObject(ReportKey))
  .output(type<ReportSheet>())
  .errors({ FORM_MISMATCH: {} });

/**
 * Changes parts, all or none; null puts back what the program proposes, "" leaves a section out. A repeat with an old
 * revision is refused.
 */
export const save = oc
  .input(
    z.strictObject({
      ...ReportKey,
      parts: z
        .array(
          z.strictObject({
            part: z.string().max(64),
            text: PartText.nullable(),
            expectedRevision: z.int().nonnegative(),
          }),
        )
        .min(1)
        .max(100),
    }),
  )
  .output(type<ReportSheet>())
  .errors({
    FORM_MISMATCH: {},
    REPORT_SIGNED: {},
    REPORT_PART_CHANGED: { data: type<{ author: string }>() },
    REPORT_PART_REFUSED: { data: type<{ name: string }>() },
    FIGURE_UNKNOWN: { data: type<{ changed: readonly string[] }>() },
    REPORT_NUMBER_TAKEN: { data: type<{ periods: readonly string[] }>() },
  });

/** The report as files; the same report gives the same bytes. */
export const write = oc
  .input(z.strictObject({ ...ReportKey, files: z.array(z.enum(REPORT_FILES)).min(1).max(3) }))
  .output(type<readonly DownloadOffer[]>())
  .errors({ FORM_MISMATCH: {} });

/**
 * The entry form on paper: blank, or with what is entered; one page or more for each union. Fifty unions are one Word file;
 * more come as several in a zip. Changes nothing; called off, it leaves nothing.
 */
export const writeEntryForm = oc
  .input(
    z.strictObject({
      ...ReportKey,
      /** null: one form with no union's name. */
      units: z.array(UidInput).min(1).max(2000).nullable(),
      isFilled: z.boolean(),
    }),
  )
  .output(eventIterator(type<JobProgress>(), type<DownloadOffer>()))
  .errors({ FORM_MISMATCH: {}, UNIT_UNKNOWN: {} });
