// The figures of one received report, held small: 150 reports of 12,000 entries are judged together (bundle.md §2.3 rows).
import { elementByCode } from "../../../shared/catalogue/elements.ts";
import { GRADE_SCHEMES } from "../../../shared/catalogue/grade-schemes.ts";
import type { ElementCode } from "../../../shared/domain/data-element.ts";
import { ENTRY_STATES, type EntryValue } from "../../../shared/domain/entry.ts";
import { type FigureSource, officeFacts, type UnitFacts } from "../../../shared/domain/evaluate/figures.ts";
import { emptyColumn, reduceUnit } from "../../../shared/domain/evaluate/memory-source.ts";
import { isGradeEligible, schemeOn } from "../../../shared/domain/grade-scheme.ts";
import { EMPLOYER_TYPES, ENTERPRISES, SECTORS } from "../../../shared/domain/org-unit.ts";
import { type PartDone, ROWS_A_PART } from "../../../shared/domain/parts.ts";
import { contains, type Period, periodOf } from "../../../shared/domain/period.ts";
import type { VerifiedContent } from "../../exchange/verifier.ts";
import { entryRows, tableRows } from "../bundle/content-check.ts";
import {
  EmployerRowV1,
  EstablishmentRowV1,
  ExplanationRowV1,
  ParameterRowV1,
  UnitRowV1,
} from "../bundle/rows.ts";

/** Entries of one element, ordered by unit; the four arrays run side by side. */
interface PackedColumn {
  readonly unit: Uint32Array;
  /** Place in {@link PackedReport.periods}. */
  readonly period: Uint16Array;
  /** Place in ENTRY_STATES. */
  readonly state: Uint8Array;
  readonly value: Float64Array;
}

export interface PackedReport {
  readonly digest: string;
  readonly issuer: { readonly uid: string; readonly code: string; readonly name: string };
  readonly period: Period;
  readonly correction: number;
  readonly totals: Readonly<Record<string, number>>;
  readonly units: readonly (UnitFacts & { readonly code: string; readonly name: string })[];
  readonly periods: readonly Period[];
  readonly columns: ReadonlyMap<ElementCode, PackedColumn>;
  readonly employers: readonly { readonly workforce: number | null; readonly hasUnion: boolean }[];
  readonly establishments: readonly {
    readonly uid: string;
    readonly on: string;
    readonly workforce: number | null;
  }[];
  readonly largeWorkforceThreshold: number;
  readonly explanations: readonly { readonly unit: string; readonly rule: string; readonly text: string }[];
}

/** @param content a submission whose rows were checked when it was taken in @throws {RangeError} on any other kind */
export function* packReport(content: VerifiedContent): Generator<PartDone, PackedReport> {
  const { manifest } = content;
  if (manifest.kind !== "submission") throw new RangeError(`packReport: ${manifest.kind}`);
  const period = periodOf(manifest.context?.period ?? "");
  const units = unitsIn(content, period.endOn);
  const placeOf = new Map(units.map(({ uid }, index) => [uid, index]));
  placeOf.set(manifest.issuer.unit_id, units.length);
  const enterprises: readonly string[] = ENTERPRISES;
  const threshold = [...tableRows(content, "parameters.v1")]
    .map((json) => ParameterRowV1.parse(json))
    .find(({ name }) => name === "large_workforce_threshold");
  return {
    digest: content.digest,
    issuer: {
      uid: manifest.issuer.unit_id,
      code: manifest.issuer.unit_code,
      name: manifest.issuer.unit_name,
    },
    period,
    correction: manifest.submission.revision,
    totals: manifest.totals,
    units,
    ...(yield* packEntries(content, placeOf)),
    employers: [...tableRows(content, "employers.v1")]
      .map((json) => EmployerRowV1.parse(json))
      .filter(({ employer_type }) => enterprises.includes(employer_type))
      .map(({ workforce, has_union }) => ({ workforce, hasUnion: has_union })),
    establishments: [...tableRows(content, "establishments.v1")].map((json) => {
      const { unit, on, workforce } = EstablishmentRowV1.parse(json);
      return { uid: unit, on, workforce };
    }),
    largeWorkforceThreshold: threshold?.value ?? 500,
    explanations: [...tableRows(content, "explanations.v1")].map((json) => ExplanationRowV1.parse(json)),
  };
}

