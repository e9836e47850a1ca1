// [S4] Bến Tre, plan for 2024 of the steering committee, 15/5/2024 (domain.md §b.5): 6 targets.
import type { Programme } from "../../domain/programme.ts";
import type { Target } from "../../domain/target.ts";
import { count, netChange, total } from "./formulas.ts";
import {
  BEN_TRE_CONGRESS,
  BEN_TRE_PROGRAMME_17,
  NATIONAL_CONGRESS_13,
  RESOLUTION_02,
} from "./legal-bases.ts";

const target = (
  id: string,
  title: string,
  titleEnglish: string,
  indicator: Target["indicator"],
  amount: number,
  measureUnit: string,
  rest: Partial<Target> = {},
): Target => ({
  id,
  group: null,
  title,
  titleEnglish,
  measureUnit,
  indicator,
  comparator: "gte",
  value: count(amount),
  time: { kind: "year", year: 2024 },
  ...rest,
});
const DEVELOPMENT = { coreGroup: "memberDevelopment" } as const;

const TARGETS: readonly Target[] = [
  target(
    "T004-01",
    "Đoàn viên phát triển mới: ít nhất 14.600 người",
    "Members admitted",
    total("membersAdmitted"),
    14_600,
    "người",
    DEVELOPMENT,
  ),
  target(
    "T004-01a",
    "Trong đó khu vực phi chính thức: ít nhất 580 người",
    "of which informal sector",
    total("membersAdmittedInformal"),
    580,
    "người",
    { ...DEVELOPMENT, ofWhich: "T004-01" },
  ),
  target(
    "T004-01b",
    "Đoàn viên tăng thêm (thực tăng): ít nhất 8.670 người",
    "Net growth of membership",
    netChange("membersTotal", "COUNT_PER_PERIOD"),
    8670,
    "người",
    {
      ...DEVELOPMENT,
      note: "Thực tăng = cuối kỳ trừ đầu kỳ. So với phát triển mới, kế hoạch dự kiến giảm 5.930.",
    },
  ),
  target(
    "T004-02",
    "CĐCS thành lập mới: ít nhất 22",
    "Unions established",
    {
      shape: "COUNT_PER_PERIOD",
      population: "grassroots",
      numerator: { kind: "countEstablished" },
      policy: "all",
    },
    22,
    "CĐCS",
    DEVELOPMENT,
  ),
  target(
    "T004-02a",
    "Trong đó từ 25 lao động trở lên: ít nhất 5",
    "of which with 25 workers or more",
    {
      shape: "COUNT_PER_PERIOD",
      population: "grassroots",
      numerator: { kind: "countEstablished", minimumWorkers: 25 },
      policy: "all",
    },
    5,
    "CĐCS",
    { ...DEVELOPMENT, ofWhich: "T004-02" },
  ),
  target(
    "T004-03",
    "Đoàn viên ưu tú giới thiệu cho Đảng: ít nhất 1.191 người",
    "Outstanding members introduced",
    total("outstandingIntroduced"),
    1191,
    "người",
  ),
];

const TASKS = [
  "Quán triệt, cụ thể hóa Chương trình 17-CTr/TU",
  "Đổi mới nội dung, hình thức tuyên truyền và phong trào",
  "Tham mưu phát triển tổ chức Đảng, đoàn thể trong doanh nghiệp ngoài nhà nước",
  "Rà soát doanh nghiệp chưa có công đoàn, nơi tỷ lệ đoàn viên thấp",
  "Báo cáo kết quả hằng tháng về Ban chỉ đạo tỉnh",
];

export const BT_2024: Programme = {
  code: "BT-2024",
  source: "S4",
  title: "Phát triển đoàn viên, thành lập công đoàn cơ sở tỉnh Bến Tre năm 2024",
  titleEnglish: "Membership development and founding of unions in Bến Tre, 2024",
  issuer: "Ban chỉ đạo phát triển đoàn viên, thành lập CĐCS tỉnh Bến Tre",
  symbol: null,
  issuedOn: null,
  term: { from: 2024, to: 2028 },
  state: "inForce",
  lastValidOn: null,
  legalBases: [NATIONAL_CONGRESS_13, RESOLUTION_02, BEN_TRE_PROGRAMME_17, BEN_TRE_CONGRESS],
  contentBlocks: [],
  targetGroups: [],
  taskGroups: [],
  tasks: TASKS.map((title, index) => ({ number: index + 1, title })),
  targets: TARGETS,
  results: [],
  steeringCommittee: {
    name: "Ban chỉ đạo phát triển đoàn viên, thành lập công đoàn cơ sở",
    phase: "2024–2028",
    members: 12,
    head: "Chủ tịch LĐLĐ tỉnh",
    assistanceTeam: 8,
    meetingRhythm: "quarterly",
    reportRhythm: "monthly",
    assignment: "Dự thảo phân công theo lĩnh vực của từng thành viên",
    meetingOn: "2024-05-15",
  },
  notes: [
    "Tỉnh Bến Tre hợp nhất với Vĩnh Long và Trà Vinh từ 1/7/2025; giai đoạn của Ban chỉ đạo đến năm 2028.",
  ],
};
