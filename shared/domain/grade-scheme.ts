// Grade schemes are versioned data: old grades keep their own names (domain.md §d.6).
import { addDays } from "./calendar.ts";
import { type Grade, type GradeWords, GRADES } from "./data-element.ts";

interface GradeBand {
  readonly code: string;
  /** Name of its time, Vietnamese, in full. */
  readonly name: string;
  /** Lowest score, hundredths of a point, that belongs to the band; the band above owns the boundary. */
  readonly from: number;
}

export interface GradeScheme {
  readonly code: string;
  readonly name: string;
  readonly validFrom: string;
  readonly validTo: string | null;
  /** Best first, as many as {@link GRADES} has besides "chưa xếp loại". Empty where the source gives names without points. */
  readonly bands: readonly GradeBand[];
  readonly words: GradeWords;
  /** The bands of points are confirmed by a document; otherwise the office has to check them before use. */
  readonly areBandsConfirmed: boolean;
  /** What a grade needs besides points; Vietnamese. */
  readonly conditions: readonly string[];
  /** Months a union must exist, and since a split or merger, to be graded. 0 = no rule. */
  readonly monthsSinceEstablished: number;
  readonly monthsSinceReorganised: number;
  readonly provenance: string;
}

/** Point bands an office judges by from a day on, by a decision; names and eligibility stay those of the national scheme. */
export interface OwnGradeScheme {
  readonly id: number;
  readonly validFrom: string;
  readonly name: string;
  readonly decisionNumber: string;
  readonly decidedOn: string | null;
  /** Lowest scores of the three upper grades, hundredths of a point, descending, > 0; the fourth begins at 0. */
  readonly excellentFrom: number;
  readonly goodFrom: number;
  readonly completedFrom: number;
  /** What the best grade needs besides points; Vietnamese. */
  readonly condition: string | null;
  readonly author: string;
  readonly at: string;
}

export function ownSchemeCode({ id }: Pick<OwnGradeScheme, "id">): string {
  return `own-${id}`;
}

/**
 * The national schemes with the office's own point bands set in from their days on: each holds until the next one, or until
 * a national scheme replaces the one it belongs to. Years before keep the bands of their time.
 * @param own in time order, each on its own day
 */
export function withOwnSchemes(
  national: readonly GradeScheme[],
  own: readonly OwnGradeScheme[],
): readonly GradeScheme[] {
  return national.flatMap((scheme) => {
    const inside = own.filter(
      ({ validFrom }) =>
        scheme.validFrom <= validFrom && (scheme.validTo === null || validFrom <= scheme.validTo),
    );
    const parts = [scheme, ...inside.map((version) => ownScheme(scheme, version))];
    return parts.flatMap((part, index): GradeScheme[] => {
      const next = parts[index + 1];
      if (next && next.validFrom <= part.validFrom) return [];
      return [{ ...part, validTo: next ? addDays(next.validFrom, -1) : scheme.validTo }];
    });
  });
}

function ownScheme(scheme: GradeScheme, own: OwnGradeScheme): GradeScheme {
  const lowest = [own.excellentFrom, own.goodFrom, own.completedFrom, 0];
  return {
    ...scheme,
    code: ownSchemeCode(own),
    name: `${own.name} (${own.decisionNumber})`,
    validFrom: own.validFrom,
    bands: scheme.bands.map((band, index) => ({ ...band, from: lowest[index] ?? 0 })),
    areBandsConfirmed: true,
    conditions: own.condition === null ? [] : [own.condition],
    provenance: own.decisionNumber,
  };
}

/** The band a score falls into. @param score hundredths, 0–10,000 */
export function bandOf(scheme: GradeScheme, score: number): GradeBand | undefined {
  return scheme.bands.find((band) => score >= band.from);
}

/** The grade that follows from a score by the points alone. @param score hundredths, 0–10,000 */
export function gradeOfScore(scheme: GradeScheme, score: number): Grade | undefined {
  return GRADES[scheme.bands.findIndex((band) => score >= band.from)];
}

/**
 * Whether a grade may stand beside a verified score: it is the grade of the score, or under a scheme with conditions beside
 * the points one below the best: ≥ 85 points without the conditions are "khá" (domain.md §d.6).
 * @param score hundredths, 0–10,000
 */
export function fitsScore(scheme: GradeScheme, score: number, grade: Grade): boolean {
  const byPoints = gradeOfScore(scheme, score);
  if (byPoints === undefined || grade === "notRated" || byPoints === grade) return true;
  return byPoints === GRADES[0] && grade === GRADES[1] && scheme.conditions.length > 0;
}

/**
 * First day on which a union is old enough to be graded: 12 months after it was established, or 6 after a split or merger.
 * @param establishedOn null = before all records
 * @returns null = ever since the records begin
 */
export function eligibleOn(
  scheme: GradeScheme,
  establishedOn: string | null,
  reorganisedOn: string | null,
): string | null {
  if (reorganisedOn !== null) return addMonths(reorganisedOn, scheme.monthsSinceReorganised);
  return establishedOn === null ? null : addMonths(establishedOn, scheme.monthsSinceEstablished);
}

/** Whether a union is old enough to be graded on a day. */
export function isGradeEligible(
  scheme: GradeScheme,
  establishedOn: string | null,
  reorganisedOn: string | null,
  on: string,
): boolean {
  const from = eligibleOn(scheme, establishedOn, reorganisedOn);
  return from === null || from <= on;
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
