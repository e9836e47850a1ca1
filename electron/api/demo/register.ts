// The register of the demo office: unions of every kind, founded and dissolved in mid-year, and employers without one.
import type { EmployerType, GrassrootsKind, SelfFinancing } from "../../../shared/domain/org-unit.ts";
import { Random } from "./random.ts";

export interface DemoUnit {
  readonly code: string;
  readonly name: string;
  readonly kind: GrassrootsKind;
  readonly employerType: EmployerType;
  readonly workforce: number;
  readonly selfFinancing: SelfFinancing | null;
  readonly taxCode: string | null;
  readonly establishedOn: string;
  readonly endedOn: string | null;
  readonly decisionNumber: string;
}

interface DemoEmployer {
  readonly code: string;
  readonly name: string;
  readonly employerType: EmployerType;
  readonly workforce: number;
  readonly taxCode: string;
  /** Its union, also one that ended. */
  readonly union: DemoUnit | null;
}

const PLACES = [
  "Phú Tân",
  "Hoà Bình",
  "Hòa Thạnh",
  "Đông Sơn",
  "Tân Đức",
  "Long Điền",
  "Mỹ Đức",
  "Bình Phước Xuân",
  "An Thạnh Trung",
  "Kiến Thành",
  "Vĩnh Khánh",
  "Thoại Giang",
  "Đa Phước",
  "Hội An",
  "Nhơn Mỹ",
  "Cần Đăng",
] as const;
const GIVEN = [
  "Nguyễn Trãi",
  "Lê Quý Đôn",
  "Trần Hưng Đạo",
  "Võ Thị Sáu",
  "Nguyễn Đình Chiểu",
  "Phan Bội Châu",
  "Huỳnh Thúc Kháng",
  "Đoàn Thị Điểm",
] as const;
const TRADES = [
  "May mặc",
  "Chế biến thủy sản",
  "Xây dựng",
  "Cơ khí",
  "Lương thực",
  "Vận tải",
  "Giày da",
  "Bao bì",
  "Điện tử",
  "Dược phẩm",
] as const;

/** Out of 100 unions: schools and agencies first, as in a rural district (domain.md §g.1). */
const MIX: readonly (readonly [EmployerType, number])[] = [
  ["publicServiceUnit", 34],
  ["adminAgency", 20],
  ["privateEnterprise", 26],
  ["fdiEnterprise", 5],
  ["stateEnterprise", 4],
  ["cooperative", 4],
  ["nonPublicServiceUnit", 5],
  ["occupationalUnion", 2],
];

/** `count` unions; with 20 or more, one is founded and one dissolved in mid-year of the second year. */
export function makeUnits(count: number, firstYear: number, seed: number): DemoUnit[] {
  const random = new Random(seed);
  return Array.from({ length: count }, (_, index) => makeUnit(index, count, firstYear, random.fork(index)));
}

function makeUnit(index: number, count: number, firstYear: number, random: Random): DemoUnit {
  const employerType = typeAt(index);
  const isFounded = count >= 20 && index === count - 1;
  const isDissolved = count >= 20 && index === Math.floor(count / 2);
  const year = firstYear + 1;
  return {
    code: `CS${String(index + 1).padStart(4, "0")}`,
    name: nameOf(index, employerType, random),
    kind: employerType === "occupationalUnion" ? "occupationalUnion" : "grassrootsUnion",
    employerType,
    workforce: workforceOf(employerType, random),
    selfFinancing:
      employerType === "publicServiceUnit"
        ? random.pick(["fullBudget", "fullBudget", "partial", "selfFinanced"] as const)
        : null,
    taxCode: employerType === "occupationalUnion" ? null : `16${String(10_000_000 + index * 37)}`,
    establishedOn: isFounded
      ? `${year}-05-20`
      : `${random.whole(firstYear - 18, firstYear - 2)}-${two(random.whole(1, 12))}-${two(random.whole(1, 28))}`,
    endedOn: isDissolved ? `${year}-06-15` : null,
    decisionNumber: `${random.whole(10, 220)}/QĐ-LĐLĐ`,
  };
}

