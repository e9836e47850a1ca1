// What may enter before the router sees it (security.md E10). Files never come this way, so a frame is text.

/**
 * Characters of the largest frame: a pasted block of 50,000 cells, the limit of the contract, is about 8 million.
 * Both sides of a channel are on one machine, so the limit guards memory and nothing else.
 */
export const LARGEST_FRAME = 16 * 1024 * 1024;

/** Keys that would reach a prototype when copied into an object. */
const FORBIDDEN_KEYS = new Set(["__proto__", "constructor", "prototype"]);
/** Cheap first look: none of these characters, none of the keys, not even written with escapes. */
const SUSPICIOUS = /__proto__|constructor|prototype|\\u/;
const REQUEST = 1;
const LAST_TYPE = 4;

export type FrameFault = "notText" | "tooLarge" | "malformed" | "forbiddenKey";

/** Why a frame is not taken, or null. Never throws. */
export function frameFault(frame: unknown): FrameFault | null {
  if (typeof frame !== "string") return "notText";
  if (frame.length > LARGEST_FRAME) return "tooLarge";
  let message: unknown;
  try {
    message = JSON.parse(frame);
  } catch {
    return "malformed";
  }
  if (!isMessage(message)) return "malformed";
  return SUSPICIOUS.test(frame) && hasForbiddenKey(message) ? "forbiddenKey" : null;
}

function isMessage(message: unknown): message is object {
  if (!isRecord(message) || typeof message["i"] !== "string" || message["i"].length > 64) return false;
  const type = message["t"] ?? REQUEST;
  if (typeof type !== "number" || !Number.isInteger(type) || type < REQUEST || type > LAST_TYPE) return false;
  if (type !== REQUEST) return true;
  const request = message["p"];
  // A procedure's path and nothing else: no origin, no query.
  return isRecord(request) && typeof request["u"] === "string" && /^(\/\w+)+$/.test(request["u"]);
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

function hasForbiddenKey(root: object): boolean {
  // A list instead of recursion: depth comes from outside.
  const waiting: object[] = [root];
  for (let next = waiting.pop(); next; next = waiting.pop()) {
    for (const [key, value] of Object.entries(next)) {
      if (!Array.isArray(next) && FORBIDDEN_KEYS.has(key)) return true;
      if (typeof value === "object" && value !== null) waiting.push(value as object);
    }
  }
  return false;
}
