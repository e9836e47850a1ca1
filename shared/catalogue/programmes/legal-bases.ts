// The documents the programmes implement (domain.md §b.7). Symbols are kept exactly as printed.
import type { LegalBasis } from "../../domain/programme.ts";

const basis = (symbol: string | null, date: string | null, issuer: string, subject: string): LegalBasis => ({
  symbol,
  date,
  issuer,
  subject,
});

export const NATIONAL_CONGRESS_13 = basis(
  null,
  null,
  "Đại hội đại biểu toàn quốc của Đảng",
  "Nghị quyết Đại hội XIII của Đảng",
);
export const RESOLUTION_02 = basis(
  "02-NQ/TW",
  "2021-06-12",
  "Bộ Chính trị",
  "Đổi mới tổ chức và hoạt động của Công đoàn Việt Nam trong tình hình mới",
);
export const AN_GIANG_CONGRESS = basis(
  null,
  null,
  "Đảng bộ tỉnh An Giang",
  "Nghị quyết Đại hội XI Đảng bộ tỉnh, nhiệm kỳ 2020–2025",
);
export const RESOLUTION_20 = basis(
  "20-NQ/TW",
  null,
  "Ban Chấp hành Trung ương",
  "Xây dựng giai cấp công nhân thời kỳ đẩy mạnh công nghiệp hóa, hiện đại hóa",
);
export const CONCLUSION_80 = basis(
  "80-KL/TW",
  "2010-07-29",
  "Ban Bí thư",
  "Xây dựng tổ chức Đảng ở nơi chưa có",
);
export const DIRECTIVE_33 = basis(
  "33-CT/TW",
  "2019-03-18",
  "Ban Bí thư",
  "Xây dựng tổ chức Đảng trong đơn vị kinh tế tư nhân",
);
export const DECISION_217 = basis(
  "217-QĐ/TW",
  "2013-12-12",
  "Bộ Chính trị",
  "Quy chế giám sát và phản biện xã hội",
);
export const DECISION_218 = basis(
  "218-QĐ/TW",
  "2013-12-12",
  "Bộ Chính trị",
  "Góp ý xây dựng Đảng, xây dựng chính quyền",
);
export const RESOLUTION_35 = basis(
  "35-NQ/TW",
  "2018-10-22",
  "Bộ Chính trị",
  "Bảo vệ nền tảng tư tưởng của Đảng",
);
export const HA_NOI_PLAN_35 = basis(
  "35-KH/TU",
  null,
  "Ban Thường vụ Thành ủy Hà Nội",
  "Kế hoạch thực hiện 02-NQ/TW",
);
export const HA_NOI_PLAN_45 = basis(
  "45/KH-LĐLĐ",
  null,
  "LĐLĐ thành phố Hà Nội",
  "Kế hoạch thực hiện 02-NQ/TW",
);
export const UNION_CONGRESSES = basis(
  null,
  null,
  "Đại hội Công đoàn các cấp",
  "Nghị quyết nhiệm kỳ 2023–2028",
);
export const BEN_TRE_PROGRAMME_17 = basis(
  "17-CTr/TU",
  "2021-11-12",
  "Ban Thường vụ Tỉnh ủy Bến Tre",
  "Chương trình thực hiện 02-NQ/TW",
);
export const BEN_TRE_CONGRESS = basis(
  null,
  null,
  "Đại hội XI Công đoàn tỉnh Bến Tre",
  "Nghị quyết nhiệm kỳ 2023–2028",
);