/** Types spread evenly over the list, in the proportions of {@link MIX}. */
function typeAt(index: number): EmployerType {
  const place = (index * 61) % 100;
  let below = 0;
  for (const [type, share] of MIX) {
    below += share;
    if (place < below) return type;
  }
  return "other";
}

function nameOf(index: number, employerType: EmployerType, random: Random): string {
  const place = random.pick(PLACES);
  const number = Math.floor(index / 16) + 1;
  switch (employerType) {
    case "publicServiceUnit":
      return `CĐCS Trường ${random.pick(["Mầm non", "Tiểu học", "THCS", "THPT"])} ${random.pick(GIVEN)} ${place}${number > 1 ? ` ${number}` : ""}`;
    case "adminAgency":
      return `CĐCS ${random.pick(["UBND xã", "Phòng Nội vụ", "Phòng Tài chính - Kế hoạch", "Đảng ủy xã", "Trạm Khuyến nông"])} ${place}${number > 1 ? ` ${number}` : ""}`;
    case "nonPublicServiceUnit":
      return `CĐCS ${random.pick(["Trường Mầm non tư thục", "Phòng khám đa khoa"])} “${random.pick(GIVEN)}” ${place}`;
    case "stateEnterprise":
      return `CĐCS ${random.pick(["Công ty TNHH MTV Khai thác thủy lợi", "Điện lực", "Bưu điện", "Xí nghiệp Cấp nước"])} ${place}${number > 1 ? ` ${number}` : ""}`;
    case "occupationalUnion":
      return `Nghiệp đoàn ${random.pick(["Xe ôm", "Bốc xếp", "Giúp việc gia đình"])} ${place}`;
    case "cooperative":
      return `CĐCS Hợp tác xã ${random.pick(["Nông nghiệp", "Vận tải", "Dịch vụ"])} ${place} ${number}`;
    default:
      return index % 41 === 5
        ? `CĐCS Công ty Cổ phần Đầu tư Sản xuất Thương mại Dịch vụ Xuất nhập khẩu ${random.pick(TRADES)} “${place}” - Chi nhánh Đồng bằng sông Cửu Long số ${number}`
        : `CĐCS Công ty ${employerType === "fdiEnterprise" ? "TNHH" : random.pick(["TNHH", "Cổ phần"])} ${random.pick(TRADES)} ${place} ${number}${employerType === "fdiEnterprise" ? " (Việt Nam)" : ""}`;
  }
}

function workforceOf(employerType: EmployerType, random: Random): number {
  if (employerType === "fdiEnterprise") return random.whole(180, 1400);
  if (employerType === "privateEnterprise")
    return random.chance(20) ? random.whole(100, 600) : random.whole(12, 90);
  if (employerType === "stateEnterprise") return random.whole(40, 220);
  return random.whole(12, 70);
}

/** Employers: those of the unions that are enterprises, and as many without a union as make up `count`. */
export function makeEmployers(units: readonly DemoUnit[], count: number, seed: number): DemoEmployer[] {
  const random = new Random(seed + 7919);
  const own = units
    .filter(
      (unit) =>
        unit.taxCode !== null &&
        unit.employerType !== "adminAgency" &&
        unit.employerType !== "publicServiceUnit",
    )
    .map((unit, index) => ({
      code: `DN${String(index + 1).padStart(4, "0")}`,
      name: unit.name.replace(/^CĐCS /, ""),
      employerType: unit.employerType,
      workforce: unit.workforce,
      taxCode: unit.taxCode ?? "",
      union: unit,
    }));
  const others = Array.from({ length: Math.max(count - own.length, 0) }, (_, index) => ({
    code: `DN${String(own.length + index + 1).padStart(4, "0")}`,
    name: `Công ty ${random.pick(["TNHH", "Cổ phần", "TNHH MTV"])} ${random.pick(TRADES)} ${random.pick(PLACES)} ${index + 1}`,
    employerType: "privateEnterprise" as const,
    workforce: random.chance(8) ? random.whole(20, 120) : random.whole(2, 19),
    taxCode: `18${String(20_000_000 + index * 53)}`,
    union: null,
  }));
  return [...own, ...others];
}

function two(number: number): string {
  return String(number).padStart(2, "0");
}
