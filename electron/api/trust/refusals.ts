// What the exchange refuses, as the contract says it.
import { CODE_TEXTS } from "../../exchange/code-texts.ts";
import { type Code, ExchangeError } from "../../exchange/codes.ts";

interface RefusalErrors {
  readonly BUNDLE_REFUSED: (options: { data: { code: string; sentence: string; advice: string } }) => Error;
}

export function refusal(code: Code, errors: RefusalErrors): Error {
  return errors.BUNDLE_REFUSED({ data: { code, ...CODE_TEXTS[code] } });
}

/** Anything but a refusal is passed on. */
export function refusalOf(error: unknown, errors: RefusalErrors): unknown {
  return error instanceof ExchangeError ? refusal(error.code, errors) : error;
}

/** A passphrase that is too weak, as the contract says it. */
export function weakness(error: unknown): { reason: string } | undefined {
  return error instanceof ExchangeError && error.code === "E_PASSPHRASE_WEAK"
    ? { reason: error.detail ?? "" }
    : undefined;
}
