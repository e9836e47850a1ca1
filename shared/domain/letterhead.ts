/** What an office's paper says at its head and foot; empty lines are left out (domain.md §e.2). */
export interface Letterhead {
  readonly superiorLine: string;
  readonly issuerLine: string;
  /** After "BC-" in the number of a document: LĐLĐ, CĐX, CĐP. */
  readonly symbolSuffix: string;
  readonly placeName: string;
  readonly address: string;
  readonly phone: string;
}
