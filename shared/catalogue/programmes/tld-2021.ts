// [S0] The national programme of the Confederation, 2021 (domain.md §b.1): 20 targets.
// Over 300 lines because it is one document, target by target.
import type { Programme } from "../../domain/programme.ts";
import type { Target } from "../../domain/target.ts";
import {
  ALL_AGENCIES,
  ALL_ENTERPRISES,
  graded,
  meanPerUnion,
  netChange,
  NON_STATE,
  percent,
  perUnit,
  shareOf,
  shareOfUnits,
  STATE_ENTERPRISES,
  yes,
} from "./formulas.ts";
import { NATIONAL_CONGRESS_13, RESOLUTION_02 } from "./legal-bases.ts";
import { TASK_GROUPS } from "./task-groups.ts";

const target = (
  id: string,
  taskGroup: number,
  title: string,
  titleEnglish: string,
  rest: Omit<Target, "id" | "group" | "taskGroup" | "title" | "titleEnglish" | "time" | "measureUnit"> &
    Partial<Pick<Target, "time" | "measureUnit">>,
): Target => ({
  id,
  group: null,
  taskGroup,
  title,
  titleEnglish,
  measureUnit: "",
  time: { kind: "annual", stated: false },
  ...rest,
});

const TARGETS: readonly Target[] = [
  target(
    "T000-01",
    1,
    "Người lao động được học tập, tiếp nhận thông tin nghị quyết, chính sách: từ 70 % trở lên",
    "Workers informed of resolutions and policies",
    {
      indicator: shareOf("PEOPLE_SHARE", ["peopleInformed"], ["workersTotal"]),
      comparator: "gte",
      value: percent(70),
    },
  ),
  target(
    "T000-02a",
    2,
    "Doanh nghiệp nhà nước tổ chức đối thoại tại nơi làm việc: từ 90 % trở lên",
    "State enterprises holding workplace dialogue",
    {
      indicator: shareOfUnits(yes("dialogueHeld"), { segment: STATE_ENTERPRISES }),
      comparator: "gte",
      value: percent(90),
    },
  ),
  target(
    "T000-02b",
    2,
    "Doanh nghiệp ngoài nhà nước tổ chức đối thoại tại nơi làm việc: từ 70 % trở lên",
    "Non-state enterprises holding workplace dialogue",
    {
      indicator: shareOfUnits(yes("dialogueHeld"), { segment: NON_STATE }),
      comparator: "gte",
      value: percent(70),
    },
  ),
  target(
    "T000-03",
    2,
    "Cơ quan, đơn vị tổ chức hội nghị cán bộ, công chức: từ 98 % trở lên",
    "Agencies holding a cadre conference",
    {
      indicator: shareOfUnits(yes("cadreConferenceHeld"), { segment: ALL_AGENCIES }),
      comparator: "gte",
      value: percent(98),
      note: "Từ 15/6/2025 phần lớn đơn vị thuộc nhóm này không còn tổ chức công đoàn.",
    },
  ),
  target(
    "T000-04a",
    2,
    "Doanh nghiệp nhà nước tổ chức hội nghị người lao động: từ 95 % trở lên",
    "State enterprises holding an employees' conference",
    {
      indicator: shareOfUnits(yes("employeeConferenceHeld"), { segment: STATE_ENTERPRISES }),
      comparator: "gte",
      value: percent(95),
    },
  ),
  target(
    "T000-04b",
    2,
    "Doanh nghiệp ngoài nhà nước tổ chức hội nghị người lao động: từ 60 % trở lên",
    "Non-state enterprises holding an employees' conference",
    {
      indicator: shareOfUnits(yes("employeeConferenceHeld"), { segment: NON_STATE }),
      comparator: "gte",
      value: percent(60),
    },
  ),
  target(
    "T000-05",
    2,
    "Đoàn viên được hưởng ưu đãi của đối tác: từ 20 % trở lên",
    "Members benefiting from partners",
    {
      indicator: shareOf("PEOPLE_SHARE", ["membersBenefiting"], ["membersTotal"]),
      comparator: "gte",
      value: percent(20),
      coreGroup: "memberWelfare",
    },
  ),
  target(
    "T000-06",
    2,
    "Đoàn viên khó khăn được thăm hỏi, tặng quà: đủ 100 %",
    "Members in hardship visited",
    {
      indicator: shareOf("EVENT_SHARE", ["hardshipMembersVisited"], ["hardshipMembers"]),
      comparator: "eq",
      value: percent(100),
      coreGroup: "memberWelfare",
    },
  ),
  target(
    "T000-07",
    2,
    "Người lao động tham gia văn hóa, thể thao, tham quan, nghỉ mát: từ 75 % trở lên",
    "Workers taking part in culture and sport",
    {
      indicator: shareOf("PEOPLE_SHARE", ["cultureParticipants"], ["workersTotal"]),
      comparator: "gte",
      value: percent(75),
      coreGroup: "memberWelfare",
    },
  ),
  target(
    "T000-08",
    3,
    "Công đoàn các cấp tham gia chính sách đào tạo chuyển đổi nghề: từ 65 % trở lên",
    "Union units giving input to reskilling policy",
    {
      indicator: shareOfUnits(yes("reskillingPolicyInput"), { population: "grassrootsAndSelf" }),
      comparator: "gte",
      value: percent(65),
    },
  ),
  target(
    "T000-09",
    3,
    "Cơ sở giáo dục nghề nghiệp của công đoàn liên kết đào tạo: đủ 100 %",
    "Union vocational institutions linked with enterprises",
    {
      indicator: shareOfUnits(yes("vocationalInstitutionLinked"), { population: "self" }),
      comparator: "eq",
      value: percent(100),
      note: "Chỉ áp dụng cho đơn vị có cơ sở giáo dục nghề nghiệp.",
    },
  ),
  target(
    "T000-10",
    3,
    "Đoàn viên ở doanh nghiệp học nâng cao tay nghề: từ 60 % trở lên",
    "Members in enterprises improving their skills",
    {
      indicator: shareOf("PEOPLE_SHARE", ["membersUpskilled"], ["membersTotal"], ALL_ENTERPRISES),
      comparator: "gte",
      value: percent(60),
    },
  ),
  target(
    "T000-11",
    4,
    "Đoàn viên tăng thêm bình quân mỗi năm: ít nhất 650.000 người",
    "Net growth of membership, average per year",
    {
      indicator: netChange("membersTotal", "AVG_NET_PER_YEAR"),
      comparator: "gte",
      value: { scale: "count", amount: 650_000 },
      time: { kind: "averagePerYear" },
      measureUnit: "người",
      coreGroup: "memberDevelopment",
      note: "Số thực tăng của cả nước; đơn vị cấp dưới đánh giá theo số được giao.",
    },
  ),
  target(
    "T000-12",
    5,
    "Đoàn viên ưu tú giới thiệu cho Đảng, bình quân mỗi CĐCS: ít nhất 1 người",
    "Outstanding members introduced per union",
    {
      indicator: meanPerUnion("outstandingIntroduced"),
      comparator: "gte",
      value: perUnit(1),
      measureUnit: "người/CĐCS",
    },
  ),
  target(
    "T000-13",
    4,
    "Công đoàn cấp trên trực tiếp cơ sở hoàn thành tốt nhiệm vụ trở lên: từ 80 % trở lên",
    "Direct-superior unions graded good or better",
    {
      indicator: shareOfUnits(graded("ownGrade"), { population: "self" }),
      comparator: "gte",
      value: percent(80),
    },
  ),
  target(
    "T000-14a",
    4,
    "CĐCS khu vực nhà nước hoàn thành tốt nhiệm vụ trở lên: từ 80 % trở lên",
    "State-sector unions graded good or better",
    {
      indicator: shareOfUnits(graded("qualityGrade"), {
        segment: { sectors: ["state"] },
        policy: "eligible",
      }),
      comparator: "gte",
      value: percent(80),
    },
  ),
  target(
    "T000-14b",
    4,
    "CĐCS khu vực ngoài nhà nước hoàn thành tốt nhiệm vụ trở lên: từ 55 % trở lên",
    "Non-state unions graded good or better",
    {
      indicator: shareOfUnits(graded("qualityGrade"), {
        segment: { sectors: ["nonState"] },
        policy: "eligible",
      }),
      comparator: "gte",
      value: percent(55),
    },
  ),
  target(
    "T000-15",
    7,
    "Kinh phí công đoàn để lại CĐCS sử dụng: đúng 75 % số đã thu",
    "Share of the union fund left to grassroots unions",
    {
      indicator: {
        ...shareOf("PEOPLE_SHARE", ["unionFundRetained"], ["unionFundCollected"]),
        shape: "ALLOCATION_RULE",
      },
      comparator: "eq",
      value: { scale: "percent", amount: 7500, tolerance: 50 },
      coreGroup: "unionFinance",
      note: "Định mức phân bổ: xem từng đơn vị lệch, không phấn đấu vượt.",
    },
  ),
  target(
    "T000-16",
    7,
    "Các cấp công đoàn công khai tài chính: đủ 100 %",
    "Union units disclosing their finances",
    {
      indicator: shareOfUnits(yes("financeDisclosed"), { population: "grassrootsAndSelf" }),
      comparator: "eq",
      value: percent(100),
      coreGroup: "unionFinance",
    },
  ),
  target(
    "T000-17",
    7,
    "Công đoàn cấp trên trực tiếp cơ sở được kiểm tra và quyết toán tài chính: đủ 100 %",
    "Direct-superior unions inspected and settled",
    {
      indicator: shareOfUnits(
        { kind: "allOf", conditions: [yes("financeInspected"), yes("financeSettled")] },
        { population: "self" },
      ),
      comparator: "eq",
      value: percent(100),
      coreGroup: "unionFinance",
    },
  ),
];

export const TLD_2021: Programme = {
  code: "TLD-2021",
  source: "S0",
  title: "Chương trình hành động của Tổng Liên đoàn Lao động Việt Nam",
  titleEnglish: "Action programme of the Vietnam General Confederation of Labour",
  issuer: "Ban Chấp hành Tổng Liên đoàn Lao động Việt Nam",
  symbol: null,
  issuedOn: null,
  term: { from: 2021, to: null },
  state: "inForce",
  lastValidOn: null,
  legalBases: [NATIONAL_CONGRESS_13, RESOLUTION_02],
  contentBlocks: [],
  targetGroups: [],
  taskGroups: TASK_GROUPS,
  tasks: [],
  targets: TARGETS,
  results: [],
  steeringCommittee: null,
  notes: [
    "Là cơ sở để LĐLĐ tỉnh, thành phố, công đoàn ngành trung ương và công đoàn tổng công ty xây dựng chương trình của mình.",
  ],
};
