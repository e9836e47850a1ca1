// Canonical JSON, "CJ" (bundle.md §2.3): RFC 8785 restricted to snake-case keys and whole numbers.
// The rule on reading is the format's own: CJ(parse(bytes)) must equal the bytes. The scan afterwards only
// finds out which word to use for the refusal.
import { MAX_JSON_DEPTH, MAX_STRING_BYTES } from "./limits.ts";

type JsonFault =
  | "E_JSON_UTF8"
  | "E_JSON_SYNTAX"
  | "E_JSON_NONCANONICAL"
  | "E_JSON_NUMBER"
  | "E_JSON_KEY"
  | "E_JSON_NOT_NFC"
  | "E_JSON_SURROGATE"
  | "E_JSON_DEPTH";

export type JsonValue =
  | null
  | boolean
  | number
  | string
  | readonly JsonValue[]
  | { readonly [key: string]: JsonValue };

export class CanonicalJsonError extends Error {
  readonly code: JsonFault;

  constructor(code: JsonFault) {
    super(code);
    this.name = "CanonicalJsonError";
    this.code = code;
  }
}

const KEY = /^[a-z][a-z0-9_]{0,63}$/;
const NON_ASCII = /[^\0-\x7f]/;
const STRING_OR_NUMBER = /"(?:[^"\\]|\\.)*"|-?\d[\d.eE+-]*/g;
const CANONICAL_NUMBER = /^(?:0|-?[1-9]\d*)$/;
const strictUtf8 = new TextDecoder("utf-8", { fatal: true, ignoreBOM: true });

/**
 * The one canonical text of a value, as UTF-8.
 * @throws {CanonicalJsonError} E_JSON_NUMBER for fractions, `-0` and |n| > 2^53−1; E_JSON_KEY, E_JSON_NOT_NFC,
 *   E_JSON_SURROGATE; E_JSON_DEPTH above 16 levels; E_JSON_SYNTAX for what JSON cannot say (undefined, Date, Map …)
 */
export function encodeCanonical(value: unknown): Uint8Array {
  return Buffer.from(canonicalText(value), "utf8");
}

/** {@link encodeCanonical} as a string. */
export function canonicalText(value: unknown): string {
  return textOf(value, 0);
}

/**
 * The value of canonical bytes.
 * @throws {CanonicalJsonError} for everything whose canonical text is not exactly these bytes
 */
export function decodeCanonical(bytes: Uint8Array): JsonValue {
  let text: string;
  try {
    text = strictUtf8.decode(bytes);
  } catch {
    throw new CanonicalJsonError("E_JSON_UTF8");
  }
  return parseCanonical(text);
}

/** {@link decodeCanonical} for text already decoded without a byte-order mark being dropped. */
export function parseCanonical(text: string): JsonValue {
  if (text.startsWith("\ufeff")) throw new CanonicalJsonError("E_JSON_UTF8");
  let value: JsonValue;
  try {
    value = JSON.parse(text);
  } catch {
    throw new CanonicalJsonError("E_JSON_SYNTAX");
  }
  if (canonicalText(value) !== text) throw new CanonicalJsonError(faultOf(text));
  return value;
}

/** Whether no string of the value, keys aside, is longer than 16 KiB in UTF-8 (bundle.md §2.2). */
export function stringsFit(value: JsonValue): boolean {
  if (typeof value === "string") return Buffer.byteLength(value, "utf8") <= MAX_STRING_BYTES;
  if (value === null || typeof value !== "object") return true;
  return Object.values(value).every(stringsFit);
}

