// Changing parts of the report: their text is kept with figures by code, and who changed it.
import { HEAD_PARTS, type HeadPart } from "../../../shared/contract/report.ts";
import { formByCode } from "../../../shared/catalogue/forms.ts";
import { parseDate } from "../../../shared/domain/number-format.ts";
import type { Period } from "../../../shared/domain/period.ts";
import { readDocumentNumber } from "../../../shared/domain/report/lines.ts";
import { toStored } from "../../../shared/domain/report/placeholders.ts";
import { normaliseText } from "../../../shared/domain/text.ts";
import { inTransaction } from "../../database/connection.ts";
import { appendAudit } from "../../database/queries/audit.ts";
import { listReportParts, setReportPart } from "../../database/queries/reports.ts";
import type { OfficeRecord, Workspace } from "../workspace.ts";
import { paperDigest } from "../bundle/paper-document.ts";
import { draftOf, type ReportDraft } from "./paper.ts";
import { paperNow } from "./files.ts";
import { isApproved } from "./kept-body.ts";
import { numbersBeside } from "./numbers.ts";
import { isSigned } from "./signed-papers.ts";

interface PartChange {
  readonly part: string;
  readonly text: string | null;
  readonly expectedRevision: number;
}

type ChangeRefusal =
  | { readonly code: "REPORT_SIGNED" | "REPORT_APPROVED" | "PAPER_CHANGED" }
  | { readonly code: "REPORT_PART_CHANGED"; readonly author: string }
  | { readonly code: "REPORT_PART_REFUSED"; readonly name: string }
  | { readonly code: "FIGURE_UNKNOWN"; readonly names: readonly string[] }
  | { readonly code: "REPORT_NUMBER_TAKEN"; readonly period: string };

/**
 * Changes all of them or none.
 * @param shownSha256 digest of the paper before the change, when whoever changes it goes on to sign it unread
 * @returns why nothing was changed, or undefined
 */
export function changeParts(
  workspace: Workspace,
  office: OfficeRecord,
  period: Period,
  changes: readonly PartChange[],
  shownSha256?: string,
): ChangeRefusal | undefined {
  const { db } = workspace;
  // Sections are read against the whole report, which is worked out once for all of them.
  let draft: ReportDraft | undefined;
  const readings = changes.map(({ part, text }) => {
    const head = HEAD_PARTS.find((name) => name === part);
    if (head) return text === null ? { text } : readHead(period, head, text);
    draft ??= draftOf(workspace, office, period);
    return readSection(draft, part, text);
  });
  return inTransaction(db, (): ChangeRefusal | undefined => {
    if (isSigned(workspace, period)) return { code: "REPORT_SIGNED" };
    if (isApproved(workspace, period) && changes.some(({ part }) => part === "unitColumns"))
      return { code: "REPORT_APPROVED" };
    const stored = new Map(listReportParts(db, period.rhythm, period).map((row) => [row.part, row]));
    const stale = changes.find(
      ({ part, expectedRevision }) => (stored.get(part)?.revision ?? 0) !== expectedRevision,
    );
    if (stale) return { code: "REPORT_PART_CHANGED", author: stored.get(stale.part)?.author ?? "" };
    const refused = readings.find((reading) => "code" in reading);
    if (refused) return refused;
    if (shownSha256 !== undefined && paperDigest(paperNow(workspace, office, period)) !== shownSha256)
      return { code: "PAPER_CHANGED" };
    const textOf = (name: HeadPart): string => {
      const reading = readings[changes.findLastIndex(({ part }) => part === name)];
      const text = reading && "text" in reading ? reading.text : stored.get(name)?.text;
      return text ?? "";
    };
    if (changes.some(({ part }) => part === "number" || part === "issuedOn")) {
      const taken = numbersBeside(workspace, period, textOf("issuedOn")).get(Number(textOf("number")));
      if (taken !== undefined) return { code: "REPORT_NUMBER_TAKEN", period: taken };
    }
    const act = workspace.act();
    const periodRow = workspace.ensurePeriod(period);
    for (const [index, { part, expectedRevision }] of changes.entries()) {
      const reading = readings[index];
      if (!reading || "code" in reading) continue;
      setReportPart(
        db,
        period.rhythm,
        periodRow,
        { part, text: reading.text, revision: expectedRevision + 1, author: act.actor },
        act.at,
      );
      appendAudit(db, act, "report.change", `${period.rhythm}/${period.code}/${part}`, {
        before: stored.get(part)?.text ?? null,
        after: reading.text,
      });
    }
    return undefined;
  });
}

type Reading = { readonly text: string | null } | ChangeRefusal;

const LONGEST_LINE = 500;

function readHead(period: Period, part: HeadPart, typed: string): Reading {
  const refused: ChangeRefusal = { code: "REPORT_PART_REFUSED", name: part };
  const lines = normaliseLines(typed);
  if (lines.some((line) => line.length > LONGEST_LINE)) return refused;
  const text = lines.join("\n");
  if (part === "recipients") return { text };
  if (part === "unitColumns") {
    const known = new Set(formByCode(period.rhythm).cells.map(({ element }) => element.code));
    return lines.every((code) => known.has(code)) ? { text } : refused;
  }
  if (lines.length > 1) return refused;
  if (part === "issuedOn") {
    const date = text === "" ? "" : parseDate(text);
    return date === undefined ? refused : { text: date };
  }
  if (part !== "number" || text === "") return { text };
  const number = readDocumentNumber(text);
  return number === undefined ? refused : { text: String(number) };
}

function readSection({ models, figures }: ReportDraft, part: string, typed: string | null): Reading {
  if (!models.some(({ id, text }) => id === part && text !== null))
    return { code: "REPORT_PART_REFUSED", name: part };
  if (typed === null) return { text: null };
  const { text, unknown } = toStored(normaliseLines(typed).join("\n"), figures);
  return unknown.length > 0 ? { code: "FIGURE_UNKNOWN", names: unknown } : { text };
}

function normaliseLines(text: string): string[] {
  return text
    .split(/\r\n|\r|\n/)
    .map(normaliseText)
    .filter(Boolean);
}
