// Finds the command, runs it, and turns whatever happens into one sentence and an exit code.
import { ORPCError } from "@orpc/server";
import { BackupFault } from "../../shared/domain/backup-fault.ts";
import { DatabaseError } from "../database/database-error.ts";
import { CODE_TEXTS } from "../exchange/code-texts.ts";
import { ExchangeError, exitClassOf } from "../exchange/codes.ts";
import { DurableWriteError } from "../files/durable-write.ts";
import { readArguments, UsageError } from "./arguments.ts";
import { type Command, CommandFailure } from "./command.ts";
import { backupCommands } from "./commands/backup.ts";
import { bundleCommands } from "./commands/bundle.ts";
import { collectCommands } from "./commands/collect.ts";
import { correctionCommands } from "./commands/corrections.ts";
import { countersignCommands } from "./commands/countersign.ts";
import { deskCommands } from "./commands/desk.ts";
import { exchangeCommands } from "./commands/exchange.ts";
import { keyCommands } from "./commands/keys.ts";
import { officeCommands } from "./commands/office.ts";
import { programmeCommands } from "./commands/programmes.ts";
import { registerCommands } from "./commands/register.ts";
import { reportCommands } from "./commands/report.ts";
import { resultCommands } from "./commands/results.ts";
import { trustCommands } from "./commands/trust.ts";
import { describeDeclared, sentenceOf } from "./messages.ts";
import { backupFaultOf } from "./messages/backup-faults.ts";
import { makeOutput, type Output } from "./output.ts";

export const COMMANDS: readonly Command[] = [
  ...officeCommands,
  ...registerCommands,
  ...programmeCommands,
  ...resultCommands,
  ...collectCommands,
  ...reportCommands,
  ...keyCommands,
  ...exchangeCommands,
  ...correctionCommands,
  ...bundleCommands,
  ...trustCommands,
  ...countersignCommands,
  ...deskCommands,
  ...backupCommands,
];

const EXIT_USAGE = 1;
const EXIT_FAILURE = 7;

/** @param argv without node and script @returns the exit code */
export async function runCommandLine(argv: readonly string[]): Promise<number> {
  const output = makeOutput(argv.includes("--json"));
  const command = COMMANDS.find((candidate) =>
    candidate.name.split(" ").every((word, index) => argv[index] === word),
  );
  const asksHelp = argv.includes("--help") || argv.includes("-h");
  if (command && asksHelp) {
    output.message(usageOf(command));
    return 0;
  }
  if (!command) {
    const isHelp = asksHelp || argv[0] === "help" || argv.length === 0;
    output.message(isHelp ? helpText() : `Không có lệnh “${argv[0]}”.\n${helpText()}`);
    return isHelp ? 0 : EXIT_USAGE;
  }
  try {
    const args = readArguments(argv.slice(command.name.split(" ").length), command.options);
    return await command.run(args, output);
  } catch (error) {
    return explainFailure(error, command, output);
  }
}

function usageOf({ name, usage }: Command): string {
  return `Cách dùng: ${name} ${usage} --data DIR [--json]`;
}

function explainFailure(error: unknown, command: Command, output: Output): number {
  if (error instanceof UsageError) {
    output.message(`${error.message}\n${usageOf(command)}`);
    return EXIT_USAGE;
  }
  if (error instanceof CommandFailure) {
    output.message(error.message);
    return error.exit;
  }
  if (error instanceof ExchangeError) {
    const { sentence, advice } = CODE_TEXTS[error.code];
    output.message(`${sentence} ${advice} (${error.code})`);
    return exitClassOf({ code: error.code, step: null });
  }
  if (error instanceof ORPCError) {
    output.message(describeDeclared(error.code, error.data));
    return error.code === "BAD_REQUEST" ? EXIT_USAGE : EXIT_FAILURE;
  }
  if (error instanceof BackupFault) {
    output.message(`${backupFaultOf(error.code)} (${error.code}${error.detail ? ` ${error.detail}` : ""})`);
    return EXIT_FAILURE;
  }
  const code =
    error instanceof DatabaseError || error instanceof DurableWriteError
      ? error.code
      : error instanceof Error && "code" in error && typeof error.code === "string"
        ? error.code
        : "INTERNAL";
  output.message(
    `${sentenceOf(code)} (${code}${error instanceof DatabaseError && error.detail ? ` ${error.detail}` : ""})`,
  );
  if (code === "INTERNAL" && process.env["SCD_DEBUG"])
    output.message(String(error instanceof Error ? error.stack : error));
  return EXIT_FAILURE;
}

function helpText(): string {
  return [
    "Sổ Công Đoàn, dòng lệnh. Mọi lệnh nhận --data DIR và --json.",
    ...COMMANDS.map((command) => `  ${command.name} ${command.usage}`.trimEnd()),
  ].join("\n");
}
