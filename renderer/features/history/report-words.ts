// What a frozen report is called: which sending, and how far it has come.
import type { FrozenReport } from "../../../shared/contract/history.ts";
import type { Translate } from "../../text/use-text.ts";

export function correctionWords(correction: number, t: Translate): string {
  return correction === 0
    ? t("history.reports.first")
    : t("history.reports.corrected", { number: correction });
}

const STATES = ["approved", "signed", "exported", "receipted", "returned", "superseded", "accepted"] as const;

export function stateWords({ state, kind }: FrozenReport, t: Translate): string {
  const known = STATES.find((candidate) => candidate === state);
  return known ? t(`history.reports.state.${known}`) : t(`history.reports.kinds.${kind}`);
}
