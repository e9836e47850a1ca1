/** Where a command writes: one JSON document or plain lines on stdout, messages on stderr. */
export interface Output {
  readonly isJson: boolean;
  /** The result; `lines` is what a person reads when JSON was not asked for. */
  result(value: unknown, lines: readonly string[]): void;
  message(text: string): void;
}

export function makeOutput(isJson: boolean): Output {
  return {
    isJson,
    result(value, lines) {
      process.stdout.write(
        isJson ? `${JSON.stringify(value, null, 2)}\n` : lines.map((line) => `${line}\n`).join(""),
      );
    },
    message(text) {
      process.stderr.write(`${text}\n`);
    },
  };
}
