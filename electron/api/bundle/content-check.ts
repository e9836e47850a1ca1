// Step V12 of bundle.md §2.9 for a submission: rows of the right form, references that exist, totals that agree.
import type { ZodType } from "zod";
import { type PartDone, ROWS_A_PART } from "../../../shared/domain/parts.ts";
import { findElement } from "../../../shared/catalogue/elements.ts";
import { type OutsideTime, outsideProgramme } from "../../../shared/domain/evaluate/window.ts";
import { parsePeriod, periodOf } from "../../../shared/domain/period.ts";
import type { Target } from "../../../shared/domain/target.ts";
import type { ContentFault, VerifiedContent } from "../../exchange/verifier.ts";
import {
  CorrectionRowV1,
  ElementRowV1,
  EntryRowV1,
  EvaluationRowV1,
  ExplanationRowV1,
  INCOMPLETE,
  isUnapproved,
  PeriodRowV1,
  TABLES,
  TargetRowV1,
  UnitRowV1,
} from "./rows.ts";
import type { CorrectionRow, ElementRow, EntryRow, EvaluationRow, TargetRow, UnitRow } from "./rows.ts";
import { PAPER_PATH, paperIn } from "./paper-document.ts";
import { controlTotals } from "./totals.ts";

/** null when the content stands. */
export function* checkSubmissionContent(content: VerifiedContent): Generator<PartDone, ContentFault | null> {
  if (content.manifest.kind !== "submission") return null;
  // Read once: a table may have half a million rows, and everything below asks for the same ones.
  const units: UnitRow[] = [];
  const entries: EntryRow[] = [];
  const corrections: CorrectionRow[] = [];
  for (const entry of content.manifest.entries) {
    if (entry.role !== "table") continue;
    const { schema: name } = entry;
    const rows = content.rows(entry.path);
    const schema = Object.entries(TABLES).find(([table]) => name === `${table}.v1`)?.[1];
    if (!schema) return { code: "E_DATA_SCHEMA", detail: name };
    const faulty =
      name === "units.v1"
        ? yield* readRows(UnitRowV1, rows, entry.rows, units)
        : name === "entries.v1"
          ? yield* readRows(EntryRowV1, rows, entry.rows, entries)
          : name === "corrections.v1"
            ? yield* readRows(CorrectionRowV1, rows, entry.rows, corrections)
            : yield* readRows<unknown>(schema, rows, entry.rows, []);
    if (faulty !== null) return { code: "E_DATA_SCHEMA", detail: `${entry.path}:${faulty}` };
  }
  const fault = yield* checkRows({
    units,
    entries,
    totals: content.manifest.totals,
    period: content.manifest.context?.period ?? "",
    self: content.manifest.issuer.unit_id,
  });
  if (fault) return fault;
  if (paperIn(content) === undefined) return { code: "E_DATA_SCHEMA", detail: PAPER_PATH };
  return checkCorrections(content.manifest.submission.revision, corrections, entries);
}

/** @returns the line, from 1, of the first row that is none of this table */
function* readRows<Row>(
  schema: ZodType<Row>,
  rows: Iterable<unknown>,
  total: number,
  into: Row[],
): Generator<PartDone, number | null> {
  let line = 0;
  for (const json of rows) {
    line += 1;
    if (line % ROWS_A_PART === 0) yield { step: "comparing", done: line, total };
    const parsed = schema.safeParse(json);
    if (!parsed.success) return line;
    into.push(parsed.data);
  }
  return null;
}

/** Each correction is the figure the report holds, and another than was reported; a first sending has none. */
function checkCorrections(
  revision: number,
  rows: readonly CorrectionRow[],
  entries: readonly EntryRow[],
): ContentFault | null {
  if (rows.length === 0) return null;
  if (revision === 0) return { code: "E_DATA_RULE", detail: "corrections" };
  const wanted = new Map(rows.map((row) => [placeOf(row), row]));
  const found = new Map<string, EntryRow>();
  for (const row of entries) if (wanted.has(placeOf(row))) found.set(placeOf(row), row);
  for (const [place, row] of wanted) {
    // A cell that was cleared stands in no entry, where the same is asked.
    if (!findElement(row.element) || !parsePeriod(row.period)) return { code: "E_DATA_REF", detail: place };
    const entry = found.get(place);
    const isHeld =
      row.corrected_state === (entry?.state ?? null) && row.corrected_value === (entry?.value ?? null);
    const isChange = row.corrected_state !== row.reported_state || row.corrected_value !== row.reported_value;
    if (!isHeld || !isChange) return { code: "E_DATA_RULE", detail: place };
  }
  return wanted.size === rows.length ? null : { code: "E_DATA_RULE", detail: "corrections" };
}

function placeOf({ unit, element, period }: Pick<EntryRow, "unit" | "element" | "period">): string {
  return `${unit}/${element}/${period}`;
}

