import { resolve } from "node:path";
import { parseArgs } from "node:util";
import { defaultDataFolder } from "./data-folder.ts";

export interface LocalOptions {
  readonly dataFolder: string;
  /** 0 lets the system choose. */
  readonly port: number;
  readonly isDemo: boolean;
  /** Print the address instead of opening a browser. */
  readonly isServing: boolean;
  /** Ends this long after the last window; null never. */
  readonly leaveAfterMs: number | null;
}

export const USAGE =
  "Cách dùng: npm start -- [--data THƯ_MỤC] [--port CỔNG] [--demo] [--no-open] [--leave-after PHÚT, 0 là không tự tắt]";

const LEAVE_AFTER_MINUTES = 10;

/**
 * Reads the command line.
 * @param canOpen whether there is a display and a browser: without them somebody else opens the page, whenever they like
 * @returns undefined when it is not understood
 */
export function readOptions(argv: readonly string[], canOpen: boolean): LocalOptions | undefined {
  const values = parse(argv);
  if (!values) return undefined;
  const port = wholeNumber(values.port ?? "0", 65_535);
  const isServing = !canOpen || values["no-open"] === true;
  const minutes = wholeNumber(
    values["leave-after"] ?? (isServing ? "0" : String(LEAVE_AFTER_MINUTES)),
    10_000,
  );
  if (port === undefined || minutes === undefined || values.data === "") return undefined;
  const isDemo = values.demo === true;
  return {
    // The demo has a folder of its own, so that it can never be taken for the office.
    dataFolder:
      values.data === undefined ? `${defaultDataFolder()}${isDemo ? "-demo" : ""}` : resolve(values.data),
    port,
    isDemo,
    isServing,
    leaveAfterMs: minutes === 0 ? null : minutes * 60_000,
  };
}

function parse(argv: readonly string[]) {
  try {
    return parseArgs({
      args: [...argv],
      options: {
        data: { type: "string" },
        port: { type: "string" },
        demo: { type: "boolean" },
        "no-open": { type: "boolean" },
        "leave-after": { type: "string" },
      },
    }).values;
  } catch {
    return undefined;
  }
}

function wholeNumber(text: string, largest: number): number | undefined {
  return /^\d{1,5}$/.test(text) && Number(text) <= largest ? Number(text) : undefined;
}
