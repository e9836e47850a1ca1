interface ShareUnit {
  readonly code: string;
  readonly name: string;
  readonly workforce: number | null;
  readonly isActive: boolean;
}

/**
 * Who stands in the table of shares: every active unit, and one that ended or went but still has a share, because its share
 * is part of what was given until somebody takes it back.
 * @param kept shares of the target and year by code of the unit
 * @param own code of the office, which has a row of its own
 */
export function shareRows(
  units: readonly ShareUnit[],
  kept: ReadonlyMap<string, number>,
  own: string,
): ShareUnit[] {
  const known = new Set([own, ...units.map(({ code }) => code)]);
  const strangers = [...kept.keys()].filter((code) => !known.has(code));
  return [
    ...units.filter(({ code, isActive }) => isActive || kept.has(code)),
    ...strangers.map((code) => ({ code, name: code, workforce: null, isActive: false })),
  ];
}
