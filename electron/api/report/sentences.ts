// The sentences the program proposes. A clause whose figures are not asked in the period's form is left out.
import { GRADES, type GradeWords } from "../../../shared/domain/data-element.ts";
import { TASK_GROUPS } from "../../../shared/catalogue/programmes/task-groups.ts";
import type { ProgrammeEvaluation } from "../../../shared/contract/evaluation.ts";
import { figuresIn } from "../../../shared/domain/report/placeholders.ts";
import { UNREACHED_TARGETS } from "./figures.ts";

export interface SectionModel {
  readonly id: string;
  readonly level: 1 | 2;
  readonly heading: string;
  /** Null: a heading over others, with no text of its own. */
  readonly text: string | null;
}

/** A programme as the sentences name it: by number and symbol, which the reader of the paper knows. */
interface ReportedProgramme extends Pick<ProgrammeEvaluation, "programme" | "title" | "summary"> {
  readonly symbol: string | null;
}

interface Sentence {
  readonly lead: string;
  readonly clauses: readonly string[];
}

const sentence = (lead: string, ...clauses: readonly string[]): Sentence => ({ lead, clauses });

const OVERVIEW: readonly Sentence[] = [
  sentence(
    "",
    "Cuối kỳ, đơn vị quản lý {unionsActive} công đoàn cơ sở, nghiệp đoàn",
    "{unitsAnswered}/{unitsExpected} đơn vị đã báo cáo",
    "trong đó {unitsPartial} đơn vị chưa đủ số liệu của kỳ",
    "số liệu cùng kỳ năm trước là của {unitsAnswered@lastYear}/{unitsExpected@lastYear} đơn vị",
  ),
  sentence(
    "",
    "Tổng số công nhân, viên chức, lao động: {workersTotal} người",
    "lao động nữ: {workersFemale} người",
    "cùng kỳ năm trước: {workersTotal@lastYear} người",
  ),
  sentence(
    "",
    "Tổng số đoàn viên: {membersTotal} người, bằng {membersShare} số lao động",
    "đoàn viên nữ: {membersFemale} người",
    "cùng kỳ năm trước: {membersTotal@lastYear} người",
  ),
  sentence(
    "Quan hệ lao động: ",
    "{collectiveDisputes} vụ tranh chấp lao động tập thể, {collectiveDisputesWithUnion} vụ có công đoàn tham gia giải quyết",
    "{workStoppages} vụ ngừng việc tập thể",
    "{strikes} vụ đình công",
    "{workAccidents} vụ tai nạn lao động, {accidentDeaths} người chết, {accidentInjured} người bị thương",
  ),
];

/** A grade in brackets stands for its name in the year of the report. */
const TASKS: Readonly<Record<(typeof TASK_GROUPS)[number]["code"], readonly Sentence[]>> = {
  propaganda: [
    sentence(
      "Tuyên truyền, phổ biến: ",
      "{infoSessions} cuộc tuyên truyền, quán triệt với {infoAttendances} lượt người dự",
      "{peopleInformed} người được học tập, quán triệt, phổ biến, trong đó {membersInformed} đoàn viên",
      "{resolutionPlanAdopted} đơn vị có kế hoạch thực hiện nghị quyết",
    ),
  ],
  rightsAndWelfare: [
    sentence(
      "Dân chủ cơ sở: ",
      "{dialogueHeld} doanh nghiệp tổ chức đối thoại tại nơi làm việc",
      "{employeeConferenceHeld} doanh nghiệp tổ chức hội nghị người lao động",
      "{cadreConferenceHeld} cơ quan, đơn vị tổ chức hội nghị cán bộ, công chức, viên chức",
    ),
    sentence(
      "Thỏa ước lao động tập thể: ",
      "{claInForce} đơn vị có thỏa ước đang hiệu lực",
      "{claMoreFavourable}/{claCount} bản có nội dung có lợi hơn quy định của pháp luật",
      "{claNew} bản ký mới trong kỳ",
    ),
    sentence(
      "Chăm lo đời sống: ",
      "{supportTurns} lượt thăm hỏi, trợ cấp với {supportAmount} đồng",
      "{hardshipMembersVisited}/{hardshipMembers} đoàn viên khó khăn được thăm hỏi, tặng quà",
      "{membersBenefiting} đoàn viên hưởng ưu đãi của đối tác",
      "xây mới {sheltersBuilt} căn, sửa chữa {sheltersRepaired} căn Mái ấm công đoàn",
      "{tetTurns} lượt được chăm lo Tết với {tetAmount} đồng",
    ),
  ],
  training: [
    sentence(
      "",
      "{peopleUpskilled} người được học tập nâng cao trình độ",
      "{membersUpskilled} đoàn viên học nâng cao tay nghề",
      "{unionOfficersTrained} cán bộ công đoàn được tập huấn, bồi dưỡng nghiệp vụ",
    ),
  ],
  organisation: [
    sentence(
      "Phát triển đoàn viên: ",
      "kết nạp mới {membersAdmitted} đoàn viên (cùng kỳ năm trước {membersAdmitted@lastYear})",
      "khu vực phi chính thức {membersAdmittedInformal} đoàn viên",
      "chuyển đến {membersTransferredIn}",
      "giảm {membersDecreased}",
    ),
    sentence(
      "Tổ chức công đoàn: ",
      "thành lập mới {unionsEstablished} công đoàn cơ sở",
      "giải thể, sáp nhập, tách, bàn giao {unionsEnded} công đoàn cơ sở (Phụ lục 3)",
    ),
    sentence(
      "Xếp loại công đoàn cơ sở: ",
      "{qualityGrade.excellent} [excellent]",
      "{qualityGrade.good} [good]",
      "{qualityGrade.completed} [completed]",
      "{qualityGrade.notCompleted} [notCompleted] (Phụ lục 6)",
    ),
    sentence(
      "Kiểm tra: ",
      "{inspectionsCharter} cuộc kiểm tra chấp hành Điều lệ",
      "{inspectionsFinance} cuộc kiểm tra tài chính",
      "{complaints} đơn thư khiếu nại, tố cáo",
    ),
  ],
  partyBuilding: [
    sentence(
      "",
      "Giới thiệu {outstandingIntroduced} đoàn viên ưu tú cho Đảng",
      "{outstandingAdmitted} đoàn viên được kết nạp vào Đảng",
      "trong số được giới thiệu có {outstandingWorkers} công nhân trực tiếp",
    ),
  ],
  emulation: [
    sentence(
      "",
      "{initiatives.initiative} sáng kiến",
      "{initiatives.solution} giải pháp",
      "{initiatives.technicalImprovement} cải tiến kỹ thuật",
      "{initiatives.research} đề tài nghiên cứu",
      "giá trị làm lợi {initiativeBenefit} đồng",
      "{effectiveModels} mô hình hoạt động hiệu quả đang duy trì",
    ),
  ],
  finance: [
    sentence(
      "Thu kinh phí công đoàn: ",
      "{unionFundCollected} đồng trên {unionFundDue} đồng phải thu, đạt {fundShare}",
    ),
    sentence(
      "Thu đoàn phí: ",
      "{memberDuesCollected} đồng trên {memberDuesDue} đồng phải thu, đạt {duesShare}",
    ),
    sentence("", "{financeDisclosed} đơn vị công khai tài chính", "{financeSettled} đơn vị đã quyết toán"),
  ],
};