/** What a correction says it corrected. */
export function correctionRowsIn(content: VerifiedContent): CorrectionRow[] {
  return [...tableRows(content, "corrections.v1")].map((row) => CorrectionRowV1.parse(row));
}

interface ReportRows {
  readonly units: readonly UnitRow[];
  readonly entries: readonly EntryRow[];
  readonly totals: Readonly<Record<string, number>>;
  readonly period: string;
  /** uid of the issuing office. */
  readonly self: string;
}

/** References that exist, each once, figures that can be, totals that agree; the sender asks the same before it signs. */
export function* checkRows({
  units,
  entries,
  totals,
  period,
  self,
}: ReportRows): Generator<PartDone, ContentFault | null> {
  const known = new Set([self]);
  for (const { uid } of units) {
    if (known.has(uid)) return { code: "E_DATA_RULE", detail: uid };
    known.add(uid);
  }
  // Units by element and period. Half a million rows come column by column: what concerns a column is asked once for each.
  const columns = new Map<string, Set<string>>();
  let column: Set<string> | undefined;
  let before: EntryRow | undefined;
  for (const [index, row] of entries.entries()) {
    if (index % ROWS_A_PART === 0) yield { step: "verifying", done: index, total: entries.length };
    if (before?.element !== row.element || before.period !== row.period) column = columnOf(columns, row);
    if (!known.has(row.unit) || !column) return { code: "E_DATA_REF", detail: placeOf(row) };
    if ((row.state === "value") !== (row.value !== null) || (row.value ?? 0) < 0)
      return { code: "E_DATA_RULE", detail: `${row.unit}/${row.element}` };
    // Twice the same figure would count twice in every sum, and the totals would agree all the same.
    if (column.has(row.unit)) return { code: "E_DATA_RULE", detail: placeOf(row) };
    column.add(row.unit);
    before = row;
  }
  const computed = yield* controlTotals(units, entries, period, self);
  const keys = new Set([...Object.keys(computed), ...Object.keys(totals)]);
  for (const key of keys) if (computed[key] !== totals[key]) return { code: "E_TOTALS", detail: key };
  return null;
}

/** undefined where there is no such element or period */
function columnOf(columns: Map<string, Set<string>>, { element, period }: EntryRow): Set<string> | undefined {
  const key = `${element}/${period}`;
  const known = columns.get(key);
  if (known || !findElement(element) || !parsePeriod(period)) return known;
  const column = new Set<string>();
  columns.set(key, column);
  return column;
}

/** Rows of all tables of a schema, in the order of the bundle. */
export function* tableRows(content: VerifiedContent, schema: string): Generator {
  for (const entry of content.manifest.entries)
    if (entry.role === "table" && entry.schema === schema) yield* content.rows(entry.path);
}

export function* entryRows(content: VerifiedContent): Generator<EntryRow> {
  for (const row of tableRows(content, "entries.v1")) yield EntryRowV1.parse(row);
}

/** Every entry of a report, a part at a time. */
export function* entryRowsByParts(content: VerifiedContent): Generator<PartDone, EntryRow[]> {
  const tables = content.manifest.entries.filter(
    (entry) => entry.role === "table" && entry.schema === "entries.v1",
  );
  const total = tables.reduce((sum, entry) => sum + (entry.role === "table" ? entry.rows : 0), 0);
  const rows: EntryRow[] = [];
  for (const row of entryRows(content)) {
    if (rows.length % ROWS_A_PART === 0) yield { step: "reading", done: rows.length, total };
    rows.push(row);
  }
  return rows;
}

export function* evaluationRows(content: VerifiedContent): Generator<EvaluationRow> {
  for (const row of tableRows(content, "evaluations.v1")) yield EvaluationRowV1.parse(row);
}

/** The targets as the sender had them, by programme and target. */
export function targetRows(content: VerifiedContent): TargetRow[] {
  return [...tableRows(content, "targets.v1")].map((row) => TargetRowV1.parse(row));
}

/** The title of a programme as the sender knew it. */
export function programmeTitleIn(rows: readonly TargetRow[], programme: string): string | undefined {
  return rows.find((row) => row.programme === programme)?.programme_title;
}

/** Words of the data elements as they were when the report was made, by code. */
export function elementWords(rows: Iterable<unknown>): ReadonlyMap<string, ElementRow> {
  return new Map([...rows].map((json) => ElementRowV1.parse(json)).map((row) => [row.code, row]));
}

/** Why a period asks nothing of a programme, by the targets a submission defines; null where it does, or defines none. */
export function outsideAt(rows: readonly TargetRow[], programme: string, period: string): OutsideTime | null {
  const defined = rows.filter((row) => row.programme === programme);
  const [first] = defined;
  if (first === undefined) return null;
  const term = { from: first.term_from, to: first.term_to };
  const targets = defined.map(definitionOf);
  return outsideProgramme({ term, targets }, periodOf(period)) ?? null;
}

/** Written by the sender's program from a checked programme, and signed. */
export function definitionOf({ definition }: TargetRow): Target {
  return JSON.parse(definition) as Target;
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
