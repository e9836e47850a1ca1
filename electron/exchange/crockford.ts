// Crockford base32: no I, L, O, U, so a code read over the telephone or from paper is read one way.
const ALPHABET = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";

/** Bytes as base32, five bits a symbol from the highest; the last symbol is filled up with zero bits. */
export function crockfordOf(bytes: Uint8Array): string {
  let symbols = "";
  let held = 0;
  let bits = 0;
  for (const byte of bytes) {
    held = (held << 8) | byte;
    bits += 8;
    for (; bits >= 5; bits -= 5) symbols += ALPHABET.charAt((held >> (bits - 5)) & 31);
    held &= 31;
  }
  return bits === 0 ? symbols : symbols + ALPHABET.charAt((held << (5 - bits)) & 31);
}

/** What a person typed, as the alphabet spells it: spaces, hyphens and case do not count; O is 0, I and L are 1. */
export function plainCrockford(typed: string): string {
  return typed.toUpperCase().replace(/[\s-]/g, "").replace(/O/g, "0").replace(/[IL]/g, "1");
}

/** Bytes of plain base32; undefined for a foreign symbol, or when writing the bytes again gives another text. */
export function bytesOfCrockford(plain: string): Uint8Array | undefined {
  const bytes: number[] = [];
  let held = 0;
  let bits = 0;
  for (const symbol of plain) {
    const value = ALPHABET.indexOf(symbol);
    if (value < 0) return undefined;
    held = (held << 5) | value;
    bits += 5;
    if (bits >= 8) {
      bits -= 8;
      bytes.push(held >> bits);
      held &= (1 << bits) - 1;
    }
  }
  const result = Uint8Array.from(bytes);
  return crockfordOf(result) === plain ? result : undefined;
}
