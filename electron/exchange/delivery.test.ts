// Transport may lose, repeat and reorder (bundle.md §2.8, security.md F13 and F15): whole histories of several units, played
// through the rules with a memory that is a plain model. `SCD_EXHAUSTIVE=1` plays ten thousand of each instead of 300.
import * as fc from "fast-check";
import { describe, expect, it, vi } from "vitest";
import { ExchangeError } from "./codes.ts";
import type { Manifest } from "./manifest.ts";
import { checkReplay, type LoggedBundle, type ReplayState, type SentBundle } from "./replay.ts";
import { receiptDraft, replayState, returnDraft, submissionDraft } from "./test-fixtures.ts";

const IS_EXHAUSTIVE = process.env["SCD_EXHAUSTIVE"] !== undefined;
const RUNS = { numRuns: IS_EXHAUSTIVE ? 10_000 : 300 };
if (IS_EXHAUSTIVE) vi.setConfig({ testTimeout: 3_600_000 });

interface Sending {
  readonly digest: string;
  readonly manifest: Manifest;
  /** What the province does with it: asks for a correction, or lets the unit correct by itself. */
  readonly isReturned: boolean;
}

interface Act {
  readonly unit: number;
  readonly period: number;
  readonly isReturned: boolean;
  readonly isRestoredBefore: boolean;
}

/** One act of a unit: sends the first or the next revision of a period, or is restored from a backup. */
const act: fc.Arbitrary<Act> = fc.record({
  unit: fc.nat(2),
  period: fc.nat(2),
  isReturned: fc.boolean(),
  isRestoredBefore: fc.nat(7).map((chance) => chance === 0),
});

const hex = (text: string) => Buffer.from(text).toString("hex").padEnd(64, "0").slice(0, 64);
const idOf = (family: string, unit: number, number: number) =>
  `01900000-0000-7000-8000-${family}${String(unit).padStart(3, "0")}${String(number).padStart(6, "0")}`;
const returnOf = (digest: string) => `${digest.slice(0, 62)}ee`;

/** What the units send, in order: every unit knows what the province answered. */
function historyOf(acts: readonly Act[]): Sending[] {
  const sendings: Sending[] = [];
  const instances = new Map<number, number>();
  const last = new Map<string, { seq: number; digest: string }>();
  const reports = new Map<string, { revision: number; digest: string; isReturned: boolean }>();
  for (const [index, { unit, period, isReturned, isRestoredBefore }] of acts.entries()) {
    if (isRestoredBefore) instances.set(unit, (instances.get(unit) ?? 0) + 1);
    const instanceId = idOf("1", unit, instances.get(unit) ?? 0);
    const report = `${unit}/${period}`;
    const previous = last.get(instanceId);
    const current = reports.get(report);
    const digest = hex(`sending ${index}`);
    const draft = submissionDraft();
    sendings.push({
      digest,
      isReturned,
      manifest: {
        ...draft,
        v: 1,
        entries: [],
        issuer: { ...draft.issuer, unit_id: idOf("2", unit, 0), instance_id: instanceId },
        context: draft.context && { ...draft.context, period: `2024-M0${period + 1}` },
        seq: (previous?.seq ?? 0) + 1,
        prev: previous?.digest ?? null,
        submission: {
          submission_id: idOf("3", unit, period),
          revision: current === undefined ? 0 : current.revision + 1,
          supersedes:
            current === undefined ? null : { revision: current.revision, manifest_sha256: current.digest },
          reply_to: current?.isReturned ? returnOf(current.digest) : null,
        },
      },
    });
    last.set(instanceId, { seq: (previous?.seq ?? 0) + 1, digest });
    reports.set(report, { revision: current === undefined ? 0 : current.revision + 1, digest, isReturned });
  }
  return sendings;
}

/** A province that remembers in plain lists. */
class Province {
  readonly taken: Sending[] = [];

