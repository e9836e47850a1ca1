// [S2] Nghệ An, 28/9/2021 (domain.md §b.3): structure without numeric targets.
import type { Programme } from "../../domain/programme.ts";
import { NATIONAL_CONGRESS_13, RESOLUTION_02 } from "./legal-bases.ts";
import { TASK_GROUPS } from "./task-groups.ts";

export const NA_2021: Programme = {
  code: "NA-2021",
  source: "S2",
  title: "Dự thảo Chương trình hành động của LĐLĐ tỉnh Nghệ An",
  titleEnglish: "Draft action programme of the Nghệ An federation",
  issuer: "Ban Thường vụ LĐLĐ tỉnh Nghệ An",
  symbol: null,
  issuedOn: null,
  term: { from: 2021, to: null },
  state: "underComment",
  lastValidOn: null,
  legalBases: [NATIONAL_CONGRESS_13, RESOLUTION_02],
  contentBlocks: [],
  targetGroups: [
    { number: 1, title: "Phát triển đoàn viên" },
    { number: 2, title: "Phúc lợi đoàn viên" },
    { number: 3, title: "Tài chính công đoàn" },
  ],
  taskGroups: TASK_GROUPS.filter((group) => group.code !== "partyBuilding" && group.code !== "emulation"),
  tasks: [],
  targets: [],
  results: [],
  steeringCommittee: null,
  notes: [
    "Chỉ tiêu gồm hai loại: hằng năm và theo giai đoạn.",
    "Ba nhóm chính: phát triển đoàn viên, phúc lợi đoàn viên, tài chính công đoàn.",
    "Mỗi đơn vị được xây dựng chương trình riêng từ chương trình này; giữ liên kết và phần khác nhau.",
    "Trạng thái: dự thảo, lấy ý kiến ngày 28/9/2021, rồi ban hành.",
  ],
};
