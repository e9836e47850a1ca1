import { PROGRAMME_STATES } from "../../../shared/domain/programme.ts";
import type { Translate } from "../../text/use-text.ts";

export function programmeStateWord(state: string, t: Translate): string {
  const known = PROGRAMME_STATES.find((candidate) => candidate === state);
  return known ? t(`labels.programmeState.${known}`) : state;
}
