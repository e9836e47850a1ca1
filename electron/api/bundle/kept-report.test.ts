import { expect, it } from "vitest";
import type { JsonValue } from "../../exchange/canonical-json.ts";
import { ROWS_A_PART } from "../../../shared/domain/parts.ts";
import type { EntryRow } from "./rows.ts";
import { encodeReport } from "./kept-report.ts";

it("packing that is left between two parts reads no further, and lets go of what it reads", async () => {
  let [read, isLeft] = [0, false];
  const rows = (function* (): Generator<JsonValue> {
    try {
      for (; read < 3 * ROWS_A_PART; read += 1) yield { row: read };
    } finally {
      isLeft = true;
    }
  })();
  const entries: readonly EntryRow[] = [];
  const tables = [{ name: "entries", schema: "entries.v1", rows }];
  const parts = encodeReport({
    tables,
    entries,
    units: [],
    totals: {},
    evaluations: [],
    unapproved: [],
    summary: "",
  });
  expect((await parts.next()).value).toMatchObject({ step: "packing" });
  expect(isLeft).toBe(false);
  await parts.return([]);
  expect(isLeft).toBe(true);
  expect(read).toBeLessThan(2 * ROWS_A_PART);
});
