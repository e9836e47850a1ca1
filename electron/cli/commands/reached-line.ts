import type { OutsideTime } from "../../../shared/domain/evaluate/window.ts";

interface Reached {
  readonly outside: OutsideTime | null;
  readonly reached: number;
  readonly total: number;
}

/** "10/14 chỉ tiêu đạt và vượt"; where the period asks nothing of the programme, why, as the pages say it. */
export function reachedLine({ outside, reached, total }: Reached): string {
  if (!outside) return `${reached}/${total} chỉ tiêu đạt và vượt`;
  const { reason, year } = outside;
  if (reason === "beforeTerm") return `chương trình bắt đầu từ năm ${year}, sau kỳ này`;
  return reason === "termOver"
    ? "giai đoạn của chương trình đã hết trước kỳ này"
    : `kỳ này không hỏi chỉ tiêu nào, năm cuối có chỉ tiêu là năm ${year}`;
}