function textOf(value: unknown, depth: number): string {
  if (isWritable(value)) return JSON.stringify(value);
  if (typeof value !== "object" || value === null) throw new CanonicalJsonError("E_JSON_SYNTAX");
  if (depth >= MAX_JSON_DEPTH) throw new CanonicalJsonError("E_JSON_DEPTH");
  if (Array.isArray(value)) return `[${value.map((item: unknown) => textOf(item, depth + 1)).join(",")}]`;
  const prototype: unknown = Object.getPrototypeOf(value);
  if (prototype !== Object.prototype && prototype !== null) throw new CanonicalJsonError("E_JSON_SYNTAX");
  const { members, isOrdered } = shapeOf(Object.keys(value));
  const values: readonly unknown[] = Object.values(value);
  if (!values.every(isWritable)) return deepText(members, values, depth);
  // A row of a table: the engine writes it in one go, quicker than it could be put together.
  return isOrdered ? JSON.stringify(value) : flatText(members, values);
}

function flatText(members: readonly Member[], values: readonly unknown[]): string {
  const ordered: Record<string, unknown> = {};
  for (const { key, place } of members) ordered[key] = values[place];
  return JSON.stringify(ordered);
}

function deepText(members: readonly Member[], values: readonly unknown[], depth: number): string {
  return `{${members.map(({ key, place }) => `"${key}":${textOf(values[place], depth + 1)}`).join(",")}}`;
}

/** Whether JSON.stringify writes a value as it has to be. @throws {CanonicalJsonError} for what has no canonical text */
function isWritable(value: unknown): boolean {
  if (typeof value === "string") assertText(value);
  else if (typeof value === "number") assertNumber(value);
  else if (value !== null && typeof value !== "boolean") return false;
  return true;
}

interface Member {
  readonly key: string;
  /** Place among the members as they come. */
  readonly place: number;
}

interface Shape {
  /** Names as they come. */
  readonly keys: readonly string[];
  /** In the order they are written. */
  readonly members: readonly Member[];
  /** Whether they come in that order. */
  readonly isOrdered: boolean;
}

/** The rows of a table all have one shape: the last one is asked first, then those met before. */
let lastShape: Shape = { keys: [], members: [], isOrdered: true };
const SHAPES = new Map<string, Shape>();
const MOST_SHAPES = 256;

/** @throws {CanonicalJsonError} E_JSON_KEY */
function shapeOf(keys: readonly string[]): Shape {
  if (!hasKeys(lastShape, keys)) lastShape = knownShape(keys);
  return lastShape;
}

function hasKeys(shape: Shape, keys: readonly string[]): boolean {
  if (shape.keys.length !== keys.length) return false;
  for (let place = 0; place < keys.length; place += 1) if (shape.keys[place] !== keys[place]) return false;
  return true;
}

function knownShape(keys: readonly string[]): Shape {
  // Only names without NUL are remembered, so no other list of as many names gives the same text.
  const joined = `${keys.length} ${keys.join("\0")}`;
  const known = SHAPES.get(joined);
  if (known) return known;
  const members = keys
    .map((key, place) => {
      if (!KEY.test(key)) throw new CanonicalJsonError("E_JSON_KEY");
      return { key, place };
    })
    .sort((left, right) => (left.key < right.key ? -1 : 1));
  const isOrdered = members.every(({ place }, index) => place === index);
  const shape = { keys, members, isOrdered };
  if (SHAPES.size >= MOST_SHAPES) SHAPES.clear();
  SHAPES.set(joined, shape);
  return shape;
}

function assertNumber(value: number): void {
  if (!Number.isSafeInteger(value) || Object.is(value, -0)) throw new CanonicalJsonError("E_JSON_NUMBER");
}

function assertText(value: string): void {
  if (!NON_ASCII.test(value)) return;
  if (!value.isWellFormed()) throw new CanonicalJsonError("E_JSON_SURROGATE");
  if (value.normalize("NFC") !== value) throw new CanonicalJsonError("E_JSON_NOT_NFC");
}

/** JSON.parse forgets how a number was spelt (`1.0`, `1e3`), so the refusal looks at the text again. */
function faultOf(text: string): JsonFault {
  for (const [token] of text.matchAll(STRING_OR_NUMBER)) {
    if (!token.startsWith('"') && !CANONICAL_NUMBER.test(token)) return "E_JSON_NUMBER";
  }
  return "E_JSON_NONCANONICAL";
}
