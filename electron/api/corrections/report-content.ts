// What a kept report says in its cells, from its bundle.
import type { EntryValue } from "../../../shared/domain/entry.ts";
import { ExchangeError } from "../../exchange/codes.ts";
import type { ManifestOf } from "../../exchange/manifest.ts";
import type { VerifiedContent } from "../../exchange/verifier.ts";
import { entryRows, tableRows } from "../bundle/content-check.ts";
import { type EntryRow, UnitRowV1 } from "../bundle/rows.ts";
import { openKeptAside } from "../submissions/kept-bundle.ts";
import { reportBytes } from "../submissions/waiting-report.ts";
import type { Workspace } from "../workspace.ts";

export interface ReportContent {
  readonly content: VerifiedContent;
  readonly manifest: ManifestOf<"submission">;
}

interface Errors {
  BUNDLE_UNKNOWN(): Error;
  BUNDLE_DAMAGED(): Error;
}

/** A report received, verified and waiting, or sent from here. */
export async function openReport(
  workspace: Workspace,
  digest: string,
  errors: Errors,
): Promise<ReportContent> {
  const bytes = await reportBytes(workspace, digest);
  if (bytes === undefined) throw errors.BUNDLE_UNKNOWN();
  if (bytes === null) throw errors.BUNDLE_DAMAGED();
  let content: VerifiedContent | null;
  try {
    content = await openKeptAside(bytes, digest);
  } catch (error) {
    if (error instanceof ExchangeError) throw errors.BUNDLE_DAMAGED();
    throw error;
  }
  if (content === null) throw errors.BUNDLE_DAMAGED();
  // An import may have begun while it was unpacked: beside a report stands nothing that is not committed.
  await workspace.untilFree();
  const { manifest } = content;
  if (manifest.kind !== "submission") throw errors.BUNDLE_UNKNOWN();
  return { content, manifest };
}

export interface NamedUnit {
  readonly uid: string;
  readonly code: string;
  readonly name: string;
}

/** Units of a report by uid, the office that sent it among them. */
export function unitsIn({ content, manifest: { issuer } }: ReportContent): ReadonlyMap<string, NamedUnit> {
  const self = { uid: issuer.unit_id, code: issuer.unit_code, name: issuer.unit_name };
  const units = [...tableRows(content, "units.v1")].map((row) => UnitRowV1.parse(row));
  return new Map(
    [self, ...units.map(({ uid, code, name }) => ({ uid, code, name }))].map((unit) => [unit.uid, unit]),
  );
}

/** Every figure of a report by its place. */
export function figuresIn({ content }: Pick<ReportContent, "content">): ReadonlyMap<string, EntryValue> {
  return new Map([...entryRows(content)].map((row) => [placeKey(row), entryOf(row)]));
}

export function placeKey({ unit, element, period }: Pick<EntryRow, "unit" | "element" | "period">): string {
  return `${unit} ${element} ${period}`;
}

function entryOf({ state, value }: EntryRow): EntryValue {
  return state === "value" ? { state, value: value ?? 0 } : { state };
}

export function isSameFigure(left: EntryValue | null, right: EntryValue | null): boolean {
  if (left === null || right === null) return left === right;
  return (
    left.state === right.state &&
    (left.state !== "value" || right.state !== "value" || left.value === right.value)
  );
}
