// Which of the files somebody chose can be read as sheets; nothing that was chosen vanishes without a word.

export interface LeftOutFile {
  readonly name: string;
  /** `notSent`: a sheet that could not be handed over: too large, or gone meanwhile. */
  readonly reason: "otherKind" | "bundle" | "notSent";
}

interface ChosenFiles<Chosen> {
  readonly sheets: readonly Chosen[];
  readonly leftOut: readonly LeftOutFile[];
}

/** Hidden files and the lock files of workbooks that are open were chosen by nobody. A renamed file of another kind is refused later. */
export function sortChosen<Chosen extends { readonly name: string }>(
  files: readonly Chosen[],
): ChosenFiles<Chosen> {
  const seen = files.filter(({ name }) => !/^[.~]/.test(name));
  return {
    sheets: seen.filter(isSheet),
    leftOut: seen
      .filter((file) => !isSheet(file))
      .map(({ name }) => ({ name, reason: /\.goi(\.age)?$/i.test(name) ? "bundle" : "otherKind" })),
  };
}

function isSheet({ name }: { readonly name: string }): boolean {
  return /\.(xlsx|xlsm|xls)$/i.test(name);
}
