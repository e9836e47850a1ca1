// Advice while a passphrase is typed. The program decides (contract: PASSPHRASE_WEAK); this only saves a round.
const MINIMUM_CHARACTERS = 12;
const MINIMUM_DISTINCT = 5;
const STRONG_CHARACTERS = 20;

type Strength = "empty" | "short" | "repetitive" | "fair" | "strong";

/** Counted in characters of the NFKC form, which is what gets hashed (security.md K3). */
export function strengthOf(typed: string): { readonly strength: Strength; readonly missing: number } {
  const characters = Array.from(typed.normalize("NFKC"));
  const missing = Math.max(0, MINIMUM_CHARACTERS - characters.length);
  if (characters.length === 0) return { strength: "empty", missing };
  if (missing > 0) return { strength: "short", missing };
  if (new Set(characters).size < MINIMUM_DISTINCT) return { strength: "repetitive", missing };
  return { strength: characters.length >= STRONG_CHARACTERS ? "strong" : "fair", missing };
}

export function isUsable(typed: string): boolean {
  const { strength } = strengthOf(typed);
  return strength === "fair" || strength === "strong";
}
