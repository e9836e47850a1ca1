/** The seven groups of tasks and solutions (domain.md §b.6 [S0]), in our own short words. */
export const TASK_GROUPS = [
  { number: 1, code: "propaganda", title: "Tuyên truyền, giáo dục, nâng cao nhận thức" },
  { number: 2, code: "rightsAndWelfare", title: "Xây dựng chính sách, bảo vệ quyền lợi, chăm lo đời sống" },
  { number: 3, code: "training", title: "Đào tạo, bồi dưỡng, nâng cao tay nghề" },
  { number: 4, code: "organisation", title: "Đổi mới tổ chức, phát triển đoàn viên, đội ngũ cán bộ" },
  { number: 5, code: "partyBuilding", title: "Tham gia xây dựng Đảng, phát triển đảng viên" },
  { number: 6, code: "emulation", title: "Thi đua yêu nước, lao động sáng tạo" },
  { number: 7, code: "finance", title: "Xây dựng nguồn lực tài chính" },
] as const;
