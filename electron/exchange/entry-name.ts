import { MAX_NAME_BYTES } from "./limits.ts";

const SEGMENT = /^[a-z0-9][a-z0-9_-]{0,63}(\.[a-z0-9][a-z0-9_-]{0,31}){0,4}$/;
// Windows opens a device instead of a file for these, whatever follows the first dot.
const RESERVED = /^(con|prn|aux|nul|com[0-9]|lpt[0-9])(\.|$)/;

/** Whether a container may hold an entry of this name (bundle.md §2.2). Lower case only, so no two differ by case. */
export function isEntryName(name: string): boolean {
  const segments = name.split("/");
  return (
    name.length <= MAX_NAME_BYTES &&
    segments.length <= 4 &&
    segments.every((segment) => SEGMENT.test(segment) && !RESERVED.test(segment))
  );
}
