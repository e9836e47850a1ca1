// Grade schemes are versioned data: old grades keep their own names (domain.md §d.6).

export interface GradeBand {
  readonly code: string;
  /** Name of its time, Vietnamese. */
  readonly name: string;
  /** Lowest score, hundredths of a point, that belongs to the band; the band above owns the boundary. */
  readonly from: number;
}

export interface GradeScheme {
  readonly code: string;
  readonly name: string;
  readonly validFrom: string;
  readonly validTo: string | null;
  /** Best first. Empty where the source gives names without points. */
  readonly bands: readonly GradeBand[];
  /** What a grade needs besides points; Vietnamese. */
  readonly conditions: readonly string[];
  /** Months a union must exist, and since a split or merger, to be graded. 0 = no rule. */
  readonly monthsSinceEstablished: number;
  readonly monthsSinceReorganised: number;
  readonly provenance: string;
}

/** The band a score falls into. @param score hundredths, 0–10,000 */
export function bandOf(scheme: GradeScheme, score: number): GradeBand | undefined {
  return scheme.bands.find((band) => score >= band.from);
}

/**
 * Whether a union is old enough to be graded on a day: 12 months since establishment, or 6 since a split or merger.
 * @param establishedOn null = before all records
 */
export function isGradeEligible(
  scheme: GradeScheme,
  establishedOn: string | null,
  reorganisedOn: string | null,
  on: string,
): boolean {
  if (reorganisedOn !== null) return addMonths(reorganisedOn, scheme.monthsSinceReorganised) <= on;
  return establishedOn === null || addMonths(establishedOn, scheme.monthsSinceEstablished) <= on;
}

/** The scheme in force on a day. @throws {RangeError} when none is */
export function schemeOn(schemes: readonly GradeScheme[], on: string): GradeScheme {
  const scheme = schemes.find(
    (candidate) => candidate.validFrom <= on && (candidate.validTo === null || on <= candidate.validTo),
  );
  if (!scheme) throw new RangeError(`schemeOn: ${on}`);
  return scheme;
}

function addMonths(date: string, months: number): string {
  const [year = 0, month = 1, day = 1] = date.split("-").map(Number);
  const index = year * 12 + month - 1 + months;
  const lastDay = new Date(Date.UTC(Math.floor(index / 12), (index % 12) + 1, 0)).getUTCDate();
  return `${Math.floor(index / 12)}-${String((index % 12) + 1).padStart(2, "0")}-${String(Math.min(day, lastDay)).padStart(2, "0")}`;
}
