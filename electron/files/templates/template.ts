// What a sheet for the grassroots holds, before it is a file: for one union a row an element, for many a row a union.
import type { ElementCode, ValueType } from "../../../shared/domain/data-element.ts";
import type { EntryValue } from "../../../shared/domain/entry.ts";

/** Goes up whenever a reader of the version before would misread the sheet. */
export const TEMPLATE_VERSION = 1;

export const TEMPLATE_KINDS = ["single", "many"] as const;
export type TemplateKind = (typeof TEMPLATE_KINDS)[number];

/** Whom and what a sheet asks. Travels on a hidden sheet; the file name and the title say it only to people. */
export interface TemplateIdentity {
  readonly version: number;
  /** Uid of the office that asks. */
  readonly office: string;
  readonly form: string;
  readonly period: string;
  readonly kind: TemplateKind;
  /** Digest of the form as it stood when the sheet was made. */
  readonly catalogue: string;
  /** Uids; one for a single sheet. */
  readonly units: readonly string[];
  readonly elements: readonly ElementCode[];
}

export interface TemplateColumn {
  readonly element: ElementCode;
  readonly label: string;
  readonly shortLabel: string;
  readonly type: ValueType;
  readonly measureUnit: string;
  /** Letter of its section. */
  readonly section: string;
  readonly isCumulative: boolean;
  /** May be left blank: it is asked in a longer form. */
  readonly isOptional?: boolean;
  /** A part of the line above ("trong đó"). */
  readonly isPart: boolean;
}

/** What a person wrote before, for a sheet that goes back to be mended. */
export interface FormerAnswer {
  /** A number stays a number, so that the sheet's own checks hold. */
  readonly value: string | number | null;
  /** The word chosen instead of a figure, as it stands in a list. */
  readonly word: string | null;
  readonly note: string | null;
  /** Why it was not taken; null = it was. */
  readonly reason: string | null;
}

export interface TemplateCell {
  /** Only `fill` is unlocked. */
  readonly kind: "fill" | "computed" | "neverAsked";
  readonly previous: EntryValue | null;
  /** What a computed cell shows now. */
  readonly computed: EntryValue | null;
  readonly former?: FormerAnswer;
}

export interface TemplateUnit {
  readonly uid: string;
  readonly code: string;
  readonly name: string;
  /** Index = column. */
  readonly cells: readonly TemplateCell[];
}

export interface Template {
  readonly identity: TemplateIdentity;
  readonly fingerprint: string;
  readonly officeName: string;
  /** "Báo cáo tháng", "Tháng 5/2024", "Tháng 4/2024". */
  readonly formLabel: string;
  readonly periodLabel: string;
  readonly previousLabel: string;
  /** `YYYY-MM-DD` */
  readonly cutoffOn: string;
  readonly collectOn: string;
  readonly sections: readonly { readonly code: string; readonly title: string }[];
  readonly columns: readonly TemplateColumn[];
  readonly units: readonly TemplateUnit[];
}
