// Bech32 (BIP 173), the spelling of age recipients `age1…` and identities `AGE-SECRET-KEY-1…`. Here for the two
// things the age package does not give: the bytes of a recipient, to refuse bad points, and of an identity, for paper.
const ALPHABET = "qpzry9x8gf2tvdw0s3jn54khce6mua7l";
const GENERATOR = [0x3b6a57b2, 0x26508e6d, 0x1ea119fa, 0x3d4233dd, 0x2a1462b3] as const;
const CHECKSUM_SYMBOLS = 6;
const MAX_CHARACTERS = 90;

/** Bytes as lower-case Bech32 under a lower-case prefix. */
export function encodeBech32(prefix: string, bytes: Uint8Array): string {
  const words = regroup(bytes, 8, 5, true) ?? [];
  const rest = polymod([...expanded(prefix), ...words, 0, 0, 0, 0, 0, 0]) ^ 1;
  const checksum = Array.from({ length: CHECKSUM_SYMBOLS }, (_, index) => (rest >> (5 * (5 - index))) & 31);
  return `${prefix}1${[...words, ...checksum].map((word) => ALPHABET.charAt(word)).join("")}`;
}

/** Bytes under this lower-case prefix, all lower or all upper case; undefined for anything else. */
export function decodeBech32(prefix: string, text: string): Uint8Array | undefined {
  const lower = text.toLowerCase();
  if (text.length > MAX_CHARACTERS || (text !== lower && text !== text.toUpperCase())) return undefined;
  if (!lower.startsWith(`${prefix}1`)) return undefined;
  const words = Array.from(lower.slice(prefix.length + 1), (symbol) => ALPHABET.indexOf(symbol));
  if (words.length < CHECKSUM_SYMBOLS || words.includes(-1)) return undefined;
  if (polymod([...expanded(prefix), ...words]) !== 1) return undefined;
  const bytes = regroup(words.slice(0, -CHECKSUM_SYMBOLS), 5, 8, false);
  return bytes && Uint8Array.from(bytes);
}

function expanded(prefix: string): number[] {
  const codes = Array.from(prefix, (character) => character.charCodeAt(0));
  return [...codes.map((code) => code >> 5), 0, ...codes.map((code) => code & 31)];
}

function polymod(words: readonly number[]): number {
  let rest = 1;
  for (const word of words) {
    const top = rest >>> 25;
    rest = ((rest & 0x1ffffff) << 5) ^ word;
    for (const [bit, value] of GENERATOR.entries()) if ((top >> bit) & 1) rest ^= value;
  }
  return rest;
}

function regroup(words: Iterable<number>, from: number, to: number, isPadded: boolean): number[] | undefined {
  const result: number[] = [];
  let held = 0;
  let bits = 0;
  for (const word of words) {
    held = (held << from) | word;
    bits += from;
    for (; bits >= to; bits -= to) result.push((held >> (bits - to)) & ((1 << to) - 1));
    held &= (1 << bits) - 1;
  }
  if (isPadded) {
    if (bits > 0) result.push((held << (to - bits)) & ((1 << to) - 1));
    return result;
  }
  return bits >= from || held !== 0 ? undefined : result;
}
