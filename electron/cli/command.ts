import type { Arguments } from "./arguments.ts";
import type { Output } from "./output.ts";

export interface Command {
  /** `units import`. */
  readonly name: string;
  /** Shown by `help`, after the name. */
  readonly usage: string;
  readonly options: Readonly<Record<string, "string" | "boolean">>;
  /** @returns the exit code */
  run(args: Arguments, output: Output): Promise<number>;
}

/** Stops a command with an exit code and a sentence of its own. */
export class CommandFailure extends Error {
  readonly exit: number;

  constructor(exit: number, message: string) {
    super(message);
    this.exit = exit;
  }
}

/** The passphrase of keys never stands on a command line. @throws {CommandFailure} */
export function passphraseFromEnvironment(): string {
  const passphrase = process.env["SCD_PASSPHRASE"];
  if (!passphrase) throw new CommandFailure(1, "Đặt mật khẩu khóa vào biến môi trường SCD_PASSPHRASE.");
  return passphrase;
}
