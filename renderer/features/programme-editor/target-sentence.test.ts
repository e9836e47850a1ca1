import { gradeWordsOf } from "../../../shared/catalogue/grade-schemes.ts";
import { createInstance } from "i18next";
import { beforeAll, expect, it } from "vitest";
import { findBuiltInProgramme } from "../../../shared/catalogue/programmes.ts";
import { dataWordsIn } from "../../text/data-words.ts";
import { elementNames, targetSentence } from "./target-sentence.ts";
import { VALUE_PRINTER } from "../../text/print-values.ts";
import { TEXT_OPTIONS } from "../../text/text-options.ts";

const instance = createInstance();
beforeAll(async () => {
  await instance.use(VALUE_PRINTER).init({ lng: "vi", ...TEXT_OPTIONS });
});

function sentence(id: string, language: "vi" | "en" = "vi"): string {
  const target = ["TLD-2021", "AG-1979"]
    .flatMap((code) => findBuiltInProgramme(code)?.targets ?? [])
    .find((candidate) => candidate.id === id);
  if (!target) throw new Error(id);
  return targetSentence(target, {
    t: instance.getFixedT(language),
    label: (label) => label[language],
    asked: dataWordsIn(language).asked,
    element: elementNames(language === "en"),
    grades: gradeWordsOf(2024),
  }).replaceAll("\u00a0", " ");
}

// Each follows from the row of domain.md §b.1–b.2 that is named.
it.each([
  [
    "T001-02",
    "Đạt khi tổng “Số người được học tập, quán triệt, phổ biến” chia cho tổng “Tổng số công nhân, viên chức, lao động” của các công đoàn cơ sở trên 80 %, theo từng năm.",
  ],
  [
    "T001-08a",
    "Đạt khi số đơn vị có trả lời “có” ở “Có tổ chức hội nghị người lao động” chia cho số đơn vị của các công đoàn cơ sở, loại hình doanh nghiệp nhà nước đủ 100 %, hằng năm.",
  ],
  [
    "T000-12",
    "Đạt khi bình quân tổng “Đoàn viên ưu tú giới thiệu cho Đảng” trên mỗi đơn vị của các công đoàn cơ sở ít nhất 1 người/CĐCS, theo từng năm.",
  ],
] as const)("%s is told in one Vietnamese sentence", (id, words) => {
  expect(sentence(id)).toBe(words);
});

it("is told in English as well, and for every target of the sources, without a blank left open", () => {
  expect(sentence("T001-02", "en")).toContain("is above 80 %");
  for (const code of ["TLD-2021", "AG-1979", "BT-2024"])
    for (const { id } of findBuiltInProgramme(code)?.targets ?? [])
      if (id.startsWith("T000") || id.startsWith("T001"))
        for (const language of ["vi", "en"] as const)
          expect(sentence(id, language), id).not.toMatch(/\{\{|undefined|programmeEditor/);
});
