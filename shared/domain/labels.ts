// Vietnamese and English words for the enumerations; the first of several is the one that is printed.
import type { EntryState } from "./entry.ts";
import type { CountedRegister, EvaluationStatus } from "./evaluation.ts";
import type { EmployerType, Sector, SelfFinancing, UnitEventKind, UnitKind } from "./org-unit.ts";
import type { IncidentKind } from "./unit-incident.ts";

export interface Label {
  readonly vi: string;
  readonly en: string;
}

export const EMPLOYER_TYPE_LABELS: Readonly<Record<EmployerType, Label>> = {
  adminAgency: { vi: "Cơ quan hành chính", en: "Administrative agency" },
  publicServiceUnit: { vi: "Đơn vị sự nghiệp công lập", en: "Public service unit" },
  nonPublicServiceUnit: { vi: "Đơn vị sự nghiệp ngoài công lập", en: "Non-public service unit" },
  stateEnterprise: { vi: "Doanh nghiệp nhà nước", en: "State enterprise" },
  privateEnterprise: { vi: "Doanh nghiệp tư nhân", en: "Private enterprise" },
  fdiEnterprise: { vi: "Doanh nghiệp FDI", en: "Foreign-invested enterprise" },
  cooperative: { vi: "Hợp tác xã", en: "Cooperative" },
  occupationalUnion: { vi: "Nghiệp đoàn", en: "Occupational union" },
  other: { vi: "Khác", en: "Other" },
};

export const EVALUATION_STATUS_LABELS: Readonly<Record<EvaluationStatus, Label>> = {
  inProgress: { vi: "Đang thực hiện", en: "In progress" },
  met: { vi: "Đạt", en: "Met" },
  exceeded: { vi: "Vượt", en: "Exceeded" },
  notMet: { vi: "Chưa đạt", en: "Not met" },
  noOccurrence: { vi: "Không phát sinh", en: "No occurrence" },
  notApplicable: { vi: "Không áp dụng", en: "Not applicable" },
  insufficientData: { vi: "Chưa đủ căn cứ", en: "Insufficient data" },
  notComparable: { vi: "Không so sánh được", en: "Not comparable" },
};

/** Where a figure that nobody reports was counted. */
export const COUNTED_REGISTER_LABELS: Readonly<Record<CountedRegister, Label>> = {
  units: { vi: "sổ đơn vị", en: "register of units" },
  employers: { vi: "sổ doanh nghiệp", en: "register of employers" },
};

export const UNIT_KIND_LABELS: Readonly<Record<UnitKind, Label>> = {
  confederation: { vi: "Tổng Liên đoàn Lao động Việt Nam", en: "General Confederation of Labour" },
  provincialFederation: { vi: "Liên đoàn Lao động tỉnh, thành phố", en: "Provincial federation" },
  districtFederation: { vi: "Liên đoàn Lao động huyện", en: "District federation" },
  communeUnion: { vi: "Công đoàn xã, phường, đặc khu", en: "Commune union" },
  sectorUnion: { vi: "Công đoàn ngành", en: "Sector union" },
  industrialParkUnion: { vi: "Công đoàn các khu công nghiệp", en: "Industrial-park union" },
  grassrootsUnion: { vi: "Công đoàn cơ sở", en: "Grassroots union" },
  occupationalUnion: { vi: "Nghiệp đoàn", en: "Occupational union" },
};

export const SECTOR_LABELS: Readonly<Record<Sector, Label>> = {
  state: { vi: "Nhà nước", en: "State" },
  nonState: { vi: "Ngoài nhà nước", en: "Non-state" },
};

export const SELF_FINANCING_LABELS: Readonly<Record<SelfFinancing, Label>> = {
  fullBudget: { vi: "Ngân sách bảo đảm", en: "Fully budget-funded" },
  partial: { vi: "Tự bảo đảm một phần", en: "Partly self-financed" },
  selfFinanced: { vi: "Tự bảo đảm", en: "Self-financed" },
};

