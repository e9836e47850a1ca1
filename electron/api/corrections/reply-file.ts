import { z } from "zod";

/** Remarks prepared outside the program: units by code or uid; one without a unit is on the whole report. */
const ReplyFile = z.strictObject({
  due_date: z.iso.date().nullable().default(null),
  issues: z
    .array(
      z.strictObject({
        unit: z.string().optional(),
        element: z.string().optional(),
        period: z.string().optional(),
        severity: z.enum(["error", "warning", "note"]).default("error"),
        message: z.string().min(1).max(500),
        suggestion: z.string().max(500).nullable().default(null),
      }),
    )
    .default([]),
});

/** Undefined when the text is no such file. */
export function parseReplyFile(text: string): z.output<typeof ReplyFile> | undefined {
  try {
    return ReplyFile.parse(JSON.parse(text));
  } catch {
    return undefined;
  }
}
