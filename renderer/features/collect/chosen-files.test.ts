import { expect, it } from "vitest";
import { sortChosen } from "./chosen-files.ts";

it("takes sheets and names everything else that was chosen", () => {
  const chosen = ["bad.xlsx", "bad.csv", "x.goi", "y.GOI.age", "~$bad.xlsx", ".DS_Store", "M.XLS"].map(
    (name) => ({ name }),
  );
  expect(sortChosen(chosen)).toEqual({
    sheets: [{ name: "bad.xlsx" }, { name: "M.XLS" }],
    leftOut: [
      { name: "bad.csv", reason: "otherKind" },
      { name: "x.goi", reason: "bundle" },
      { name: "y.GOI.age", reason: "bundle" },
    ],
  });
});
