// What the office would remember if the sound files of this batch were already taken in (bundle.md §2.8): the second of two
// reports of one sender is verified as it will be when both are accepted.
import type { Manifest } from "../../exchange/manifest.ts";
import type { ReplayState } from "../../exchange/replay.ts";

export interface Pretended {
  readonly digest: string;
  readonly manifest: Manifest;
}

/** @param isConfirmed an operator has vouched for that computer */
export function pretending(
  known: ReplayState,
  taken: readonly Pretended[],
  isConfirmed: (unitId: string, instanceId: string) => boolean,
): ReplayState {
  const ofKey = (key: { unitId: string; instanceId: string; stream: string }) =>
    taken.filter(
      ({ manifest: { issuer, stream } }) =>
        issuer.unit_id === key.unitId && issuer.instance_id === key.instanceId && stream === key.stream,
    );
  return {
    ...known,
    findByDigest: (digest) =>
      known.findByDigest(digest) ??
      (taken.some((bundle) => bundle.digest === digest) ? { digest, status: "processed" } : undefined),
    findBySequence(key, seq) {
      const found = known.findBySequence(key, seq);
      if (found) return found;
      const bundle = ofKey(key).find(({ manifest }) => manifest.seq === seq);
      return bundle && { digest: bundle.digest, status: "processed", prev: bundle.manifest.prev };
    },
    listSequencesBelow: (key, seq) =>
      [
        ...new Set([
          ...known.listSequencesBelow(key, seq),
          ...ofKey(key).flatMap(({ manifest }) => (manifest.seq < seq ? [manifest.seq] : [])),
        ]),
      ].toSorted((left, right) => left - right),
    instanceStatus(unitId, instanceId) {
      const status = known.instanceStatus(unitId, instanceId);
      return status === "unknown" && isConfirmed(unitId, instanceId) ? "open" : status;
    },
    findCurrentSubmission(report) {
      const current = known.findCurrentSubmission(report);
      let newest = current;
      for (const { digest, manifest } of taken) {
        if (manifest.kind !== "submission" || manifest.issuer.unit_id !== report.unitId) continue;
        const { submission, context } = manifest;
        const isSame =
          submission.submission_id === report.submissionId ||
          (context?.form_code === report.formCode && context.period === report.period);
        if (!isSame || submission.revision <= (newest?.revision ?? -1)) continue;
        newest = {
          submissionId: submission.submission_id,
          revision: submission.revision,
          digest,
          returnDigest: null,
          isVoluntaryRevisionAllowed: current?.isVoluntaryRevisionAllowed ?? false,
        };
      }
      return newest;
    },
  };
}
