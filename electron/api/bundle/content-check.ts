// Step V12 of bundle.md §2.9 for a submission: rows of the right form, references that exist, totals that agree.
import { findElement } from "../../../shared/catalogue/elements.ts";
import { parsePeriod } from "../../../shared/domain/period.ts";
import type { ContentFault, VerifiedContent } from "../../exchange/verifier.ts";
import { EntryRowV1, EvaluationRowV1, TABLES, UnitRowV1 } from "./rows.ts";
import type { EntryRow, EvaluationRow } from "./rows.ts";
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
  const self = content.manifest.issuer.unit_id;
  const unitRows = [...tableRows(content, "units.v1")].map((row) => UnitRowV1.parse(row));
  const units = new Set([self, ...unitRows.map(({ uid }) => uid)]);
  const entries: EntryRow[] = [];
  for (const row of entryRows(content)) {
    const period = parsePeriod(row.period);
    if (!units.has(row.unit) || !findElement(row.element) || !period)
      return { code: "E_DATA_REF", detail: `${row.unit}/${row.element}/${row.period}` };
    if ((row.state === "value") !== (row.value !== null) || (row.value ?? 0) < 0)
      return { code: "E_DATA_RULE", detail: `${row.unit}/${row.element}` };
    entries.push(row);
  }
  const computed = controlTotals(unitRows, entries, content.manifest.context?.period ?? "", self);
  const stated = content.manifest.totals;
  const keys = new Set([...Object.keys(computed), ...Object.keys(stated)]);
  for (const key of keys) if (computed[key] !== stated[key]) return { code: "E_TOTALS", detail: key };
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