/**
 * The sections of domain.md §e.2 with the proposed text of each; paragraphs are lines, "" where a person has to write.
 * @param known codes of the figures there are for the period
 * @param grades what grades are called in its year
 */
export function sectionModels(
  known: ReadonlySet<string>,
  evaluations: readonly ReportedProgramme[],
  grades: GradeWords,
): SectionModel[] {
  const write = (sentences: readonly Sentence[]) =>
    sentences
      .map(({ lead, clauses }) => {
        const said = clauses.filter((clause) => figuresIn(clause).every((code) => known.has(code)));
        return said.length === 0 ? "" : `${capital(lead + said.join("; "))}.`;
      })
      .filter(Boolean)
      .join("\n")
      .replaceAll(/\[(\w+)\]/g, (whole, code: string) => {
        const grade = GRADES.find((candidate) => candidate === code);
        return grade ? grades[grade][0].toLocaleLowerCase("vi") : whole;
      });
  const programmes = evaluations.map(
    ({ programme: code, title, symbol, summary }) =>
      `${title}${symbol === null ? "" : ` (số ${symbol})`}: ${[
        `{programme:${code}:reached}/{programme:${code}:total} chỉ tiêu đạt và vượt`,
        // The parts add up to the whole: what a reader would otherwise miss is named.
        ...UNREACHED_TARGETS.filter(
          ([status]) => status === "notMet" || (summary.byStatus[status] ?? 0) > 0,
        ).map(([status, name]) => `{programme:${code}:${status}} ${name}`),
      ].join("; ")}.`,
  );
  const achievements = evaluations
    .filter(({ summary }) => summary.reached > 0)
    .map(
      (programme) =>
        `Đạt và vượt {programme:${programme.programme}:reached}/{programme:${programme.programme}:total} chỉ tiêu của ${nameOf(programme)}.`,
    );
  const shortfalls = evaluations
    .filter(({ summary }) => (summary.byStatus["notMet"] ?? 0) > 0)
    .map(
      (programme) =>
        `Còn {programme:${programme.programme}:notMet} chỉ tiêu của ${nameOf(programme)} chưa đạt (Phụ lục 2).`,
    );
  const one = (id: string, heading: string, text: string | null): SectionModel => ({
    id,
    level: 1,
    heading,
    text,
  });
  const two = (id: string, heading: string, text: string): SectionModel => ({ id, level: 2, heading, text });
  return [
    one("overview", "Tình hình công nhân, viên chức, lao động", write(OVERVIEW)),
    one("tasks", "Kết quả thực hiện nhiệm vụ", null),
    ...TASK_GROUPS.map(({ code, title }) => two(`task.${code}`, title, write(TASKS[code]))),
    one("targets", "Kết quả thực hiện chỉ tiêu (Phụ lục 2)", programmes.join("\n")),
    one("assessment", "Đánh giá chung", null),
    two("strengths", "Ưu điểm", achievements.join("\n")),
    two("weaknesses", "Hạn chế", shortfalls.join("\n")),
    two("causes", "Nguyên nhân", ""),
    one("next", "Phương hướng, nhiệm vụ; kiến nghị", null),
    two("plan", "Phương hướng, nhiệm vụ trọng tâm", ""),
    two("proposals", "Kiến nghị, đề xuất", ""),
  ];
}

function nameOf({ symbol, title }: ReportedProgramme): string {
  return symbol === null ? `“${title}”` : `Chương trình số ${symbol}`;
}

function capital(text: string): string {
  return text.charAt(0).toLocaleUpperCase("vi") + text.slice(1);
}
