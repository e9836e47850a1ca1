// Every row of the table of bundle.md §2.8, and a model of delivery chaos; hence longer than 300 lines.
import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import { ExchangeError } from "./codes.ts";
import type { Manifest } from "./manifest.ts";
import { checkReplay, type CurrentSubmission, type ReplayState, type SentBundle } from "./replay.ts";
import {
  BUNDLE_ID,
  DIGEST_A,
  DIGEST_B,
  DISTRICT_ID,
  enrolmentDraft,
  INSTANCE_ID,
  OTHER_ID,
  programmeDraft,
  receiptDraft,
  replayState,
  returnDraft,
  STRANGER_KEY,
  SUBMISSION_ID,
  submissionDraft,
  trustList,
  trustlistDraft,
} from "./test-fixtures.ts";

const DIGEST = "d".repeat(64);
const FILLED = { v: 1, entries: [] };

function outcomeOf(manifest: Manifest, answers: Partial<ReplayState> = {}): string {
  try {
    const { warnings } = checkReplay(manifest, DIGEST, replayState(answers));
    return warnings[0]?.code ?? "accepted";
  } catch (error) {
    if (error instanceof ExchangeError) return error.code;
    throw error;
  }
}

const submission = (
  seq = 1,
  change: Partial<ReturnType<typeof submissionDraft>["submission"]> = {},
): Manifest => {
  const draft = submissionDraft();
  return {
    ...FILLED,
    ...draft,
    seq,
    prev: seq === 1 ? null : DIGEST_A,
    submission: { ...draft.submission, ...change },
  };
};
const receipt = (change: object = {}): Manifest => {
  const draft = receiptDraft();
  return { ...FILLED, ...draft, receipt: { ...draft.receipt, ...change } };
};
const logged = (digest: string) => ({ digest, status: "processed" as const });

describe("sequence", () => {
  it("takes a first bundle", () => {
    expect(outcomeOf(submission())).toBe("accepted");
  });

  it("hands out the stored receipt for a bundle processed before, whatever else has changed since", () => {
    const everythingElseWrong: Partial<ReplayState> = {
      findByDigest: (digest) => (digest === DIGEST ? logged(digest) : undefined),
      findBySequence: () => logged(DIGEST_B),
      instanceStatus: () => "closed",
      isPeriodClosed: () => true,
    };
    expect(outcomeOf(submission(), everythingElseWrong)).toBe("W_DUPLICATE");
    expect(checkReplay(submission(), DIGEST, replayState(everythingElseWrong)).isDuplicate).toBe(true);
  });

  it("does not call a quarantined bundle processed", () => {
    const quarantined = { digest: DIGEST, status: "quarantined" as const };
    expect(
      outcomeOf(submission(), { findByDigest: () => quarantined, instanceStatus: () => "unknown" }),
    ).toBe("E_INSTANCE_CONFIRM");
  });

  it("sees a copied database: the same number with another content", () => {
    expect(
      outcomeOf(submission(), { findBySequence: (_key, seq) => (seq === 1 ? logged(DIGEST_B) : undefined) }),
    ).toBe("E_SEQ_FORK");
  });

  it("asks for the number by unit, installation and stream", () => {
    const asked: unknown[] = [];
    outcomeOf(submission(2), {
      findBySequence: (key, seq) => {
        asked.push([key, seq]);
        return undefined;
      },
    });
    const key = { unitId: DISTRICT_ID, instanceId: INSTANCE_ID, stream: "submission" };
    expect(asked).toEqual([
      [key, 2],
      [key, 1],
      [key, 3],
    ]);
  });

  it.each([
    [DIGEST_A, "accepted"],
    [DIGEST_B, "E_PREV_MISMATCH"],
  ])("with the previous bundle known as %.4s… gives %s", (previous, result) => {
    const state = {
      findBySequence: (_key: unknown, seq: number) => (seq === 1 ? logged(previous) : undefined),
      listSequencesBelow: () => [1],
    };
    expect(outcomeOf(submission(2), state)).toBe(result);
  });

  it("takes a bundle whose predecessors have not come, and lists them", () => {
    const { missing, warnings } = checkReplay(
      submission(6),
      DIGEST,
      replayState({ listSequencesBelow: () => [2, 4] }),
    );
    expect(missing).toEqual([1, 3, 5]);
    expect(warnings).toEqual([{ code: "W_SEQ_GAP", detail: "1 3 5" }]);
  });

  it("lists at most a hundred missing numbers, the newest, also below an absurd number", () => {
    const { missing } = checkReplay(submission(Number.MAX_SAFE_INTEGER), DIGEST, replayState());
    expect(missing).toHaveLength(100);
    expect(missing.at(-1)).toBe(Number.MAX_SAFE_INTEGER - 1);
  });

  it("takes a late bundle only while its revision still fits", () => {
    const later = (key: unknown, seq: number) => (seq === 3 ? logged(DIGEST_B) : (void key, undefined));
    expect(outcomeOf(submission(2), { findBySequence: later, listSequencesBelow: () => [1] })).toBe(
      "accepted",
    );
    const moved = { ...current(1), returnDigest: null };
    expect(outcomeOf(submission(2), { findBySequence: later, findCurrentSubmission: () => moved })).toBe(
      "E_REV_CONFLICT",
    );
  });
});

