import { useState } from "react";
import { Grid, type GridWords } from "../../renderer/components/grid/Grid.tsx";
import { formatInteger } from "../../shared/domain/number-format.ts";
import { demoSheet } from "./demo-sheet.ts";

const WORDS: GridWords = {
  label: "Số liệu tháng 5/2026",
  corner: "Công đoàn cơ sở",
  code: "Mã",
  name: "Tên đơn vị",
  total: "Tổng",
  coverage: "Đơn vị đã nhập",
  estimatedMark: "ư",
  summary: ({ filled, numbers, sum }) =>
    `Đếm ${formatInteger(filled)} · Tổng ${formatInteger(sum)} · Trung bình ${numbers === 0 ? "–" : meanOf(sum, numbers)}`,
};

/** One decimal, rounded half up, in whole numbers. */
function meanOf(sum: number, count: number): string {
  const tenths = (BigInt(sum) * 20n + BigInt(count)) / (BigInt(count) * 2n);
  return `${formatInteger(Number(tenths / 10n))},${tenths % 10n}`;
}

export function GridPage() {
  const [model] = useState(() => demoSheet(2000, 100));
  const [otherKey, setOtherKey] = useState("");
  return (
    <>
      <h1>Nhập số liệu</h1>
      <Grid
        model={model}
        words={WORDS}
        autoFocus
        onOtherKey={(event) => {
          if (event.key === "F8" || (event.ctrlKey && event.code === "KeyZ")) setOtherKey(event.key);
        }}
      />
      <output aria-label="Phím khác">{otherKey}</output>
    </>
  );
}
