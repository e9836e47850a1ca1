// What can be wrong with a programme file: a stable code each, so that whoever shows it has its own sentence.
import type { z } from "zod";

export const PROGRAMME_FAULTS = [
  "FILE_TOO_LARGE",
  "NOT_JSON",
  // Of one field.
  "FIELD_MISSING",
  /** `detail`: names of fields that are not ours. */
  "FIELD_UNKNOWN",
  /** `detail`: what is wanted. */
  "TYPE_WRONG",
  /** `detail`: what is allowed. */
  "CHOICE_UNKNOWN",
  /** `detail`: the least allowed. */
  "TOO_SMALL",
  /** `detail`: the most allowed. */
  "TOO_LARGE",
  "DATE_INVALID",
  "TEXT_INVALID",
  /** `detail`: what was named. */
  "ELEMENT_UNKNOWN",
  // Of figures against each other (rule V24).
  "TARGET_ID_REPEATED",
  "TERM_REVERSED",
  "DENOMINATOR_MISSING",
  "FORMULA_UNSUPPORTED",
  "FORMULA_MIXES_MEASURES",
  "PERSONS_OVER_YEARS",
  "AVERAGE_NOT_FORMED",
  "RANGE_REVERSED",
  /** `detail`: the target of members admitted. */
  "NET_EXCEEDS_GROSS",
  /** `detail`: the whole that is named. */
  "WHOLE_UNKNOWN",
  /** `detail`: the whole. */
  "PART_EXCEEDS_WHOLE",
] as const;
export type ProgrammeFaultCode = (typeof PROGRAMME_FAULTS)[number];

export interface ProgrammeFault {
  /** Keys and positions from 0 with dots, "" for the file as a whole. */
  readonly path: string;
  readonly message: ProgrammeFaultCode;
  /** Id of the target or result the path leads into, as the file gives it; null where there is none. */
  readonly item: string | null;
  readonly detail: string;
}

/** A fault of shape as zod reports it, told by its code. */
export function shapeFault(issue: z.core.$ZodIssue, json: unknown): ProgrammeFault {
  const path = issue.path.join(".");
  const found = valueAt(json, issue.path);
  return { path, item: itemAt(json, issue.path), ...codeOf(issue, found) };
}

function codeOf(issue: z.core.$ZodIssue, found: unknown): Pick<ProgrammeFault, "message" | "detail"> {
  if (found === undefined && issue.code !== "unrecognized_keys")
    return { message: "FIELD_MISSING", detail: "" };
  switch (issue.code) {
    case "unrecognized_keys":
      return { message: "FIELD_UNKNOWN", detail: issue.keys.join(", ") };
    case "invalid_value":
      return { message: "CHOICE_UNKNOWN", detail: issue.values.map(String).join(", ") };
    case "too_small":
      // The only least length is one: an empty text or list.
      return issue.origin === "number" || issue.origin === "int"
        ? { message: "TOO_SMALL", detail: String(issue.minimum) }
        : { message: "FIELD_MISSING", detail: "" };
    case "too_big":
      return { message: "TOO_LARGE", detail: String(issue.maximum) };
    case "invalid_format":
      return { message: issue.format === "date" ? "DATE_INVALID" : "TEXT_INVALID", detail: "" };
    case "invalid_union":
      return { message: "CHOICE_UNKNOWN", detail: "" };
    case "custom":
      return { message: "ELEMENT_UNKNOWN", detail: String(found) };
    case "invalid_type":
      return { message: "TYPE_WRONG", detail: issue.expected };
    default:
      return { message: "TEXT_INVALID", detail: "" };
  }
}

function valueAt(json: unknown, path: readonly PropertyKey[]): unknown {
  return path.reduce<unknown>(
    (value, key) =>
      typeof value === "object" && value !== null
        ? (value as Readonly<Record<PropertyKey, unknown>>)[key]
        : undefined,
    json,
  );
}

/** The id of what stands in a numbered place of `targets` or `results`. */
function itemAt(json: unknown, path: readonly PropertyKey[]): string | null {
  const [list, index] = path;
  if ((list !== "targets" && list !== "results") || index === undefined) return null;
  const id = valueAt(json, [list, index, "id"]);
  return typeof id === "string" ? id : null;
}
