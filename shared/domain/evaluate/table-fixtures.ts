// Offices written down in a line or two, for tables of cases: "dialogueHeld 2025: yes×9 no" of "stateEnterprise×10".
import { type EmployerType, sectorOf } from "../org-unit.ts";
import type { UnitFacts } from "./figures.ts";
import type { MemoryEntry } from "./memory-source.ts";
import { own, row, unit } from "./test-fixtures.ts";

const WORDS: Readonly<Record<string, Parameters<typeof row>[2][number]>> = {
  "?": null,
  "-": "noOccurrence",
  x: "notApplicable",
  no: 0,
  yes: 1,
  excellent: 0,
  good: 1,
  completed: 2,
  notCompleted: 3,
  notRated: 4,
};

/**
 * Lines of "element period: u0 u1 …", those of the office about itself after "self"; `×n` repeats.
 * `?` has not said, `-` không phát sinh, `x` không áp dụng, else a number, yes, no or a grade.
 */
export function entriesIn(lines: readonly string[]): MemoryEntry[] {
  return lines.flatMap((line) => {
    const { isOwn, element, period, figures } = partsOf(line);
    if (!isOwn) return row(element, period, figures);
    const figure = figures[0];
    if (typeof figure !== "number") throw new RangeError(`entriesIn: ${line}`);
    return own(element, period, figure);
  });
}

/**
 * `u0`, `u1` … by employer type, each with its headcount, its first and last day, or that it is too young to be graded:
 * "privateEnterprise:500×4 fdiEnterprise:2024-05-10… adminAgency:…2024-06-30 stateEnterprise:young".
 * Without a description as many private enterprises as the longest line has figures.
 */
export function unionsIn(description: string | undefined, lines: readonly string[]): UnitFacts[] {
  if (description !== undefined)
    return repeated(description).map((word, index) => unionOf(`u${index}`, word.split(":")));
  const all = lines.map(partsOf).filter(({ isOwn }) => !isOwn);
  const count = Math.max(0, ...all.map(({ figures }) => figures.length));
  return Array.from({ length: count }, (_, index) => unit(`u${index}`));
}

function partsOf(line: string) {
  const [, self, element, period, figures] = /^(self )?(\S+) (\S+): (.+)$/.exec(line) ?? [];
  if (element === undefined || period === undefined || figures === undefined)
    throw new RangeError(`partsOf: ${line}`);
  return {
    isOwn: self !== undefined,
    element,
    period,
    figures: repeated(figures).map((word) => (word in WORDS ? (WORDS[word] ?? null) : Number(word))),
  };
}

/** "yes×2 no" → yes yes no. */
function repeated(text: string): string[] {
  return text.split(" ").flatMap((part) => {
    const [word = "", times = "1"] = part.split("×");
    return Array.from({ length: Number(times) }, () => word);
  });
}

function unionOf(uid: string, [type, mark]: readonly string[]): UnitFacts {
  const employerType = type as EmployerType;
  const [establishedOn, endedOn] = mark?.includes("…") ? mark.split("…") : [];
  return unit(uid, {
    employerType,
    sector: sectorOf(employerType),
    ...(mark === "young" ? { isGradeEligible: false } : {}),
    ...(mark !== undefined && /^\d+$/.test(mark) ? { workforce: Number(mark) } : {}),
    ...(establishedOn ? { establishedOn } : {}),
    ...(endedOn ? { endedOn } : {}),
  });
}
