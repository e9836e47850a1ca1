// Drafts of programmes through the contract, over a real file that is closed and opened again.
import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { findBrokenAudit } from "../../database/queries/audit.ts";
import { scratchFolder } from "../../../test/support/scratch-folder.ts";
import { DISTRICT } from "../../../test/support/district.ts";
import { type Client, offered, type Office, openOffice } from "../../../test/support/test-office.ts";
import { ADMITTED, begin, CLOCK, complete, issued, QUALITATIVE, refusalOf, SHARE } from "./test-fixtures.ts";

let folder: string;
let host: Office["host"];
let client: Client;
const reopen = async () => {
  ({ host, client } = await openOffice(folder, { clock: CLOCK }));
};
beforeEach(async () => {
  folder = scratchFolder("programme");
  await reopen();
  await client.office.create(DISTRICT);
});
afterEach(() => host.close());

describe("a draft", () => {
  it("outlives the program, with every step that can be undone", async () => {
    const { programme, revision } = await begin(client);
    const save = (expectedRevision: number, title: string) =>
      client.programmeEditing.save({
        code: "B-03",
        expectedRevision,
        programme: { ...programme, title },
      });
    const second = await save(revision, "Hai");
    const third = await save(second.revision, "Ba");
    // The same again makes no step.
    expect((await save(third.revision, "Ba")).revision).toBe(third.revision);
    await host.close();
    await reopen();
    const step = async (direction: "back" | "forward", expectedRevision: number) =>
      client.programmeEditing.undo({ code: "B-03", expectedRevision, direction });
    const back = await step("back", third.revision);
    expect(back).toMatchObject({ title: "Hai", canUndo: true, canRedo: true });
    const again = await step("back", back.revision);
    expect(again).toMatchObject({ title: "Chương trình hành động", canUndo: false });
    expect((await step("back", again.revision)).revision).toBe(again.revision);
    const forward = await step("forward", again.revision);
    expect(forward.title).toBe("Hai");
    // A new step after an undo: what had been taken back is gone.
    const other = await save(forward.revision, "Khác");
    expect(other).toMatchObject({ title: "Khác", canRedo: false });
    expect(findBrokenAudit(host.context.workspace.db)).toBeNull();
  });

  it("is not overwritten by somebody who saw an older one", async () => {
    const { programme, revision } = await begin(client);
    const save = () =>
      client.programmeEditing.save({
        code: "B-03",
        expectedRevision: revision,
        programme: { ...programme, title: "Hai" },
      });
    await save();
    expect(await refusalOf(save())).toMatchObject({ code: "STALE_DRAFT", data: { revision: 2 } });
  });

  it("is not judged and not listed among programmes until it is issued; its code is taken", async () => {
    await begin(client);
    expect((await client.programmes.list()).map(({ code }) => code)).not.toContain("B-03");
    expect(await client.programmeEditing.drafts()).toMatchObject([{ code: "B-03", state: "draft" }]);
    for (const code of ["B-03", "AG-1979"])
      expect(await refusalOf(client.programmeEditing.begin({ code, title: "x" }))).toMatchObject({
        code: "PROGRAMME_EXISTS",
      });
  });

  it("goes for comment and back, and is thrown away", async () => {
    const { revision } = await begin(client);
    const asked = await client.programmeEditing.askComment({ code: "B-03", isAsked: true });
    expect(asked.state).toBe("underComment");
    expect(
      await refusalOf(client.programmeEditing.askComment({ code: "B-03", isAsked: true })),
    ).toMatchObject({ code: "MOVE_NOT_OFFERED", data: { state: "underComment" } });
    const back = await client.programmeEditing.askComment({ code: "B-03", isAsked: false });
    expect(
      await refusalOf(client.programmeEditing.discard({ code: "B-03", expectedRevision: revision })),
    ).toMatchObject({ code: "STALE_DRAFT" });
    await client.programmeEditing.discard({ code: "B-03", expectedRevision: back.revision });
    expect(await refusalOf(client.programmeEditing.open({ code: "B-03" }))).toMatchObject({
      code: "DRAFT_UNKNOWN",
    });
  });

  it("derived from the provincial programme carries its targets", async () => {
    const draft = await client.programmeEditing.begin({
      code: "B-CHILD",
      title: "Của huyện",
      derivedFrom: "AG-1979",
    });
    const { programme: parent } = await client.programmes.show({ code: "AG-1979" });
    expect(draft.programme.targets).toEqual(parent.targets);
    expect(draft).toMatchObject({ derivedFrom: "AG-1979", title: "Của huyện" });
  });
});

describe("a programme as a file", () => {
  const exported = async (code: string) => {
    const offer = await client.programmeEditing.exportFile({ code });
    const json = JSON.parse(new TextDecoder().decode(offered(host, offer.ticket)));
    return { fileName: offer.fileName, json };
  };

  it("leaves and comes back the same, also into another office", async () => {
    await issued(client, SHARE, ADMITTED, QUALITATIVE);
    await client.programmeEditing.setVerdict({
      code: "B-03",
      target: "T03",
      period: "2026-M06",
      verdict: "met",
      text: "Tốt.",
    });
    const { fileName, json } = await exported("B-03");
    expect(fileName).toBe("B-03.json");
    // What this office found is no part of the programme.
    expect(JSON.stringify(json)).not.toContain("verdicts");
    const path = join(folder, "other.json");
    writeFileSync(path, JSON.stringify({ ...json, code: "B-04" }));
    await client.programmes.importFile({ ticket: host.tickets.fromPath(path) });
    const { json: again } = await exported("B-04");
    expect(again).toEqual({ ...json, code: "B-04" });
  });

  it("of a draft becomes a draft again", async () => {
    const { programme, revision } = await begin(client);
    await client.programmeEditing.save({
      code: "B-03",
      expectedRevision: revision,
      programme: complete(programme, SHARE),
    });
    const { json } = await exported("B-03");
    const path = join(folder, "draft.json");
    writeFileSync(path, JSON.stringify({ ...json, code: "B-04" }));
    expect(await client.programmes.importFile({ ticket: host.tickets.fromPath(path) })).toMatchObject({
      state: "draft",
      adoptedAt: null,
      isBuiltIn: false,
    });
    expect((await client.programmeEditing.open({ code: "B-04" })).programme).toMatchObject({
      targets: [SHARE],
    });
  });
});
