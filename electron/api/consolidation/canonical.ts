// The consolidation as bytes: canonical JSON (bundle.md §2.3) of what was added and what came of it. No clock, no person,
// no machine and no order of arrival is in it, so two provinces' computers with the same reports write the same file.
import type { ConsolidationView } from "../../../shared/contract/consolidation.ts";
import { findProgramme } from "../../database/queries/programmes.ts";
import { encodeCanonical } from "../../exchange/canonical-json.ts";
import type { OfficeRecord, Workspace } from "../workspace.ts";

export function canonicalBytes(
  workspace: Workspace,
  office: OfficeRecord,
  largeWorkforceThreshold: number,
  view: Omit<ConsolidationView, "digest" | "bundleCode">,
): Uint8Array {
  return encodeCanonical({
    v: 1,
    kind: "consolidation",
    office: { unit_id: office.uid, unit_code: office.code, unit_name: office.name },
    period: view.period,
    parameters: { large_workforce_threshold: largeWorkforceThreshold },
    reports: view.offices.map((row) => ({
      unit_code: row.code,
      unit_name: row.name,
      manifest_sha256: row.digest,
      revision: row.correction,
      units: row.units,
      units_answered: row.unitsAnswered,
    })),
    figures: view.figures.map(({ element, measureUnit, inPeriod, yearToDate }) => ({
      element,
      measure_unit: measureUnit,
      in_period: sumRow(inPeriod),
      year_to_date: sumRow(yearToDate),
    })),
    adjustments: view.adjustments
      .map(({ element, amount, reason }) => ({ element, amount, reason, added_by: office.name }))
      .toSorted(
        (left, right) =>
          compare(left.element, right.element) ||
          left.amount - right.amount ||
          compare(left.reason, right.reason),
      ),
    evaluations: view.programmes
      .toSorted((left, right) => compare(left.code, right.code))
      .flatMap(({ code, rows }) =>
        rows.map((row) => ({
          programme: code,
          definition_sha256: findProgramme(workspace.db, code)?.definitionSha256 ?? null,
          target: row.target,
          status: row.status,
          numerator: row.numerator,
          denominator: row.denominator,
          comparator: row.comparator,
          scale: row.value.scale,
          amount: row.value.amount,
          display: row.display.normalize("NFC"),
          display_target: row.displayTarget.normalize("NFC"),
          policy: row.policy,
          period: row.period,
          units_counted: row.unitsCounted,
          units_missing: row.unitsMissing,
          offices_missing: row.officesMissing,
          by_office: row.isByOffice,
        })),
      ),
  });
}

function sumRow(sum: ConsolidationView["figures"][number]["inPeriod"]) {
  return { by_office: sum.byOffice, reported: sum.reported, added: sum.added, total: sum.total };
}

/** By code points, never by the language of the machine. */
function compare(left: string, right: string): number {
  return left < right ? -1 : left > right ? 1 : 0;
}
