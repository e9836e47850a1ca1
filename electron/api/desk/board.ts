import type { DeskBoard, DeskOffice } from "../../../shared/contract/desk.ts";
import { appendAudit } from "../../database/queries/audit.ts";
import { listCoverage } from "../../database/queries/desk.ts";
import { findOutgoing } from "../../database/queries/outgoing.ts";
import { findReceived } from "../../database/queries/received.ts";
import { setReportingTerm } from "../../database/queries/reporting-terms.ts";
import { api, requireProvince } from "../implementation.ts";
import { reportingOf } from "../submissions/reporting.ts";
import { listSubordinates } from "../submissions/subordinates.ts";

/** Who has reported a period, how late, and how much of it was answered. */
export const board = api.desk.board.handler(
  async ({ input, context: { workspace }, errors }): Promise<DeskBoard> => {
    const office = requireProvince(workspace, errors);
    const { units, ...view } = await reportingOf(workspace, office, input);
    const coverage = new Map(listCoverage(workspace.db).map((row) => [row.digest, row]));
    return {
      ...view,
      offices: units.map((unit): DeskOffice => {
        const covered = coverage.get(unit.digest ?? "");
        const receipt = unit.digest && findReceived(workspace.db, unit.digest)?.receiptSha256;
        return {
          ...unit,
          state: stateOf(unit),
          units: covered?.units ?? null,
          unitsAnswered: covered?.unitsAnswered ?? null,
          receiptFileName: receipt ? (findOutgoing(workspace.db, receipt)?.fileName ?? null) : null,
        };
      }),
    };
  },
);

export const setTerm = api.desk.setTerm.handler(async ({ input, context: { workspace }, errors }) => {
  const office = requireProvince(workspace, errors);
  const { code, fromOn, untilOn } = input;
  if (fromOn !== null && untilOn !== null && fromOn > untilOn) throw errors.TERM_REVERSED();
  const unit = (await listSubordinates(workspace, office)).find((one) => one.code === code);
  if (!unit) throw errors.UNIT_UNKNOWN();
  await workspace.write(() => {
    setReportingTerm(workspace.db, { unitUid: unit.uid, fromOn, untilOn });
    appendAudit(workspace.db, workspace.act(), "desk.setTerm", unit.uid, { code, fromOn, untilOn });
  });
  return { ok: true as const };
});

function stateOf({ digest, daysLate }: { digest: string | null; daysLate: number }): DeskOffice["state"] {
  if (digest !== null) return daysLate > 0 ? "receivedLate" : "received";
  return daysLate > 0 ? "late" : "awaited";
}
