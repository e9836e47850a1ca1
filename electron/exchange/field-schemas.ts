// Spelling of single values inside a manifest (bundle.md §2.3).
import { z } from "zod";
import { decodeBase64 } from "./digest.ts";
import { MAX_STRING_BYTES } from "./limits.ts";

const UUID = /^[0-9a-f]{8}-[0-9a-f]{4}-[1-8][0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/;
const TIME = /^\d{4}-(?:0[1-9]|1[0-2])-(?:0[1-9]|[12]\d|3[01])T(?:[01]\d|2[0-3]):[0-5]\d:[0-5]\dZ$/;

export const UuidField = z.string().regex(UUID);
export const DigestField = z.string().regex(/^[0-9a-f]{64}$/);
/** UTC instant in whole seconds; informational only. */
export const TimeField = z.string().regex(TIME);
export const DateField = z.iso.date();
export const CountField = z.int().nonnegative();
/** A line of text, 1–500 characters. */
export const LineField = z.string().min(1).max(500);
export const TextField = z
  .string()
  .refine((text) => Buffer.byteLength(text, "utf8") <= MAX_STRING_BYTES, { error: "string too long" });
/** Short machine word: form codes, table names, issue codes. */
export const WordField = z.string().regex(/^[A-Za-z0-9][A-Za-z0-9_.:-]{0,127}$/);
export const StreamField = z.string().regex(/^[a-z][a-z0-9-]{0,63}$/);
export const Base64Field = z
  .string()
  .max(4096)
  .refine((text) => decodeBase64(text) !== undefined, { error: "base64" });
/** Free JSON; the canonical form has already limited depth, keys and numbers. */
export const OpenField = z.record(z.string(), z.unknown());
export const TotalsField = z.record(z.string(), z.int());
