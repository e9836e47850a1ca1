import { describe, expect, it } from "vitest";
import type { DraftView } from "../../../shared/contract/programme-editing.ts";
import { DraftStore } from "./draft-store.ts";

/** Only what the store looks at; the rest of a draft passes through it unread. */
const viewOf = (title: string, revision: number) =>
  ({ code: "P", revision, canUndo: true, canRedo: false, programme: { title } }) as unknown as DraftView;

/** A program that keeps one draft, refuses an old revision and answers when it is told to. */
function program() {
  let revision = 1;
  const steps = ["một"];
  const waiting: (() => void)[] = [];
  const turn = () => new Promise<void>((resume) => waiting.push(resume));
  const based = (expected: number) => {
    if (expected !== revision) throw new Error("STALE_DRAFT");
    revision += 1;
  };
  return {
    view: viewOf("một", 1),
    steps,
    answer: () => waiting.shift()?.(),
    calls: {
      async save({
        expectedRevision,
        programme,
      }: {
        expectedRevision: number;
        programme: { title: string };
      }) {
        based(expectedRevision);
        steps.push(programme.title);
        return viewOf(programme.title, revision);
      },
      async undo({ expectedRevision }: { expectedRevision: number }) {
        await turn();
        based(expectedRevision);
        steps.pop();
        return viewOf(steps.at(-1) ?? "", revision);
      },
    },
  };
}

const type = (store: DraftStore, title: string) => store.change((draft) => ({ ...draft, title }));
const settled = () => new Promise((resume) => setTimeout(resume, 5));

describe("a draft while it is typed", () => {
  it("takes one step back", async () => {
    const { view, calls, answer } = program();
    const store = new DraftStore(view, calls);
    type(store, "hai");
    await store.flush();
    const back = store.step("back");
    await settled();
    answer();
    await back;
    expect(store.snapshot()).toMatchObject({ draft: { title: "một" }, save: "saved", error: null });
  });

  it("keeps what is typed while a step back is under way, and sends it after the answer", async () => {
    const { view, calls, answer, steps } = program();
    const store = new DraftStore(view, calls);
    type(store, "hai");
    await store.flush();
    const back = store.step("back");
    await settled();
    type(store, "hai rưỡi");
    const kept = store.flush();
    await settled();
    answer();
    await back;
    expect(await kept).toBe(true);
    expect(store.snapshot()).toMatchObject({ draft: { title: "hai rưỡi" }, save: "saved", error: null });
    expect(steps).toEqual(["một", "hai rưỡi"]);
  });

  it("says when it could not be kept, so that nothing is done on top of it", async () => {
    const { view, calls } = program();
    const store = new DraftStore({ ...view, revision: 7 }, calls);
    type(store, "hai");
    expect(await store.flush()).toBe(false);
    expect(store.snapshot()).toMatchObject({ draft: { title: "hai" }, save: "failed" });
  });
});
