// Which unions are shown, and in which order.
import type { GradingSheet } from "../../../shared/contract/grading.ts";
import { GRADES } from "../../../shared/domain/data-element.ts";
import type { RowOrder, RowView } from "../../sheet/SheetForm.tsx";
import type { Translate } from "../../text/use-text.ts";
import { GradingRows } from "./grading-model.ts";

export function rowViews(data: GradingSheet, t: Translate): RowView[] {
  const view = (
    id: "unverified" | "ungraded" | "differs" | "notEligible",
    isShown: (rows: GradingRows, row: number) => boolean,
  ): RowView => ({
    id,
    label: t(`grading.show.${id}`),
    isShown: (sheet, row) => isShown(new GradingRows(data, sheet), row),
  });
  const isEligible = (row: number) => data.units[row]?.standing === "eligible";
  const isThere = (row: number) => data.units[row]?.standing !== "ended";
  return [
    view("unverified", (rows, row) => isEligible(row) && rows.figures(row).verifiedScore === null),
    view("ungraded", (rows, row) => isThere(row) && rows.figures(row).grade === null),
    view("differs", (rows, row) => {
      const { selfScore, verifiedScore } = rows.figures(row);
      const state = rows.state(row);
      const isChanged = selfScore !== null && verifiedScore !== null && selfScore !== verifiedScore;
      return isChanged || state === "contradicts" || state === "adjusted";
    }),
    view("notEligible", (_rows, row) => isThere(row) && !isEligible(row)),
    {
      id: "findings",
      label: t("entry.showFindings"),
      isShown: (sheet, row) => sheet.hasFindings(row),
    },
  ];
}

export function rowOrders(data: GradingSheet, t: Translate): RowOrder[] {
  const names = data.form.units.map(({ name }) => name);
  return [
    {
      id: "name",
      label: t("grading.order.name"),
      compare: (_sheet, left, right) => (names[left] ?? "").localeCompare(names[right] ?? "", "vi"),
    },
    {
      id: "score",
      label: t("grading.order.score"),
      compare: (sheet, left, right) => scoreAt(data, sheet, right) - scoreAt(data, sheet, left),
    },
    {
      id: "grade",
      label: t("grading.order.grade"),
      compare: (sheet, left, right) => rankAt(data, sheet, left) - rankAt(data, sheet, right),
    },
  ];
}

type Sheet = ConstructorParameters<typeof GradingRows>[1];

/** Who has no score comes last. */
function scoreAt(data: GradingSheet, sheet: Sheet, row: number): number {
  return new GradingRows(data, sheet).figures(row).verifiedScore ?? -1;
}

/** Best first; who has no grade comes last. */
function rankAt(data: GradingSheet, sheet: Sheet, row: number): number {
  const { grade } = new GradingRows(data, sheet).figures(row);
  return grade === null ? GRADES.length : GRADES.indexOf(grade);
}
