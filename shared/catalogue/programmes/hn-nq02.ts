// [S3] Hà Nội, three years of 02-NQ/TW (domain.md §b.4): 13 achieved results, bounds kept as bounds.
import type { AchievedResult, Programme } from "../../domain/programme.ts";
import { HA_NOI_PLAN_35, HA_NOI_PLAN_45, RESOLUTION_02, UNION_CONGRESSES } from "./legal-bases.ts";

type Value = AchievedResult["values"][number];
const counted = (label: string, amount: number, measureUnit: string): Value => ({
  label,
  amount,
  scale: "count",
  measureUnit,
  bound: "eq",
});
const share = (label: string, amount: number, bound: Value["bound"]): Value => ({
  label,
  amount: amount * 100,
  scale: "percent",
  measureUnit: "%",
  bound,
});

const result = (
  id: string,
  title: string,
  titleEnglish: string,
  values: readonly Value[],
  elements: readonly string[],
  comparesWith: AchievedResult["comparesWith"],
  caution?: string,
): AchievedResult => ({
  id,
  title,
  titleEnglish,
  values,
  elements,
  comparesWith,
  ...(caution ? { caution } : {}),
});
const met = (...targets: string[]): AchievedResult["comparesWith"] =>
  targets.map((target) => ({ target, verdict: "met" as const }));
const notComparable = (...targets: string[]): AchievedResult["comparesWith"] =>
  targets.map((target) => ({ target, verdict: "notComparable" as const }));

const RESULTS: readonly AchievedResult[] = [
  result(
    "R003-01",
    "Học tập, quán triệt nghị quyết",
    "Study of resolutions",
    [counted("Số cuộc", 4132, "cuộc"), counted("Số người", 620_333, "người"), share("Tỷ lệ", 95, "eq")],
    ["infoSessions", "peopleInformed"],
    met("T000-01"),
    "Cộng dồn từ năm 2021; mẫu số suy ra khoảng 652.982 người.",
  ),
  result(
    "R003-02",
    "Phổ biến, giáo dục pháp luật",
    "Legal education",
    [share("Tỷ lệ", 95, "gt")],
    ["peopleInformed"],
    met("T000-01", "T001-02"),
    "Chỉ biết cận dưới.",
  ),
  result(
    "R003-03a",
    "Thỏa thuận hợp tác phúc lợi",
    "Welfare agreements",
    [counted("Số bản", 306, "bản")],
    ["welfareAgreementsSigned"],
    [],
  ),
  result(
    "R003-03b",
    "Lượt đoàn viên, người lao động hưởng lợi",
    "Welfare turns",
    [counted("Số lượt", 1_006_708, "lượt")],
    ["welfareTurns"],
    notComparable("T000-05"),
    "Là lượt, không phải người: không so với chỉ tiêu theo người.",
  ),
  result(
    "R003-03c",
    "Số tiền hưởng lợi",
    "Welfare amount",
    [{ label: "Số tiền", amount: 39_000_000_000, scale: "money", measureUnit: "đồng", bound: "gt" }],
    ["welfareAmount"],
    [],
    "Chỉ biết cận dưới.",
  ),
  result(
    "R003-04a",
    "CĐCS thành lập mới 2021–2023",
    "Unions established 2021–2023",
    [counted("Số CĐCS", 1572, "CĐCS")],
    ["unionsEstablished"],
    [],
    "Bình quân 524 mỗi năm.",
  ),
  result(
    "R003-04b",
    "Đoàn viên phát triển mới 2021–2023",
    "Members admitted 2021–2023",
    [counted("Số đoàn viên", 170_947, "người")],
    ["membersAdmitted"],
    notComparable("T000-11"),
    "Là số kết nạp mới, không phải số thực tăng.",
  ),
  result(
    "R003-05a",
    "CĐCS khu vực nhà nước hoàn thành tốt trở lên",
    "State-sector unions good or better",
    [share("Tỷ lệ hằng năm", 93, "gt")],
    ["qualityGrade"],
    met("T000-14a"),
    "Chỉ biết cận dưới.",
  ),
  result(
    "R003-05b",
    "CĐCS ngoài nhà nước hoàn thành tốt trở lên",
    "Non-state unions good or better",
    [share("Tỷ lệ hằng năm", 55, "gt")],
    ["qualityGrade"],
    met("T000-14b"),
    "Chỉ biết cận dưới.",
  ),
  result(
    "R003-05c",
    "Công đoàn cấp trên trực tiếp cơ sở hoàn thành tốt trở lên",
    "Direct-superior unions good or better",
    [{ ...share("Tỷ lệ", 100, "eq"), ratio: { numerator: 45, denominator: 45 } }],
    ["ownGrade"],
    met("T000-13"),
  ),
  result(
    "R003-06",
    "Đề án thí điểm và chương trình phối hợp",
    "Pilot schemes and joint programmes",
    [counted("Đề án thí điểm", 7, "đề án"), counted("Quận, huyện, thị ủy phối hợp", 30, "đơn vị")],
    [],
    [],
  ),
  result(
    "R003-07",
    "Có bảng chấm điểm và xếp loại hằng năm",
    "Annual scoring and grading",
    [],
    ["verifiedScore", "qualityGrade"],
    [],
    "Thang điểm do từng tỉnh, thành ban hành.",
  ),
  result(
    "R003-08",
    "Tự kiểm tra tại đơn vị, doanh nghiệp",
    "Self-inspection",
    [],
    ["selfInspectionDone"],
    [],
  ),
];

export const HN_NQ02: Programme = {
  code: "HN-NQ02",
  source: "S3",
  title: "Ba năm thực hiện 02-NQ/TW của LĐLĐ thành phố Hà Nội",
  titleEnglish: "Three years of 02-NQ/TW in Hà Nội",
  issuer: "LĐLĐ thành phố Hà Nội",
  symbol: "45/KH-LĐLĐ",
  issuedOn: null,
  term: { from: 2021, to: 2024 },
  state: "closed",
  lastValidOn: null,
  legalBases: [RESOLUTION_02, HA_NOI_PLAN_35, HA_NOI_PLAN_45, UNION_CONGRESSES],
  contentBlocks: [],
  targetGroups: [],
  taskGroups: [],
  tasks: [],
  targets: [],
  results: RESULTS,
  steeringCommittee: null,
  notes: ["Đợt đánh giá kết quả ba năm; không đặt chỉ tiêu mới."],
};
