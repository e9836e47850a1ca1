// Published results beside the targets they answer: of the national programme, and of any other here (domain.md §b.4).
import type { AnsweredTarget } from "../../../shared/contract/history.ts";
import { answeringValue, judgePublished } from "../../../shared/domain/history/published-result.ts";
import type { AchievedResult, Programme } from "../../../shared/domain/programme.ts";
import { targetInForce } from "../../../shared/domain/target.ts";
import { PROGRAMMES } from "../../../shared/catalogue/programmes.ts";
import { loadProgramme } from "../load-programme.ts";
import type { Workspace } from "../workspace.ts";

/**
 * @param on the day of which the value asked is taken
 * Where the source warns that figure and target are of different kinds, that stands; otherwise it is judged anew.
 */
export function answersOf(workspace: Workspace, result: AchievedResult, on: string): AnsweredTarget[] {
  return result.comparesWith.map(({ target: id, verdict }): AnsweredTarget => {
    const found = ownerOf(workspace, id);
    const target = found?.targets.find((candidate) => candidate.id === id);
    if (!found || !target)
      return {
        target: id,
        programme: null,
        programmeTitle: null,
        title: id,
        titleEnglish: id,
        measureUnit: "",
        asked: null,
        verdict,
      };
    const asked = targetInForce(target, on);
    const value = answeringValue(result, asked);
    return {
      target: id,
      programme: found.code,
      programmeTitle: found.title,
      title: target.title,
      titleEnglish: target.titleEnglish,
      measureUnit: target.measureUnit,
      asked: { comparator: asked.comparator, value: asked.value },
      verdict: verdict === "notComparable" || !value ? "notComparable" : judgePublished(value, asked),
    };
  });
}

/** The programme of the sources that set a target, as adopted here when it was. */
function ownerOf(workspace: Workspace, target: string): Programme | undefined {
  const owner = PROGRAMMES.find(({ targets }) => targets.some(({ id }) => id === target));
  return owner && loadProgramme(workspace, owner.code)?.programme;
}

/** The last day of a term; the day asked for while it runs. */
export function lastDayOf({ to }: Programme["term"], today: string): string {
  const end = to === null ? today : `${to}-12-31`;
  return end < today ? end : today;
}
