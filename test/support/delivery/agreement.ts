// When everything that survived has come: the province as if it had come in order, sums as somebody else adds them, and
// every district of one mind with the province about what it has heard of.
import { inOrder, reportOf, type Sending } from "./oracle.ts";
import { agree, codeOf, Disagreement, ENDED_KEY, type World } from "./world.ts";
import type { Chance } from "./chance.ts";
import type { District } from "./district.ts";
import { periodOf } from "../../../shared/domain/period.ts";

export async function agreeOnEverything(world: World, chance: Chance): Promise<void> {
  await world.retry();
  agreeOnOrder(world);
  for (const period of world.periods) await agreeOnTotals(world, period);
  for (const district of world.districts) await agreeWithProvince(world, district, chance);
  for (const district of world.districts) await world.correctForgotten(district);
}

const sorted = (statuses: ReadonlyMap<string, string>) =>
  [...statuses].toSorted(([left], [right]) => (left < right ? -1 : 1));

/** The province holds what in-order delivery of what survived would have left. */
function agreeOnOrder(world: World): void {
  const found = new Map(
    world.province.reports().map(({ manifestSha256, status }) => [manifestSha256, status]),
  );
  agree("reports of the province", sorted(found), sorted(world.oracle.statuses()));
  // What came when its key had ended did not survive; what a copied database sent contradicts itself, and of two
  // computers that report the same, the first to arrive stands: those are judged one arrival at a time only.
  const sent = new Map(world.sendings.map((sending) => [sending.digest, sending]));
  const arrived = new Set(world.toProvince.arrived.map(({ digest }) => digest));
  const survivors = world.sendings.filter(
    ({ digest, isOdd }) =>
      !isOdd && arrived.has(digest) && !ENDED_KEY.includes(world.words.get(digest) ?? ""),
  );
  const oddlyTaken = world.sendings.filter(({ digest, isOdd }) => isOdd && found.has(digest));
  agree("what a faulty program sent", oddlyTaken.length, 0);
  const contested = contestedReports(survivors);
  const isOrdered = (digest: string) => {
    const sending = sent.get(digest);
    return sending !== undefined && !world.copied.has(sending.unit) && !contested.has(reportOf(sending));
  };
  const ordered = inOrder(
    survivors.filter(({ digest }) => isOrdered(digest)),
    world.returns,
  );
  agree(
    "the state of in-order delivery",
    sorted(new Map([...found].filter(([digest]) => isOrdered(digest)))),
    sorted(ordered),
  );
  for (const report of contested) {
    const standing = survivors.filter((one) => reportOf(one) === report && found.has(one.digest));
    const revisions = standing.map(({ manifest }) => manifest.submission.revision).toSorted((a, b) => a - b);
    agree(`revisions of ${report}`, revisions, [...revisions.keys()]);
  }
}

/** Reports of which one revision was sent twice, by two computers. */
function contestedReports(sendings: readonly Sending[]): Set<string> {
  const seen = new Set<string>();
  const contested = new Set<string>();
  for (const sending of sendings) {
    const revision = `${reportOf(sending)} ${sending.manifest.submission.revision}`;
    if (seen.has(revision)) contested.add(reportOf(sending));
    seen.add(revision);
  }
  return contested;
}

async function agreeOnTotals(world: World, period: string): Promise<void> {
  const expected = [...world.oracle.figures(period)]
    .map(([unit, value]) => [codeOf(unit), value] as const)
    .toSorted(([left], [right]) => (left < right ? -1 : 1));
  const { offices, total } = await world.province.consolidated(period);
  agree(`figures of ${period}`, [...offices], expected);
  agree(
    `the sum of ${period}`,
    total,
    expected.reduce((sum, [, value]) => sum + value, 0),
  );
}

/** Brings a district the list and every reply to it, in any order and some twice. */
async function agreeWithProvince(world: World, district: District, chance: Chance): Promise<void> {
  await world.bringList(district);
  const replies = world.replies.filter(({ unit }) => unit === district.unit);
  const repeated = replies.filter(() => chance.once(8));
  for (const reply of chance.shuffled([...replies, ...repeated])) await world.bringReply(district, reply);
  for (const submission of district.submissions()) {
    const { sha256, period, state } = submission;
    const last = replies.findLast(({ report }) => report === sha256);
    const latest = district.latest(periodOf(period));
    const expected =
      latest?.sha256 !== sha256
        ? "superseded"
        : last === undefined
          ? "signed"
          : last.isReturn
            ? "returned"
            : "receipted";
    agree(`${district.office.code} about ${period} no. ${submission.correction}`, state, expected);
    if (last && Buffer.compare(world.province.archived(sha256), district.bytesOf(sha256)) !== 0)
      throw new Disagreement(`${period}: other bytes in the province`);
  }
  agreeOnForgotten(world, district, replies);
}

/**
 * A restored office was told of every report it does not remember, accepted or returned, and will not report that period anew: it waits, or
 * has signed a correction of what came back. A copied database knows another report of the same number and takes no word for this one.
 */
function agreeOnForgotten(world: World, district: District, replies: World["replies"]): void {
  const remembered = new Set(district.submissions().map(({ sha256 }) => sha256));
  for (const reply of replies) {
    if (remembered.has(reply.report)) continue;
    const sending = world.oracle.taken.get(reply.report)?.sending;
    const period = sending?.manifest.context?.period;
    if (!sending || period === undefined || !district.wasOnce(sending.manifest.issuer.instance_id)) continue;
    if (world.copied.has(district.unit)) continue;
    const isKnown =
      district.forgotten(periodOf(period)) !== undefined ||
      (district.latest(periodOf(period))?.correction ?? 0) > sending.manifest.submission.revision;
    agree(`${district.office.code} was told of ${period}`, isKnown, true);
  }
}
