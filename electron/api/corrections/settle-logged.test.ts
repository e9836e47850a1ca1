import { mkdirSync } from "node:fs";
import { afterEach, beforeEach, expect, it } from "vitest";
import { openTestOffice, type TestOffice } from "../../../test/support/test-office.ts";
import { insertReceived, listUnsettledReplies } from "../../database/queries/received.ts";
import { archivePath } from "../submissions/archive.ts";
import { settleLogged } from "./settle-logged.ts";

let office: TestOffice;
beforeEach(async () => {
  office = await openTestOffice();
});
afterEach(() => office.close());

it("a reply whose file cannot be read keeps nobody out of the office, and waits for another time", async () => {
  const { workspace } = office.host.context;
  const { db } = workspace;
  const [digest, fileSha256] = ["d".repeat(64), "f".repeat(64)];
  insertReceived(db, {
    manifestSha256: digest,
    kind: "receipt",
    unitId: "province",
    instanceId: "one",
    stream: "province",
    seq: 1,
    status: "accepted",
    receiptSha256: null,
    fileSha256,
    unitCode: "LDLD-A",
    unitName: "LĐLĐ tỉnh A",
    form: "month",
    period: "2025-M05",
    correction: null,
    units: null,
    manifest: JSON.stringify({ receipt: { in_reply_to: { manifest_sha256: "e".repeat(64) } } }),
    receivedAt: "2026-01-05T02:00:00Z",
  });
  // A folder in its place: it is there, and reading it fails.
  mkdirSync(archivePath(workspace, fileSha256), { recursive: true });
  await settleLogged(workspace);
  expect(listUnsettledReplies(db).map((reply) => reply.digest)).toEqual([digest]);
});