  /** "taken", "duplicate" or the code. */
  receive(sending: Sending): string {
    try {
      if (checkReplay(sending.manifest, sending.digest, this.#memory()).isDuplicate) return "duplicate";
    } catch (error) {
      if (error instanceof ExchangeError) return error.code;
      throw error;
    }
    this.taken.push(sending);
    return "taken";
  }

  /** Newest revision of every report. */
  reports(): Map<string, string> {
    return new Map(this.taken.map((one) => [reportOf(one), one.digest]));
  }

  #memory(): ReplayState {
    const logged = (one: Sending | undefined): LoggedBundle | undefined =>
      one && { digest: one.digest, status: "processed", prev: one.manifest.prev };
    return replayState({
      findByDigest: (digest) => logged(this.taken.find((one) => one.digest === digest)),
      findBySequence: ({ instanceId }, seq) =>
        logged(
          this.taken.find(
            ({ manifest }) => manifest.issuer.instance_id === instanceId && manifest.seq === seq,
          ),
        ),
      listSequencesBelow: ({ instanceId }, seq) =>
        this.taken.flatMap(({ manifest }) =>
          manifest.issuer.instance_id === instanceId && manifest.seq < seq ? [manifest.seq] : [],
        ),
      findCurrentSubmission: ({ submissionId }) => {
        const current = this.taken.findLast(({ manifest }) => submissionIdOf(manifest) === submissionId);
        if (current?.manifest.kind !== "submission") return undefined;
        return {
          submissionId,
          revision: current.manifest.submission.revision,
          digest: current.digest,
          returnDigest: current.isReturned ? returnOf(current.digest) : null,
          isVoluntaryRevisionAllowed: true,
        };
      },
    });
  }
}

const submissionIdOf = (manifest: Manifest) =>
  manifest.kind === "submission" ? manifest.submission.submission_id : "";
const reportOf = ({ manifest }: Sending) => submissionIdOf(manifest);

/** A history and how it arrives: some lost, in any order, some twice. */
const delivery = fc.array(act, { maxLength: 20 }).chain((acts) => {
  const history = historyOf(acts);
  return fc.record({
    history: fc.constant(history),
    survivors: fc.subarray(history),
    order: fc.infiniteStream(fc.nat(1_000_000)),
    repeats: fc.nat(10),
  });
});

function shuffled<T>(items: readonly T[], order: Iterator<number>): T[] {
  return items
    .map((item) => ({ item, key: Number(order.next().value) }))
    .toSorted((a, b) => a.key - b.key)
    .map(({ item }) => item);
}

describe("however the bundles of several units arrive", () => {
  it("offered again until nothing changes, they leave the state that in-order delivery leaves", () => {
    fc.assert(
      fc.property(delivery, ({ survivors, order, repeats }) => {
        const inOrder = new Province();
        for (const sending of survivors) inOrder.receive(sending);
        const chaotic = new Province();
        const arrivals = shuffled([...survivors, ...survivors.slice(0, repeats)], order);
        for (let before = -1; before !== chaotic.taken.length; ) {
          before = chaotic.taken.length;
          for (const sending of arrivals) chaotic.receive(sending);
        }
        expect(chaotic.reports()).toEqual(inOrder.reports());
        expect(new Set(chaotic.taken.map(({ digest }) => digest))).toEqual(
          new Set(inOrder.taken.map(({ digest }) => digest)),
        );
      }),
      RUNS,
    );
  });

  it("each taken once at most, revisions of a report rise by one, and nothing is overwritten silently", () => {
    fc.assert(
      fc.property(delivery, ({ survivors, order, repeats }) => {
        const province = new Province();
        const said = shuffled([...survivors, ...survivors.slice(0, repeats)], order).map((one) =>
          province.receive(one),
        );
        for (const word of said) expect(["taken", "duplicate", "E_REV_CONFLICT"]).toContain(word);
        for (const report of new Set(province.taken.map(reportOf))) {
          const revisions = province.taken
            .filter((one) => reportOf(one) === report)
            .map(({ manifest }) => (manifest.kind === "submission" ? manifest.submission.revision : -1));
          expect(revisions).toEqual(revisions.map((_, index) => index));
        }
        expect(new Set(province.taken).size).toBe(province.taken.length);
      }),
      RUNS,
    );
  });

  it("with nothing lost and in order, everything is taken", () => {
    fc.assert(
      fc.property(delivery, ({ history }) => {
        const province = new Province();
        expect(history.map((sending) => province.receive(sending))).toEqual(history.map(() => "taken"));
      }),
      RUNS,
    );
  });
});

describe("a copied database", () => {
  it("whichever of the two arrives second is a fork, and the first stays as it was", () => {
    fc.assert(
      fc.property(fc.array(act, { minLength: 1, maxLength: 12 }), fc.boolean(), (acts, isCopyFirst) => {
        const history = historyOf(acts.map((one) => ({ ...one, isRestoredBefore: false })));
        const original = history.at(-1);
        if (original === undefined) return;
        const copy = { ...original, digest: hex("the copy") };
        const province = new Province();
        for (const sending of history.slice(0, -1)) province.receive(sending);
        const [first, second] = isCopyFirst ? [copy, original] : [original, copy];
        expect(province.receive(first)).toBe("taken");
        const before = province.reports();
        expect(province.receive(second)).toBe("E_SEQ_FORK");
        expect(province.reports()).toEqual(before);
        expect(province.receive(first)).toBe("duplicate");
      }),
      RUNS,
    );
  });

  it("and a chain that does not fit shows in both orders of arrival", () => {
    const [one, two] = historyOf([
      { unit: 0, period: 0, isReturned: false, isRestoredBefore: false },
      { unit: 0, period: 1, isReturned: false, isRestoredBefore: false },
    ]);
    if (!one || !two) throw new Error("two sendings");
    const other = { ...one, digest: hex("another first") };
    for (const [first, second] of [
      [other, two],
      [two, other],
    ] as const) {
      const province = new Province();
      expect(province.receive(first)).toBe("taken");
      expect(province.receive(second)).toBe("E_PREV_MISMATCH");
    }
  });
});

describe("replies to one sending", () => {
  const answers = [
    { result: "accepted" as const, digest: hex("accepted") },
    { result: "returned" as const, digest: hex("returned") },
    { result: "duplicate" as const, digest: hex("duplicate") },
  ];
  const manifestOf = (result: (typeof answers)[number]["result"]): Manifest => {
    if (result === "returned") return { ...returnDraft(), v: 1, entries: [] };
    const draft = receiptDraft();
    return { ...draft, v: 1, entries: [], receipt: { ...draft.receipt, result } };
  };

  it("the first final word stands, another one is a conflict, the same again and 'duplicate' are not", () => {
    fc.assert(
      fc.property(fc.array(fc.constantFrom(...answers), { maxLength: 10 }), (arrivals) => {
        const draft = receiptDraft().receipt.in_reply_to;
        let outcome: SentBundle["outcome"] = null;
        const processed = new Set<string>();
        let finals = 0;
        for (const { result, digest } of arrivals) {
          const state = replayState({
            findByDigest: (one) => (processed.has(one) ? { digest: one, status: "processed" } : undefined),
            findSent: () => ({
              bundleId: draft.bundle_id,
              unitId: draft.unit_id,
              instanceId: draft.instance_id,
              stream: draft.stream,
              seq: draft.seq,
              submission: { submissionId: submissionDraft().submission.submission_id, revision: 0 },
              outcome,
            }),
          });
          const isContradiction = result !== "duplicate" && outcome !== null && outcome.result !== result;
          if (isContradiction) {
            expect(() => checkReplay(manifestOf(result), digest, state)).toThrow(
              expect.objectContaining({ code: "E_REPLY_CONFLICT" }),
            );
            continue;
          }
          const { isDuplicate } = checkReplay(manifestOf(result), digest, state);
          expect(isDuplicate).toBe(processed.has(digest));
          processed.add(digest);
          if (!isDuplicate && result !== "duplicate") {
            outcome = { result, replyDigest: digest };
            finals += 1;
          }
        }
        expect(finals).toBe(arrivals.some(({ result }) => result !== "duplicate") ? 1 : 0);
      }),
      RUNS,
    );
  });
});
