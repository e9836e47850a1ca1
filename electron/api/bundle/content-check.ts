// Step V12 of bundle.md §2.9 for a submission: rows of the right form, references that exist, totals that agree.
import { findElement } from "../../../shared/catalogue/elements.ts";
import { parsePeriod } from "../../../shared/domain/period.ts";
import type { ContentFault, VerifiedContent } from "../../exchange/verifier.ts";
import {
  CorrectionRowV1,
  EntryRowV1,
  EvaluationRowV1,
  ExplanationRowV1,
  INCOMPLETE,
  isUnapproved,
  PeriodRowV1,
  TABLES,
  UnitRowV1,
} from "./rows.ts";
import type { CorrectionRow, EntryRow, EvaluationRow, UnitRow } from "./rows.ts";
import { controlTotals } from "./totals.ts";

/** null when the content stands. */
export function checkSubmissionContent(content: VerifiedContent): ContentFault | null {
  if (content.manifest.kind !== "submission") return null;
  for (const entry of content.manifest.entries) {
    if (entry.role !== "table") continue;
    const schema = Object.entries(TABLES).find(([name]) => entry.schema === `${name}.v1`)?.[1];
    if (!schema) return { code: "E_DATA_SCHEMA", detail: entry.schema };
    let line = 0;
    for (const row of content.rows(entry.path)) {
      line += 1;
      if (!schema.safeParse(row).success) return { code: "E_DATA_SCHEMA", detail: `${entry.path}:${line}` };
    }
  }
  const fault = checkRows({
    units: [...tableRows(content, "units.v1")].map((row) => UnitRowV1.parse(row)),
    entries: entryRows(content),
    totals: content.manifest.totals,
    period: content.manifest.context?.period ?? "",
    self: content.manifest.issuer.unit_id,
  });
  return fault ?? checkCorrections(content);
}

/** Each correction is the figure the report holds, and another than was reported; a first sending has none. */
function checkCorrections(content: VerifiedContent): ContentFault | null {
  const { manifest } = content;
  const rows = correctionRowsIn(content);
  if (rows.length === 0) return null;
  if (manifest.kind !== "submission" || manifest.submission.revision === 0)
    return { code: "E_DATA_RULE", detail: "corrections" };
  const placeOf = ({ unit, element, period }: Pick<EntryRow, "unit" | "element" | "period">) =>
    `${unit}/${element}/${period}`;
  const wanted = new Map(rows.map((row) => [placeOf(row), row]));
  const found = new Map<string, EntryRow>();
  for (const row of entryRows(content)) if (wanted.has(placeOf(row))) found.set(placeOf(row), row);
  for (const [place, row] of wanted) {
    const entry = found.get(place);
    const isHeld =
      row.corrected_state === (entry?.state ?? null) && row.corrected_value === (entry?.value ?? null);
    const isChange = row.corrected_state !== row.reported_state || row.corrected_value !== row.reported_value;
    if (!isHeld || !isChange) return { code: "E_DATA_RULE", detail: place };
  }
  return wanted.size === rows.length ? null : { code: "E_DATA_RULE", detail: "corrections" };
}

/** What a correction says it corrected. */
export function correctionRowsIn(content: VerifiedContent): CorrectionRow[] {
  return [...tableRows(content, "corrections.v1")].map((row) => CorrectionRowV1.parse(row));
}

export interface ReportRows {
  readonly units: readonly UnitRow[];
  readonly entries: Iterable<EntryRow>;
  readonly totals: Readonly<Record<string, number>>;
  readonly period: string;
  /** uid of the issuing office. */
  readonly self: string;
}

/** References that exist, figures that can be, totals that agree; the sender asks the same before it signs. */
export function checkRows({ units, entries, totals, period, self }: ReportRows): ContentFault | null {
  const known = new Set([self, ...units.map(({ uid }) => uid)]);
  const rows: EntryRow[] = [];
  for (const row of entries) {
    if (!known.has(row.unit) || !findElement(row.element) || !parsePeriod(row.period))
      return { code: "E_DATA_REF", detail: `${row.unit}/${row.element}/${row.period}` };
    if ((row.state === "value") !== (row.value !== null) || (row.value ?? 0) < 0)
      return { code: "E_DATA_RULE", detail: `${row.unit}/${row.element}` };
    rows.push(row);
  }
  const computed = controlTotals(units, rows, period, self);
  const keys = new Set([...Object.keys(computed), ...Object.keys(totals)]);
  for (const key of keys) if (computed[key] !== totals[key]) return { code: "E_TOTALS", detail: key };
  return null;
}

/** Rows of all tables of a schema, in the order of the bundle. */
export function* tableRows(content: VerifiedContent, schema: string): Generator {
  for (const entry of content.manifest.entries)
    if (entry.role === "table" && entry.schema === schema) yield* content.rows(entry.path);
}

export function* entryRows(content: VerifiedContent): Generator<EntryRow> {
  for (const row of tableRows(content, "entries.v1")) yield EntryRowV1.parse(row);
}

export function* evaluationRows(content: VerifiedContent): Generator<EvaluationRow> {
  for (const row of tableRows(content, "evaluations.v1")) yield EvaluationRowV1.parse(row);
}

/** Codes of the periods whose figures are in a submission although its sender had not approved them. */
export function unapprovedIn(content: VerifiedContent): string[] {
  return [...tableRows(content, "periods.v1")]
    .map((row) => PeriodRowV1.parse(row))
    .filter(({ state }) => isUnapproved(state))
    .map(({ period }) => period);
}

/** Why its sender approved it although unions are missing; null when none was. */
export function incompleteReasonIn(content: VerifiedContent): string | null {
  const rows = [...tableRows(content, "explanations.v1")].map((row) => ExplanationRowV1.parse(row));
  return rows.find(({ rule }) => rule === INCOMPLETE)?.text ?? null;
}
