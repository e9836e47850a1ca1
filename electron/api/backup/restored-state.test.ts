import { expect, it } from "vitest";
import { periodOf } from "../../../shared/domain/period.ts";
import { openAtVersion } from "../../../test/support/database-at-version.ts";
import { setForgotten } from "../../database/queries/forgotten.ts";
import { findForgotten } from "./restored-state.ts";

it("of reports of two former installations the later correction stands, whichever return comes last", async () => {
  const { db } = await openAtVersion();
  const standing = () => findForgotten(db, "month", periodOf("2025-M12"))?.sha256;
  const sent = { form: "month", period: "2025-M12", seq: 4 } as const;
  const returned = (sha256: string, correction: number) => ({
    sha256,
    submissionId: "s",
    correction,
    issuer: "LĐLĐ tỉnh A",
    dueOn: null,
    at: "2026-01-06T00:00:00Z",
  });
  setForgotten(db, { ...sent, sha256: "b1", instanceId: "b", returned: returned("return of b1", 1) });
  setForgotten(db, { ...sent, sha256: "a0", instanceId: "a", returned: returned("return of a0", 0) });
  expect(standing()).toBe("b1");
  setForgotten(db, { ...sent, sha256: "c2", instanceId: "c", returned: returned("return of c2", 2) });
  expect(standing()).toBe("c2");
  setForgotten(db, { ...sent, sha256: "d3", instanceId: "d", returned: null });
  expect(standing()).toBe("d3");
});
