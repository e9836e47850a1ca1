import { useMemo } from "react";
import type { WidgetWords } from "../components/widget-words.ts";
import { printNumber } from "../text/print.ts";
import { useText } from "../text/use-text.ts";

/** Words that every widget needs, in the language of the interface. */
export function useWidgetWordsOf(): WidgetWords {
  const t = useText();
  return useMemo(
    () => ({
      close: t("widgets.close"),
      cancel: t("widgets.cancel"),
      clear: t("widgets.clear"),
      showChoices: t("widgets.showChoices"),
      noMatch: t("widgets.noMatch"),
      dateForm: t("widgets.dateForm"),
      dateRefused: t("widgets.dateRefused"),
      numberRefused: t("widgets.numberRefused"),
      numberRange: (minimum, maximum) => {
        const range = { minimum: printNumber(minimum), maximum: printNumber(maximum) };
        if (minimum === undefined) return t("widgets.atMost", range);
        return maximum === undefined ? t("widgets.atLeast", range) : t("widgets.between", range);
      },
      chooseFile: t("widgets.chooseFile"),
      dropFile: t("widgets.dropFile"),
      messages: t("widgets.messages"),
      rowCount: (count) => t("widgets.rowCount", { number: printNumber(count) }),
      stepDone: t("widgets.stepDone"),
      leaveTitle: t("widgets.leaveTitle"),
      leaveLead: t("widgets.leaveLead"),
      stay: t("widgets.stay"),
      leave: t("widgets.leave"),
    }),
    [t],
  );
}
