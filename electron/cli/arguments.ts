// Reading of the command line: node:util parseArgs with one table of options a command.
import { parseArgs } from "node:util";

/** The command line cannot be understood; exit code 1 (bundle.md §2.9). */
export class UsageError extends Error {}

export interface Arguments {
  readonly values: Readonly<Record<string, string>>;
  readonly flags: ReadonlySet<string>;
  readonly positionals: readonly string[];
  /** The option, or a usage error naming it. */
  required(name: string): string;
  /** The n-th positional, or a usage error naming it. */
  positional(index: number, name: string): string;
  /** A whole number option with a default. */
  whole(name: string, fallback: number): number;
}

const EVERYWHERE = { data: "string", json: "boolean" } as const;

/** @param options option name → string (takes a value) or boolean (a switch) @throws {UsageError} on anything unknown */
export function readArguments(
  argv: readonly string[],
  options: Readonly<Record<string, "string" | "boolean">>,
): Arguments {
  const table = Object.fromEntries(
    Object.entries({ ...EVERYWHERE, ...options }).map(([name, type]) => [name, { type }]),
  );
  let parsed: ReturnType<typeof parseArgs>;
  try {
    parsed = parseArgs({ args: [...argv], options: table, allowPositionals: true, strict: true });
  } catch (error) {
    throw new UsageError(usageSentence(error));
  }
  const values: Record<string, string> = {};
  const flags = new Set<string>();
  for (const [name, value] of Object.entries(parsed.values)) {
    if (typeof value === "string") values[name] = value;
    else if (value === true) flags.add(name);
  }
  return {
    values,
    flags,
    positionals: parsed.positionals,
    required(name) {
      const value = values[name];
      if (value === undefined) throw new UsageError(`thiếu --${name}`);
      return value;
    },
    positional(index, name) {
      const value = parsed.positionals[index];
      if (value === undefined) throw new UsageError(`thiếu ${name}`);
      return value;
    },
    whole(name, fallback) {
      const value = values[name];
      if (value === undefined) return fallback;
      if (!/^\d{1,9}$/.test(value)) throw new UsageError(`--${name} phải là số nguyên`);
      return Number(value);
    },
  };
}

const USAGE_SENTENCES: Readonly<Record<string, string>> = {
  ERR_PARSE_ARGS_UNKNOWN_OPTION: "lệnh không có tùy chọn này",
  ERR_PARSE_ARGS_INVALID_OPTION_VALUE: "tùy chọn thiếu giá trị, hoặc có giá trị mà không cần",
  ERR_PARSE_ARGS_UNEXPECTED_POSITIONAL: "thừa từ trong lệnh",
};

/** Node says it in English; what it quotes is what was typed. */
function usageSentence(error: unknown): string {
  const code = error instanceof Error && "code" in error ? String(error.code) : "";
  const quoted = error instanceof Error ? /'[^']+'/.exec(error.message)?.[0] : undefined;
  const sentence = USAGE_SENTENCES[code] ?? "không hiểu lệnh";
  return quoted === undefined ? sentence : `${sentence}: ${quoted}`;
}
