// What a person is typing about the office.
import type { OfficeDetails } from "../../../shared/contract/office-details.ts";
import type { OfficeKind } from "../../../shared/domain/org-unit.ts";

export const LETTERHEAD_LINES = [
  "superiorLine",
  "issuerLine",
  "symbolSuffix",
  "placeName",
  "address",
  "phone",
] as const;

export interface OfficeDraft {
  readonly name: string;
  readonly kind: OfficeKind;
  readonly parentCode: string;
  readonly parentName: string;
  readonly letterhead: OfficeDetails["letterhead"];
}

export function draftOfOffice({ name, kind, parent, letterhead }: OfficeDetails): OfficeDraft {
  return { name, kind, parentCode: parent?.code ?? "", parentName: parent?.name ?? "", letterhead };
}

/** What must be filled and is not. */
export function missingOf(draft: OfficeDraft): ReadonlySet<"name" | "issuerLine" | "parentName"> {
  const missing = new Set<"name" | "issuerLine" | "parentName">();
  if (draft.name.trim() === "") missing.add("name");
  if (draft.letterhead.issuerLine.trim() === "") missing.add("issuerLine");
  if (draft.parentCode.trim() !== "" && draft.parentName.trim() === "") missing.add("parentName");
  return missing;
}
