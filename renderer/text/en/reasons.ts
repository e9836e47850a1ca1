import type {
  fileReasons as viFile,
  lineReasons as viLine,
  valueReasons as viValue,
} from "../vi/reasons.ts";
import type { Words } from "../words.ts";

export const fileReasons: Words<typeof viFile> = { OTHER: "The file is damaged or not of the right format." };
export const lineReasons: Words<typeof viLine> = { OTHER: "The value was refused." };
export const valueReasons: Words<typeof viValue> = { OTHER: "The value does not fit this cell." };
