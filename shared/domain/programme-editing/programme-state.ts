// The states of a programme and who may move it when (domain.md §d.4).
import type { Programme, ProgrammeState } from "../programme.ts";

const PROGRAMME_MOVES = [
  "askComment",
  "takeBack",
  "issue",
  "putInForce",
  "revise",
  "close",
  "archive",
] as const;
export type ProgrammeMove = (typeof PROGRAMME_MOVES)[number];

interface MoveRule {
  readonly from: readonly ProgrammeState[];
  readonly to: ProgrammeState;
  /** Only somebody who approves: the document carries that person's signature. */
  readonly byApprover: boolean;
}

export const MOVE_RULES: Readonly<Record<ProgrammeMove, MoveRule>> = {
  askComment: { from: ["draft"], to: "underComment", byApprover: false },
  takeBack: { from: ["underComment"], to: "draft", byApprover: false },
  issue: { from: ["draft", "underComment"], to: "issued", byApprover: true },
  putInForce: { from: ["issued"], to: "inForce", byApprover: false },
  revise: { from: ["issued", "inForce", "revised"], to: "revised", byApprover: true },
  close: { from: ["issued", "inForce", "revised"], to: "closed", byApprover: true },
  archive: { from: ["closed"], to: "archived", byApprover: false },
};

/** Moves a state offers, in the order of a programme's life. */
export function movesFrom(state: ProgrammeState): readonly ProgrammeMove[] {
  return PROGRAMME_MOVES.filter((move) => MOVE_RULES[move].from.includes(state));
}

/** Whether its text may still be changed freely; afterwards only a decision changes it. */
export function isEditable(state: ProgrammeState): boolean {
  return state === "draft" || state === "underComment";
}

/** Whether nothing of it may be changed any more, allocations and verdicts included. */
export function isReadOnly(state: ProgrammeState): boolean {
  return state === "closed" || state === "archived";
}

/** The days on which a move may be dated, both included; undefined when there is none yet. */
interface DayRange {
  readonly earliest: string;
  readonly latest: string;
}

/**
 * Days on which a document may be dated or a programme closed. A document of tomorrow has not been signed; nothing ends
 * before it was issued.
 * @param today `YYYY-MM-DD`
 */
export function daysOfMove(
  move: "issue" | "putInForce" | "close",
  programme: Pick<Programme, "issuedOn" | "term">,
  today: string,
): DayRange | undefined {
  const begins = `${programme.term.from}-01-01`;
  const issued = programme.issuedOn ?? begins;
  // In force from the day of the document, and not before its first year begins.
  const earliest = { issue: "1990-01-01", putInForce: issued > begins ? issued : begins, close: issued }[
    move
  ];
  return earliest <= today ? { earliest, latest: today } : undefined;
}

export function isWithin(day: string, range: DayRange | undefined): boolean {
  return range !== undefined && range.earliest <= day && day <= range.latest;
}
