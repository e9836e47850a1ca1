import { expect, it } from "vitest";
import type { FrozenReport } from "../../../shared/contract/history.ts";
import { reportedYears } from "./reported-years.ts";

const report = (
  kind: FrozenReport["kind"],
  period: string,
  more: Partial<FrozenReport> = {},
): FrozenReport => ({
  kind,
  digest: kind === "approved" ? null : `${period} ${more.correction ?? 0}`,
  form: "year",
  period,
  correction: 0,
  state: "signed",
  issuer: { code: "B", name: "B" },
  at: "2026-01-10T02:00:00Z",
  ...more,
});

it("verdicts as reported are found in the office's own last report of each year", () => {
  const corrected = report("sent", "2024", { correction: 1 });
  const approved = report("approved", "2023");
  const reports = [
    report("received", "2024", { correction: 2 }),
    corrected,
    report("sent", "2024"),
    approved,
    report("sent", "2022-M12", { form: "month" }),
  ];
  expect(reportedYears(reports, ["2022", "2023", "2024"])).toEqual([approved, corrected]);
});
