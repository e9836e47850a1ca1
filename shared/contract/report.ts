// The printed report of a form and period (domain.md §e): read, written, saved as files.
import { eventIterator, oc, type } from "@orpc/contract";
import { z } from "zod";
import type { PaperReport } from "../domain/report/paper.ts";
import type { ReportFigure } from "../domain/report/placeholders.ts";
import type { Rhythm } from "../domain/period.ts";
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
  /** Lower hex; changes with anything that is printed. Whoever signs names the paper that was shown. */
  readonly paperSha256: string;
  /** None once it is signed. */
  readonly parts: readonly ReportPart[];
  readonly figures: readonly ReportFigure[];
  /** Signed: nothing can be changed any more. */
  readonly isFrozen: boolean;
  /** The bundle that holds what is shown; null while it is not signed, or for one signed before papers were kept. */
  readonly signedAs: string | null;
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

/**
 * The report as it stands now: live figures in proposed or changed sentences; once approved, the figures approved; once
 * signed, what was signed.
 */
export const open = oc
  .input(z.strictObject(ReportKey))
  .output(type<ReportSheet>())
  .errors({ FORM_MISMATCH: {}, BUNDLE_DAMAGED: {} });

/**
 * Changes parts, all or none; null puts back what the program proposes, "" leaves a section out. A repeat with an old
 * revision is refused.
 * @param shownSha256 `paperSha256` of the report that was shown: sent by whoever signs what results without reading it again
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
      shownSha256: z.string().length(64).optional(),
    }),
  )
  .output(type<ReportSheet>())
  .errors({
    FORM_MISMATCH: {},
    REPORT_SIGNED: {},
    /** The columns of Phụ lục 4 stand fast with its figures. */
    REPORT_APPROVED: {},
    /** The report is another than was shown. */
    PAPER_CHANGED: {},
    REPORT_PART_CHANGED: { data: type<{ author: string }>() },
    REPORT_PART_REFUSED: { data: type<{ name: string }>() },
    FIGURE_UNKNOWN: { data: type<{ changed: readonly string[] }>() },
    REPORT_NUMBER_TAKEN: { data: type<{ periods: readonly string[] }>() },
  });

/** The report as files; the same report gives the same bytes. Of a signed one, the very files that were signed. */
export const write = oc
  .input(z.strictObject({ ...ReportKey, files: z.array(z.enum(REPORT_FILES)).min(1).max(3) }))
  .output(type<readonly DownloadOffer[]>())
  .errors({ FORM_MISMATCH: {}, BUNDLE_DAMAGED: {} });

/** The papers of a report that was sent or received, as its bundle holds them. */
export interface SignedPapers {
  readonly digest: string;
  readonly code: string;
  readonly issuer: { readonly code: string; readonly name: string };
  readonly form: Rhythm;
  readonly period: string;
  readonly correction: number;
  /** Null for a report that was signed before papers were kept. */
  readonly paper: PaperReport | null;
  /** Files to be read by people, in the order of the bundle. */
  readonly documents: readonly SignedDocument[];
}

interface SignedDocument {
  /** Inside the bundle: `bao-cao.docx`. */
  readonly name: string;
  /** Which of the report's files it is; null for any other. */
  readonly file: ReportFile | null;
  /** Bytes. */
  readonly size: number;
  readonly sha256: string;
}

const BundleDigest = z.string().length(64);

/** Opens the papers of a report that was sent from here or received: from its bundle alone. */
export const signed = oc
  .input(z.strictObject({ digest: BundleDigest }))
  .output(type<SignedPapers>())
  .errors({ BUNDLE_UNKNOWN: {}, BUNDLE_DAMAGED: {} });

/** Documents of such a report, byte for byte as they were signed; all of them without names. */
export const writeSigned = oc
  .input(
    z.strictObject({ digest: BundleDigest, names: z.array(z.string().max(120)).min(1).max(250).optional() }),
  )
  .output(type<readonly DownloadOffer[]>())
  .errors({ BUNDLE_UNKNOWN: {}, BUNDLE_DAMAGED: {} });

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
