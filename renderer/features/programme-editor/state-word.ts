import type { ProgrammeVersion } from "../../../shared/contract/programme-editing.ts";
import { PROGRAMME_STATES } from "../../../shared/domain/programme.ts";
import type { Translate } from "../../text/use-text.ts";

export function programmeStateWord(state: string, t: Translate): string {
  const known = PROGRAMME_STATES.find((candidate) => candidate === state);
  return known ? t(`labels.programmeState.${known}`) : state;
}

/** What made a version: a document, the end of the programme, or its first coming into the book. */
export function versionOrigin(
  { decision, state, version }: Pick<ProgrammeVersion, "decision" | "state" | "version">,
  t: Translate,
): string {
  if (decision !== null) return decision;
  // The first version may be of a programme that was taken in already closed.
  return t(`programmeEditor.managing.${state === "closed" && version > 1 ? "ended" : "adopted"}`);
}
