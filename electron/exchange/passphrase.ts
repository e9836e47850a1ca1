// Passphrases of key files (security.md K3).
import { COMMON_PASSPHRASES } from "./common-passphrases.ts";
import { ExchangeError } from "./codes.ts";

const MIN_PASSPHRASE_CHARACTERS = 12;
const MIN_DISTINCT_CHARACTERS = 5;

/** The form that is hashed: NFKC, because keyboards and systems spell one Vietnamese letter in several ways. */
export function normalisePassphrase(typed: string): string {
  return typed.normalize("NFKC");
}

/**
 * Refuses a passphrase that is too easy for a new key.
 * @throws {ExchangeError} E_PASSPHRASE_WEAK with detail `short` (under 12 characters), `repetitive` (under 5
 *   different ones) or `common`
 */
export function checkPassphrase(typed: string): void {
  const characters = Array.from(normalisePassphrase(typed));
  if (characters.length < MIN_PASSPHRASE_CHARACTERS) throw new ExchangeError("E_PASSPHRASE_WEAK", "short");
  if (new Set(characters).size < MIN_DISTINCT_CHARACTERS) {
    throw new ExchangeError("E_PASSPHRASE_WEAK", "repetitive");
  }
  if (COMMON_PASSPHRASES.has(foldedPassphrase(typed))) throw new ExchangeError("E_PASSPHRASE_WEAK", "common");
}

/** Letters and digits only, lower case, without diacritics: "Công đoàn Việt Nam" and "congdoanvietnam" are one. */
function foldedPassphrase(typed: string): string {
  return typed
    .normalize("NFKD")
    .toLowerCase()
    .replaceAll("đ", "d")
    .replace(/[^a-z0-9]/g, "");
}
