// What a person is typing about the office.
import type { OfficeDetails } from "../../../shared/contract/office-details.ts";
import type { OfficeKind } from "../../../shared/domain/org-unit.ts";
import { letterheadLine, placeOf, symbolSuffixOf } from "../../../shared/domain/report/lines.ts";

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

/** Lines that say what follows from the names go on doing so when a name or the level changes. */
export function withNames(draft: OfficeDraft, names: Partial<Omit<OfficeDraft, "letterhead">>): OfficeDraft {
  const after = { ...draft, ...names };
  const [old, now] = [draft, after].map(({ name, kind, parentName }) => ({
    superiorLine: letterheadLine(parentName),
    issuerLine: letterheadLine(name),
    symbolSuffix: symbolSuffixOf(kind, name),
    placeName: placeOf(name),
  }));
  if (!old || !now) return after;
  const letterhead = { ...after.letterhead };
  for (const line of ["superiorLine", "issuerLine", "symbolSuffix", "placeName"] as const)
    if (letterhead[line] === old[line]) letterhead[line] = now[line];
  return { ...after, letterhead };
}

/** What must be filled and is not. */
export function missingOf(draft: OfficeDraft): ReadonlySet<"name" | "issuerLine" | "parentName"> {
  const missing = new Set<"name" | "issuerLine" | "parentName">();
  if (draft.name.trim() === "") missing.add("name");
  if (draft.letterhead.issuerLine.trim() === "") missing.add("issuerLine");
  if (draft.parentCode.trim() !== "" && draft.parentName.trim() === "") missing.add("parentName");
  return missing;
}