describe("installation", () => {
  it("never seen needs an operator's word, closed is refused", () => {
    expect(outcomeOf(submission(), { instanceStatus: () => "unknown" })).toBe("E_INSTANCE_CONFIRM");
    expect(outcomeOf(submission(), { instanceStatus: () => "closed" })).toBe("E_INSTANCE_CLOSED");
  });

  it("of a backup restored on a computer we know is told from a new computer", () => {
    const draft = submission();
    const confirming = (prev_instance_id: string | null) => () =>
      checkReplay(
        { ...draft, issuer: { ...draft.issuer, prev_instance_id } },
        DIGEST,
        replayState({ instanceStatus: (_unit, instance) => (instance === OTHER_ID ? "closed" : "unknown") }),
      );
    const confirm = (detail: string) => expect.objectContaining({ code: "E_INSTANCE_CONFIRM", detail });
    expect(confirming(OTHER_ID)).toThrow(confirm("restored"));
    expect(confirming(null)).toThrow(confirm("new"));
    expect(confirming(BUNDLE_ID)).toThrow(confirm("new"));
  });

  it("is not asked about for an enrolment, which introduces it, and a trust list", () => {
    const state: Partial<ReplayState> = { instanceStatus: () => "unknown" };
    expect(outcomeOf({ ...FILLED, ...enrolmentDraft(STRANGER_KEY) }, state)).toBe("accepted");
    expect(outcomeOf({ ...FILLED, ...trustlistDraft(trustList()), seq: 1, prev: null }, state)).toBe(
      "accepted",
    );
    expect(outcomeOf(receipt(), state)).toBe("E_INSTANCE_CONFIRM");
  });
});

