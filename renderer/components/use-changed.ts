import { useState } from "react";

/** Whether the fields of a form are other than when it was opened. @param fields plain data */
export function useChanged(fields: readonly unknown[]): boolean {
  const now = JSON.stringify(fields);
  const [opened] = useState(now);
  return now !== opened;
}
