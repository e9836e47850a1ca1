// The year every place starts from: chosen in the header, else the office's own (contract: OfficeInfo.workingYear).
import { createContext, useContext } from "react";

export const WorkingYearContext = createContext<number | null>(null);

/** @throws {Error} outside the shell, which provides it */
export function useWorkingYear(): number {
  const year = useContext(WorkingYearContext);
  if (year === null) throw new Error("useWorkingYear: outside the shell");
  return year;
}