describe("revision", () => {
  const next = { revision: 1, supersedes: { revision: 0, manifest_sha256: DIGEST_A } };
  const state = (
    answers: Partial<CurrentSubmission> | undefined,
    isClosed = false,
  ): Partial<ReplayState> => ({
    findCurrentSubmission: () => (answers === undefined ? undefined : { ...current(0), ...answers }),
    isPeriodClosed: () => isClosed,
  });

  it.each([
    ["the first", {}, undefined, "accepted"],
    ["a second first", {}, {}, "E_REV_CONFLICT"],
    ["a correction of nothing", next, undefined, "E_REV_CONFLICT"],
    ["number 1 without a first", { revision: 1 }, undefined, "E_REV_CONFLICT"],
    ["the first naming a predecessor", { supersedes: next.supersedes }, undefined, "E_REV_CONFLICT"],
    ["a skipped number", { ...next, revision: 2 }, {}, "E_REV_CONFLICT"],
    ["a correction of another digest", next, { digest: DIGEST_B }, "E_REV_CONFLICT"],
    ["a correction of another submission", next, { submissionId: OTHER_ID }, "E_REV_CONFLICT"],
    ["a correction nobody asked for", next, {}, "E_REV_CLOSED"],
    ["a voluntary correction", next, { isVoluntaryRevisionAllowed: true }, "accepted"],
    ["an answer to the return", { ...next, reply_to: DIGEST_B }, { returnDigest: DIGEST_B }, "accepted"],
    [
      "an answer to another return",
      { ...next, reply_to: DIGEST },
      { returnDigest: DIGEST_B },
      "E_REV_CONFLICT",
    ],
    ["an answer that names no return", next, { returnDigest: DIGEST_B }, "E_REV_CONFLICT"],
    ["an answer to a return never made", { ...next, reply_to: DIGEST_B }, {}, "E_REV_CONFLICT"],
  ])("%s", (_label, change, known, result) => {
    expect(outcomeOf(submission(1, change), state(known))).toBe(result);
  });

  it("in a closed period is refused unless it was returned", () => {
    expect(outcomeOf(submission(), state(undefined, true))).toBe("E_REV_CLOSED");
    expect(outcomeOf(submission(1, next), state({ isVoluntaryRevisionAllowed: true }, true))).toBe(
      "E_REV_CLOSED",
    );
    const answer = { ...next, reply_to: DIGEST_B };
    expect(outcomeOf(submission(1, answer), state({ returnDigest: DIGEST_B }, true))).toBe("accepted");
  });

  it("is looked up by submission and by unit, form and period", () => {
    let asked: unknown;
    outcomeOf(submission(), {
      findCurrentSubmission: (report) => {
        asked = report;
        return undefined;
      },
    });
    expect(asked).toEqual({
      unitId: DISTRICT_ID,
      submissionId: SUBMISSION_ID,
      formCode: "half",
      period: "2024-H1",
    });
  });
});

describe("programme and trust list", () => {
  it.each([
    [undefined, "accepted"],
    [2, "accepted"],
    [3, "E_PROG_ROLLBACK"],
    [4, "E_PROG_ROLLBACK"],
  ])("a programme of version 3 against %s gives %s", (held, result) => {
    expect(outcomeOf({ ...FILLED, ...programmeDraft() }, { programmeVersion: () => held })).toBe(result);
  });

  it.each([
    [null, "accepted"],
    [{ version: 1, digest: DIGEST_A }, "accepted"],
    [{ version: 1, digest: DIGEST_B }, "E_TL_FORK"], // version 2 says it follows DIGEST_A
    [{ version: 2, digest: DIGEST }, "accepted"],
    [{ version: 2, digest: DIGEST_B }, "E_TL_FORK"],
    [{ version: 3, digest: DIGEST_B }, "E_TL_ROLLBACK"],
  ])("a list of version 2 against %o gives %s", (held, result) => {
    const manifest: Manifest = { ...FILLED, ...trustlistDraft(trustList()), seq: 1, prev: null };
    expect(outcomeOf(manifest, { heldTrust: () => held })).toBe(result);
  });
});

