// Sentences of the report with figures in braces: kept by code, shown by name, printed as numbers.

/** A figure that a sentence may name. */
export interface ReportFigure {
  /** `membersTotal`, `membersTotal@lastYear`, `programme:AG-1979:reached` */
  readonly code: string;
  /** Vietnamese, the same for no other figure. */
  readonly name: string;
  /** As printed, without its unit of measure. */
  readonly text: string;
  readonly isMissing: boolean;
}

const PLACEHOLDER = /\{([^{}]+)\}/g;

/** Codes of the figures a sentence names, each once, in order. */
export function figuresIn(text: string): string[] {
  return [...new Set([...text.matchAll(PLACEHOLDER)].map((match) => (match[1] ?? "").trim()))];
}

/** Puts the figures in. A code that names nothing prints `missing`: what is unknown is never left out unseen. */
export function fillFigures(
  text: string,
  figures: ReadonlyMap<string, Pick<ReportFigure, "text">>,
  missing: string,
): string {
  return text.replace(PLACEHOLDER, (_, code: string) => figures.get(code.trim())?.text ?? missing);
}

/** Codes to names, for whoever edits. A code that names nothing stays as it is. */
export function toEditable(text: string, figures: readonly ReportFigure[]): string {
  const names = new Map(figures.map(({ code, name }) => [code, name]));
  return text.replace(PLACEHOLDER, (whole, code: string) => {
    const name = names.get(code.trim());
    return name === undefined ? whole : `{${name}}`;
  });
}

/** Names (or codes) to codes, for keeping. @returns with the names that are no figure */
export function toStored(
  text: string,
  figures: readonly ReportFigure[],
): { readonly text: string; readonly unknown: readonly string[] } {
  const codes = new Map(
    figures.flatMap(({ code, name }) => [
      [name.toLowerCase(), code] as const,
      [code.toLowerCase(), code] as const,
    ]),
  );
  const unknown = new Set<string>();
  const stored = text.replace(PLACEHOLDER, (whole, name: string) => {
    const code = codes.get(name.trim().toLowerCase());
    if (code === undefined) unknown.add(name.trim());
    return code === undefined ? whole : `{${code}}`;
  });
  return { text: stored, unknown: [...unknown] };
}
