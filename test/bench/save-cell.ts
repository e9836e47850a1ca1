// One cell saved through the contract, against one raw durable commit of one row in the same file, and against the rows
// of a save written by hand.
import { openHost } from "../../electron/api/host.ts";
import { handWriter } from "./hand-written.ts";
import { CLOCK } from "./offices.ts";
import { measure, type Ratio, timed, timedAsync } from "./ratio.ts";
import { clientOf } from "../support/test-office.ts";

const ELEMENT = "membersTotal";
/** Open for entry: after the years that the demo fills. */
const PERIOD = "2026-M06";

export async function measureSaving(folder: string): Promise<[bare: Ratio, byHand: Ratio]> {
  const host = await openHost({ dataFolder: folder, clock: CLOCK, program: "cli" });
  const client = clientOf(host);
  const { workspace } = host.context;
  const units = (await client.units.list({})).units.slice(0, 200);
  const raw = workspace.db.raw.prepare(
    "UPDATE entry SET value = value + 1 WHERE period_id = ? AND element_id = ? AND unit_id = ?",
  );
  const present = workspace.db.raw
    .prepare(
      "SELECT period_id, element_id, unit_id FROM entry WHERE value IS NOT NULL ORDER BY period_id DESC LIMIT 1",
    )
    .raw()
    .get() as [number, number, number];
  const revisions = new Map<string, number>();
  let turn = 0;
  const save = async () => {
    const unit = units[turn % units.length]?.uid ?? "";
    turn += 1;
    const { revision } = await client.entries.save({
      unit,
      element: ELEMENT,
      period: PERIOD,
      entry: { state: "value", value: 100 + turn },
      isEstimate: false,
      asOf: null,
      expectedRevision: revisions.get(unit) ?? 0,
    });
    revisions.set(unit, revision);
  };
  try {
    const [periodId, elementId, unitId] = present;
    const write = handWriter(workspace.db, CLOCK.now().toISOString());
    const contest = { aim: 1.5, rounds: 1000, ours: () => timedAsync(save) };
    return [
      await measure({
        ...contest,
        name: "save one cell through the contract / one raw durable commit",
        least: () => timed(() => raw.run(...present)),
      }),
      await measure({
        ...contest,
        name: "save one cell through the contract / its rows by hand-written SQL",
        least: () => timed(() => write(periodId, [{ elementId, unitId, value: turn }])),
      }),
    ];
  } finally {
    await host.close();
  }
}