describe("reply", () => {
  const sent: SentBundle = {
    bundleId: BUNDLE_ID,
    unitId: DISTRICT_ID,
    instanceId: INSTANCE_ID,
    stream: "submission",
    seq: 1,
    submission: { submissionId: SUBMISSION_ID, revision: 0 },
    outcome: null,
  };
  const knows = (change: Partial<SentBundle> = {}): Partial<ReplayState> => ({
    findSent: (digest) => (digest === DIGEST_A ? { ...sent, ...change } : undefined),
  });
  const returned: Manifest = { ...FILLED, ...returnDraft() };

  it("to something sent from here is taken", () => {
    expect(outcomeOf(receipt(), knows())).toBe("accepted");
    expect(outcomeOf(returned, knows())).toBe("accepted");
  });

  it("to something never sent from here, or told wrongly, is refused", () => {
    expect(outcomeOf(receipt())).toBe("E_REPLY_UNKNOWN");
    for (const change of [
      { bundleId: OTHER_ID },
      { unitId: OTHER_ID },
      { instanceId: OTHER_ID },
      { stream: "x" },
      { seq: 2 },
    ]) {
      expect(outcomeOf(receipt(), knows(change))).toBe("E_REPLY_UNKNOWN");
    }
    expect(outcomeOf(returned, knows({ submission: { submissionId: SUBMISSION_ID, revision: 1 } }))).toBe(
      "E_REPLY_UNKNOWN",
    );
    expect(outcomeOf(returned, knows({ submission: null }))).toBe("E_REPLY_UNKNOWN");
  });

  it("to something sent before a backup was restored is taken, accepted or sent back: nothing else tells of it", () => {
    const restored = { findForgotten: () => ({ outcome: null }) };
    expect(outcomeOf(receipt(), restored)).toBe("accepted");
    expect(outcomeOf(returned, restored)).toBe("accepted");
    expect(outcomeOf(returned, { findForgotten: () => undefined })).toBe("E_REPLY_UNKNOWN");
    // It is judged by what was replied before, like any other.
    const told = { findForgotten: () => ({ outcome: { result: "returned", replyDigest: DIGEST_B } }) };
    expect(outcomeOf(receipt(), told)).toBe("E_REPLY_CONFLICT");
    expect(outcomeOf({ ...receipt(), ext: { corrects: DIGEST_B } }, told)).toBe("accepted");
  });

  it("that contradicts an earlier final outcome is refused unless it corrects it by name", () => {
    const was = knows({ outcome: { result: "returned", replyDigest: DIGEST_B } });
    expect(outcomeOf(receipt(), was)).toBe("E_REPLY_CONFLICT");
    expect(outcomeOf({ ...receipt(), ext: { corrects: DIGEST_B } }, was)).toBe("accepted");
    expect(outcomeOf({ ...receipt(), ext: { corrects: DIGEST_A } }, was)).toBe("E_REPLY_CONFLICT");
    expect(outcomeOf(receipt({ result: "duplicate" }), was)).toBe("accepted");
    expect(outcomeOf(returned, was)).toBe("accepted");
  });
});

it("reaches the same state whatever the order, repetition and loss of a chain of corrections", () => {
  // Model: an office that remembers; five sendings of one report, each voluntary, in any order with repeats.
  const digestOf = (n: number) => n.toString(16).repeat(64).slice(0, 64);
  const sendings = [0, 1, 2, 3, 4].map((n) => ({
    digest: digestOf(n + 1),
    manifest: {
      ...submission(n + 1, {
        revision: n,
        supersedes: n === 0 ? null : { revision: n - 1, manifest_sha256: digestOf(n) },
      }),
      prev: n === 0 ? null : digestOf(n),
    },
  }));
  fc.assert(
    fc.property(fc.array(fc.nat(4), { maxLength: 25 }), (arrivals) => {
      const taken: string[] = [];
      for (const index of arrivals) {
        const sending = sendings[index];
        if (sending === undefined) throw new Error("no such sending");
        const seqOf = (digest: string) => sendings.findIndex((one) => one.digest === digest) + 1;
        const state = replayState({
          findByDigest: (digest) => (taken.includes(digest) ? logged(digest) : undefined),
          findBySequence: (_key, seq) =>
            taken.map((digest) => (seqOf(digest) === seq ? logged(digest) : undefined)).find(Boolean),
          listSequencesBelow: (_key, seq) => taken.map(seqOf).filter((number) => number < seq),
          findCurrentSubmission: () =>
            taken.length === 0
              ? undefined
              : {
                  ...current(taken.length - 1),
                  digest: taken.at(-1) ?? "",
                  isVoluntaryRevisionAllowed: true,
                },
        });
        try {
          if (!checkReplay(sending.manifest, sending.digest, state).isDuplicate) taken.push(sending.digest);
        } catch (error) {
          expect(error).toMatchObject({ code: "E_REV_CONFLICT" });
        }
      }
      // Second calculation: the longest prefix 0, 1, 2 … that is a subsequence of the arrivals.
      let expected = 0;
      for (const index of arrivals) if (index === expected) expected += 1;
      expect(taken).toEqual(sendings.slice(0, expected).map(({ digest }) => digest));
    }),
  );
});

function current(revision: number): CurrentSubmission {
  return {
    submissionId: SUBMISSION_ID,
    revision,
    digest: DIGEST_A,
    returnDigest: null,
    isVoluntaryRevisionAllowed: false,
  };
}