export const UNIT_EVENT_LABELS: Readonly<Record<UnitEventKind, Label>> = {
  established: { vi: "Thành lập", en: "Established" },
  dissolved: { vi: "Giải thể", en: "Dissolved" },
  merged: { vi: "Sáp nhập", en: "Merged" },
  split: { vi: "Tách", en: "Split" },
  transferred: { vi: "Chuyển giao", en: "Transferred" },
  renamed: { vi: "Đổi tên", en: "Renamed" },
  reclassified: { vi: "Đổi loại hình", en: "Reclassified" },
  levelChanged: { vi: "Đổi cấp quản lý", en: "Level changed" },
};

export const INCIDENT_KIND_LABELS: Readonly<Record<IncidentKind, Label>> = {
  collectiveDispute: { vi: "Tranh chấp lao động tập thể", en: "Collective dispute" },
  workStoppage: { vi: "Ngừng việc tập thể", en: "Collective stoppage" },
  strike: { vi: "Đình công", en: "Strike" },
  workAccident: { vi: "Tai nạn lao động", en: "Work accident" },
};

/** Units of measure of the catalogue and of the sources; one that a programme words otherwise stays as it is written. */
const MEASURE_UNITS_IN_ENGLISH: ReadonlyMap<string, string> = new Map([
  ["người", "people"],
  ["lượt", "turns"],
  ["vụ", "cases"],
  ["cuộc", "sessions"],
  ["bản", "documents"],
  ["căn", "shelters"],
  ["đơn", "applications"],
  ["đề tài", "works"],
  ["sáng kiến, giải pháp", "initiatives"],
  ["mô hình", "models"],
  ["điểm", "points"],
  ["CĐCS", "grassroots unions"],
  ["doanh nghiệp", "enterprises"],
]);
/** Of one of which the amount is. */
const PER_IN_ENGLISH: ReadonlyMap<string, string> = new Map([
  ["suất", "meal"],
  ["năm", "year"],
  ["CĐCS", "union"],
]);

/** "người/năm" → "people/year"; đồng stays đồng. */
export function measureUnitIn(measureUnit: string, language: keyof Label): string {
  if (language === "vi") return measureUnit;
  return measureUnit
    .split("/")
    .map((part, place) => (place === 0 ? MEASURE_UNITS_IN_ENGLISH : PER_IN_ENGLISH).get(part) ?? part)
    .join("/");
}

const ONE_IN_ENGLISH: ReadonlyMap<string, string> = new Map([
  ["people", "person"],
  ["turns", "turn"],
  ["cases", "case"],
  ["sessions", "session"],
  ["documents", "document"],
  ["shelters", "shelter"],
  ["applications", "application"],
  ["initiatives", "initiative"],
  ["works", "work"],
  ["models", "model"],
  ["points", "point"],
  ["percentage points", "percentage point"],
  ["grassroots unions", "grassroots union"],
  ["enterprises", "enterprise"],
]);

/**
 * "1.006 căn", "2 people/union", "1 person/union"; the figure alone where there is no unit.
 *
 * @param figure as printed
 * @param unit   in the language of the sentence (`measureUnitIn`)
 */
export function withMeasureUnit(figure: string, unit: string): string {
  if (unit === "") return figure;
  if (figure !== "1") return `${figure} ${unit}`;
  const [counted = "", ...per] = unit.split("/");
  return `1 ${[ONE_IN_ENGLISH.get(counted) ?? counted, ...per].join("/")}`;
}

/** By the stored value of an answer. */
export const YES_NO_LABELS: readonly [no: Label, yes: Label] = [
  { vi: "Không", en: "No" },
  { vi: "Có", en: "Yes" },
];

/** In a narrow cell of a template that is not asked: some programs draw a hatch as plain grey. */
export const NEVER_ASKED_MARK = "///";

export const ENTRY_STATE_LABELS: Readonly<Record<EntryState, Label>> = {
  value: { vi: "Số liệu", en: "Value" },
  noOccurrence: { vi: "Không phát sinh", en: "No occurrence" },
  notApplicable: { vi: "Không áp dụng", en: "Not applicable" },
  notCollected: { vi: "Chưa thu thập", en: "Not collected" },
};
