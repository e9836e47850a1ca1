// What a person may change on the report, and what stands there until somebody does.
import type { OfficeKind } from "../../../shared/domain/org-unit.ts";
import {
  letterheadLine,
  periodInTitle,
  placeOf,
  symbolSuffixOf,
} from "../../../shared/domain/report/lines.ts";
import { type Period, periodOf } from "../../../shared/domain/period.ts";
import type { Programme } from "../../../shared/domain/programme.ts";
import { HEAD_PARTS, type HeadPart } from "../../../shared/contract/report.ts";
import { findLetterhead } from "../../database/queries/office-details.ts";
import { listPeople } from "../../database/queries/settings.ts";
import {
  findLatestPart,
  findNamesOn,
  listReportParts,
  type ReportPartRow,
} from "../../database/queries/reports.ts";
import { hasRole, type OfficeRecord, type Workspace } from "../workspace.ts";
import { UNIT_COLUMNS } from "./appendices.ts";

/** Kept from one report to the next until somebody changes them again. */
const LASTING: ReadonlySet<HeadPart> = new Set(["onBehalfOf", "signerTitle", "signerName", "unitColumns"]);

export type StoredParts = ReadonlyMap<string, ReportPartRow>;

export function storedParts(workspace: Workspace, period: Period): StoredParts {
  return new Map(listReportParts(workspace.db, period.rhythm, period).map((row) => [row.part, row]));
}

/** The head of a report: what was written, else what lasts from an earlier report, else what the register says on its day. */
export function headOf(
  workspace: Workspace,
  office: OfficeRecord,
  period: Period,
  subject: string,
  stored: StoredParts,
): Readonly<Record<HeadPart, string>> {
  const proposed = { ...proposedHead(workspace, office, period, stored), subject };
  const recipients = stored.get("recipients")?.text ?? lastingRecipients(workspace, office, period, stored);
  const written = (part: HeadPart) =>
    part === "recipients" ? recipients : writtenPart(workspace, period, part, stored);
  return Object.fromEntries(HEAD_PARTS.map((part) => [part, written(part) ?? proposed[part]])) as Record<
    HeadPart,
    string
  >;
}

/** Those of the last report, unless this one is signed under another name or goes to another superior. */
function lastingRecipients(
  workspace: Workspace,
  office: OfficeRecord,
  period: Period,
  stored: StoredParts,
): string | undefined {
  const last = findLatestPart(workspace.db, "recipients", period);
  if (!last) return undefined;
  const earlier = periodOf(last.period);
  const [then, now] = [
    findNamesOn(workspace.db, office.unitId, dayOf(workspace, earlier, storedParts(workspace, earlier))),
    findNamesOn(workspace.db, office.unitId, dayOf(workspace, period, stored)),
  ];
  return then?.name === now?.name && then?.parentName === now?.parentName ? last.text : undefined;
}

/** The day on a report; until it has one, the day it is due: a body that ends later still signs under its own name. */
function dayOf(workspace: Workspace, period: Period, stored: StoredParts): string {
  return stored.get("issuedOn")?.text || workspace.datesOf(period).dueOn;
}

function writtenPart(
  workspace: Workspace,
  period: Period,
  part: HeadPart,
  stored: StoredParts,
): string | undefined {
  const lasting = LASTING.has(part) ? findLatestPart(workspace.db, part, period)?.text : undefined;
  return stored.get(part)?.text ?? lasting;
}

/** Elements that Phụ lục 4 shows by union. */
export function unitColumnsOf(workspace: Workspace, period: Period): string[] {
  const written = writtenPart(workspace, period, "unitColumns", storedParts(workspace, period));
  return linesOf(written ?? UNIT_COLUMNS.join("\n"));
}

export function linesOf(text: string): string[] {
  return text
    .split("\n")
    .map((paragraph) => paragraph.trim())
    .filter(Boolean);
}

function proposedHead(
  workspace: Workspace,
  office: OfficeRecord,
  period: Period,
  stored: StoredParts,
): Omit<Record<HeadPart, string>, "subject"> {
  const { db } = workspace;
  const on = dayOf(workspace, period, stored);
  const names = findNamesOn(db, office.unitId, on);
  const name = names?.name ?? office.name;
  const superior = names?.parentName ?? office.parent?.name ?? "";
  const letterhead = findLetterhead(db, office.unitId, on);
  const chair = listPeople(db).find(
    ({ roles, title }) => hasRole(roles, "approver") && /chủ tịch/iu.test(title),
  );
  return {
    superiorLine: letterhead?.superiorLine ?? letterheadLine(superior),
    issuerLine: letterhead?.issuerLine ?? letterheadLine(name),
    number: "",
    symbolSuffix: letterhead?.symbolSuffix ?? symbolSuffixOf(office.kind, name),
    place: letterhead?.placeName ?? placeOf(name),
    issuedOn: stored.get("issuedOn")?.text ?? "",
    onBehalfOf: "TM. BAN THƯỜNG VỤ",
    signerTitle: chair ? chair.title.toLocaleUpperCase("vi") : "CHỦ TỊCH",
    signerName: chair?.name ?? "",
    recipients: recipientsOf(office.kind, name, superior).join("\n"),
    unitColumns: UNIT_COLUMNS.join("\n"),
  };
}

export function subjectOf(period: Period, programmes: readonly Programme[]): string {
  const named = programmes.filter(({ symbol }) => symbol !== null).map(({ symbol }) => `số ${symbol}`);
  const plan =
    programmes.length === 0
      ? ""
      : ` và tình hình thực hiện chỉ tiêu ${programmes.length === 1 && named.length === 1 ? `Chương trình hành động ${named.join("")}` : "các chương trình hành động"}`;
  return `Kết quả hoạt động công đoàn ${periodInTitle(period)}${plan}`;
}

const PARTY_COMMITTEES: Readonly<Record<OfficeKind, string>> = {
  districtFederation: "Huyện ủy",
  communeUnion: "Đảng ủy",
  provincialFederation: "Tỉnh ủy",
};

function recipientsOf(kind: OfficeKind, name: string, superior: string): string[] {
  const short = superior
    .replace(/^Liên đoàn Lao động/iu, "LĐLĐ")
    .replace(/^Tổng Liên đoàn Lao động/iu, "TLĐLĐ");
  const place = placeOf(name);
  return [
    ...(superior === "" ? [] : [`Thường trực ${short} (b/c);`, `Văn phòng ${short};`]),
    `${PARTY_COMMITTEES[kind]}${place === "" ? "" : ` ${place}`} (b/c);`,
    "Lưu: VT, TH.",
  ];
}
