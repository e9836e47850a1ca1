// Why figures before and after a day are not of one kind, in words: below every series that is drawn.
import type { SeriesBreak } from "../../shared/domain/history/breaks.ts";
import { printNumber } from "./print.ts";
import type { Translate } from "./use-text.ts";

const ENDED = ["dissolved", "merged", "split", "transferred"] as const;

export function printBreak(found: SeriesBreak, t: Translate): string {
  switch (found.kind) {
    case "gradeScheme":
      return t("history.series.break.gradeScheme", { scheme: found.scheme });
    case "unitsEnded": {
      const { counts, members, decisions } = found;
      const units = ENDED.flatMap((kind) => {
        const number = counts[kind];
        return number === undefined
          ? []
          : [t(`history.series.ended.${kind}`, { number: printNumber(number) })];
      });
      const more = [
        ...(members === null ? [] : [t("history.series.break.members", { number: printNumber(members) })]),
        ...(decisions.length === 0
          ? []
          : [t("history.series.break.decisions", { decisions: decisions.join(", ") })]),
      ];
      return [t("history.series.break.unitsEnded", { units: units.join(", ") }), ...more].join("; ");
    }
    case "targetRevised":
      return t("history.series.break.targetRevised", {
        decision: found.decision ?? t("history.series.break.noDecision"),
      });
    case "resummed":
      return t("history.series.break.resummed", { unit: found.unit });
    case "noted":
      return t("history.series.break.noted", { text: found.text, author: found.author });
    case "programmeEnded":
    case "officeFounded":
    case "recordsBegin":
      return t(`history.series.break.${found.kind}`);
  }
}
