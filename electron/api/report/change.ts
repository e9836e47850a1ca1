// Changing one part of the report: its text is kept with figures by code, and who changed it.
import { HEAD_PARTS, type HeadPart } from "../../../shared/contract/report.ts";
import { formByCode } from "../../../shared/catalogue/forms.ts";
import { parseDate } from "../../../shared/domain/number-format.ts";
import type { Period } from "../../../shared/domain/period.ts";
import { toStored } from "../../../shared/domain/report/placeholders.ts";
import { normaliseText } from "../../../shared/domain/text.ts";
import { inTransaction } from "../../database/connection.ts";
import { appendAudit } from "../../database/queries/audit.ts";
import { listReportParts, setReportPart } from "../../database/queries/reports.ts";
import type { OfficeRecord, Workspace } from "../workspace.ts";
import { draftOf } from "./paper.ts";
import { isSigned, numbersBeside } from "./sheet.ts";

export interface PartChange {
  readonly part: string;
  readonly text: string | null;
  readonly expectedRevision: number;
}

export type ChangeRefusal =
  | { readonly code: "REPORT_SIGNED" }
  | { readonly code: "REPORT_PART_CHANGED"; readonly author: string }
  | { readonly code: "REPORT_PART_REFUSED"; readonly name: string }
  | { readonly code: "FIGURE_UNKNOWN"; readonly names: readonly string[] }
  | { readonly code: "REPORT_NUMBER_TAKEN"; readonly period: string };

/** @returns why nothing was changed, or undefined */
export function changePart(
  workspace: Workspace,
  office: OfficeRecord,
  period: Period,
  change: PartChange,
): ChangeRefusal | undefined {
  const { db } = workspace;
  const { part } = change;
  const head = HEAD_PARTS.find((name) => name === part);
  const read: { readonly text: string | null } | ChangeRefusal = head
    ? change.text === null
      ? { text: null }
      : readHead(workspace, period, head, change.text)
    : readSection(workspace, office, period, part, change.text);
  return inTransaction(db, (): ChangeRefusal | undefined => {
    if (isSigned(workspace, period)) return { code: "REPORT_SIGNED" };
    const stored = listReportParts(db, period.rhythm, period).find((row) => row.part === part);
    if ((stored?.revision ?? 0) !== change.expectedRevision)
      return { code: "REPORT_PART_CHANGED", author: stored?.author ?? "" };
    if ("code" in read) return read;
    const act = workspace.act();
    setReportPart(
      db,
      period.rhythm,
      workspace.ensurePeriod(period),
      { part, text: read.text, revision: change.expectedRevision + 1, author: act.actor },
      act.at,
    );
    appendAudit(db, act, "report.change", `${period.rhythm}/${period.code}/${part}`, {
      before: stored?.text ?? null,
      after: read.text,
    });
    return undefined;
  });
}

type Reading = { readonly text: string } | ChangeRefusal;

const LONGEST_LINE = 500;
const LONGEST_NUMBER = 99_999;

function readHead(workspace: Workspace, period: Period, part: HeadPart, typed: string): Reading {
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
  if (!/^\d{1,5}$/.test(text) || Number(text) < 1 || Number(text) > LONGEST_NUMBER) return refused;
  const taken = numbersBeside(workspace, period).get(Number(text));
  return taken === undefined
    ? { text: String(Number(text)) }
    : { code: "REPORT_NUMBER_TAKEN", period: taken };
}

function readSection(
  workspace: Workspace,
  office: OfficeRecord,
  period: Period,
  part: string,
  typed: string | null,
): { readonly text: string | null } | ChangeRefusal {
  const { models, figures } = draftOf(workspace, office, period);
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
