import { expect, it } from "vitest";
import { openAtVersion } from "../../../test/support/database-at-version.ts";

it("what a rule was explained with stays the explanation of every finding of it", async () => {
  const { db, migrateTo } = await openAtVersion(206);
  db.raw.exec(
    "INSERT INTO explanation (form, period_id, unit_id, rule, text, author_id, at) VALUES ('month', 1, 2, 'V21', 'tuyển thêm', NULL, 'x')",
  );
  await migrateTo();
  expect(db.raw.prepare("SELECT * FROM explanation").all()).toEqual([
    {
      form: "month",
      period_id: 1,
      unit_id: 2,
      rule: "V21",
      elements: "",
      text: "tuyển thêm",
      author_id: null,
      at: "x",
    },
  ]);
});