function unitsIn(content: VerifiedContent, on: string): PackedReport["units"] {
  const scheme = schemeOn(GRADE_SCHEMES, on);
  return [...tableRows(content, "units.v1")].map((json) => {
    const row = UnitRowV1.parse(json);
    return {
      uid: row.uid,
      code: row.code,
      name: row.name,
      employerType: EMPLOYER_TYPES.find((type) => type === row.employer_type) ?? null,
      sector: SECTORS.find((sector) => sector === row.sector) ?? null,
      workforce: row.workforce,
      establishedOn: row.established_on,
      endedOn: row.ended_on,
      isGradeEligible: isGradeEligible(scheme, row.established_on, row.reorganised_on, on),
    };
  });
}

function* packEntries(
  content: VerifiedContent,
  placeOf: ReadonlyMap<string, number>,
): Generator<PartDone, Pick<PackedReport, "periods" | "columns">> {
  const total = content.manifest.totals["entries"] ?? 0;
  let done = 0;
  const periods: Period[] = [];
  const periodPlaces = new Map<string, number>();
  // [unit, period, state, value] one after the other, until it is known how many there are.
  const loose = new Map<ElementCode, number[]>();
  for (const row of entryRows(content)) {
    done += 1;
    if (done % ROWS_A_PART === 0) yield { step: "reading", done, total };
    let period = periodPlaces.get(row.period);
    if (period === undefined) {
      period = periods.length;
      periodPlaces.set(row.period, period);
      periods.push(periodOf(row.period));
    }
    const flat = loose.get(row.element) ?? [];
    loose.set(row.element, flat);
    flat.push(placeOf.get(row.unit) ?? 0, period, ENTRY_STATES.indexOf(row.state), row.value ?? 0);
  }
  return {
    periods,
    columns: new Map([...loose].map(([code, flat]) => [code, packColumn(flat)])),
  };
}

function packColumn(flat: readonly number[]): PackedColumn {
  const order = Uint32Array.from({ length: flat.length / 4 }, (_, index) => index * 4).sort(
    (left, right) => (flat[left] ?? 0) - (flat[right] ?? 0),
  );
  const part = (offset: number) => Array.from(order, (at) => flat[at + offset] ?? 0);
  return {
    unit: Uint32Array.from(part(0)),
    period: Uint16Array.from(part(1)),
    state: Uint8Array.from(part(2)),
    value: Float64Array.from(part(3)),
  };
}

/** The entries of an element of one unit, in the order of the bundle. @param unit place in `units`; the office itself last */
export function entriesOf(
  report: PackedReport,
  code: ElementCode,
  unit: number,
): { readonly period: Period; readonly entry: EntryValue }[] {
  const column = report.columns.get(code);
  if (!column) return [];
  const found: { period: Period; entry: EntryValue }[] = [];
  for (let at = firstAt(column.unit, unit); column.unit[at] === unit; at += 1)
    found.push(entryAt(report, column, at));
  return found;
}

/** Reads one report as the office that made it would. */
export function sourceOf(report: PackedReport): FigureSource {
  return {
    units: report.units,
    self: officeFacts(report.issuer.uid),
    largeWorkforceThreshold: report.largeWorkforceThreshold,
    elementOf: elementByCode,
    raw(code, span, reduction) {
      const result = emptyColumn(report.units.length + 1);
      const column = report.columns.get(code);
      if (!column) return result;
      let at = 0;
      while (at < column.unit.length) {
        const unit = column.unit[at] ?? 0;
        const entries: { period: Period; entry: EntryValue }[] = [];
        for (; at < column.unit.length && column.unit[at] === unit; at += 1) {
          const found = entryAt(report, column, at);
          if (contains(span, found.period)) entries.push(found);
        }
        reduceUnit(result, unit, entries, reduction);
      }
      return result;
    },
    yearsWithEntries(code, before) {
      const places = new Set(report.columns.get(code)?.period);
      const years = new Set([...places].map((place) => report.periods[place]?.year ?? before));
      return [...years].filter((year) => year < before).sort((left, right) => right - left);
    },
    employers: () => report.employers,
    establishments: (from, to) => report.establishments.filter(({ on }) => from <= on && on <= to),
  };
}

function entryAt(
  report: PackedReport,
  column: PackedColumn,
  at: number,
): { readonly period: Period; readonly entry: EntryValue } {
  const state = ENTRY_STATES[column.state[at] ?? 0] ?? "notCollected";
  const period = report.periods[column.period[at] ?? 0];
  if (!period) throw new RangeError("entryAt: no period");
  return {
    period,
    entry: state === "value" ? { state, value: column.value[at] ?? 0 } : { state },
  };
}

/** The first place of a unit in a column ordered by unit. */
function firstAt(units: Uint32Array, wanted: number): number {
  let low = 0;
  let high = units.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((units[middle] ?? 0) < wanted) low = middle + 1;
    else high = middle;
  }
  return low;
}
