// What still works when this computer gets its own cryptography wrong (security.md K1): looking, and nothing else.
import { ORPCError } from "@orpc/server";
import { CODE_TEXTS } from "../exchange/code-texts.ts";

/** Procedures that write nothing and use no key. One that is not named here is refused. */
export const READING_PROCEDURES: ReadonlySet<string> = new Set([
  "office.status",
  "office.today",
  "office.doctor",
  "office.details",
  "office.folder",
  "units.list",
  "units.get",
  "units.lastStep",
  "units.similar",
  "units.listEmployers",
  "imports.list",
  "imports.exportEntries",
  "programmes.list",
  "programmes.show",
  "programmeEditing.drafts",
  "programmeEditing.open",
  "programmeEditing.versions",
  "programmeEditing.judge",
  "entries.overview",
  "entries.open",
  "entries.openSelf",
  "entries.unitContext",
  "entries.details",
  "entries.check",
  "entries.checkForm",
  "collect.history",
  "collect.unanswered",
  "incidents.list",
  "incidents.open",
  "extensions.list",
  "evaluation.evaluate",
  "evaluation.summaries",
  "evaluation.explain",
  "evaluation.cells",
  "evaluation.trend",
  "report.open",
  "backup.overview",
  "submissions.prepare",
  "submissions.list",
  "submissions.received",
  "submissions.open",
  "submissions.reporting",
  "corrections.remarks",
  "corrections.open",
  "corrections.compare",
  "trust.open",
  "downward.choices",
  "consolidation.open",
  "desk.board",
  "desk.review",
]);

/** @param detail which of the known answers came out wrong @throws {ORPCError} E_CRYPTO_SELFTEST */
export function refuseUnlessReading(path: readonly string[], detail: string): void {
  if (READING_PROCEDURES.has(path.join("."))) return;
  throw new ORPCError("E_CRYPTO_SELFTEST", {
    status: 503,
    message: "E_CRYPTO_SELFTEST",
    data: { ...CODE_TEXTS.E_CRYPTO_SELFTEST, detail },
  });
}
