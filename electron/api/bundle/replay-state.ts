// What this office remembers of bundles, for the rules of bundle.md §2.8.
import type { Database } from "../../database/connection.ts";
import {
  findCurrentReceived,
  findPrevious,
  findReceived,
  findReceivedBySeq,
  listInstances,
  listReceived,
} from "../../database/queries/received.ts";
import { findOutgoing } from "../../database/queries/outgoing.ts";
import { findSubmission } from "../../database/queries/submissions.ts";
import { findTrust } from "../../database/queries/trust-lists.ts";
import { findGivenReturn } from "../../database/queries/corrections.ts";
import { findProgrammeFromAbove } from "../../database/queries/programmes-sent.ts";
import type { ReplayState } from "../../exchange/replay.ts";
import { outcomeOf } from "./reply-outcome.ts";
import { mayHaveForgotten } from "../backup/restored-state.ts";
import type { OfficeRecord } from "../workspace.ts";

/** @param confirmInstance an operator has said that a new computer of a known unit is really theirs */
export function replayState(db: Database, office: OfficeRecord, confirmInstance: boolean): ReplayState {
  return {
    findByDigest(digest) {
      const row = findReceived(db, digest);
      return row && { digest, status: "processed" };
    },
    findBySequence({ unitId, instanceId, stream }, seq) {
      const row = findReceivedBySeq(db, unitId, instanceId, stream, seq);
      return (
        row && {
          digest: row.manifestSha256,
          status: "processed",
          prev: findPrevious(db, row.manifestSha256),
        }
      );
    },
    listSequencesBelow: ({ unitId, instanceId, stream }, seq) =>
      listReceived(db)
        .filter(
          (row) =>
            row.unitId === unitId && row.instanceId === instanceId && row.stream === stream && row.seq < seq,
        )
        .map((row) => row.seq)
        .toSorted((left, right) => left - right),
    instanceStatus: (unitId, instanceId) =>
      confirmInstance || listInstances(db, unitId).some((row) => row.instanceId === instanceId)
        ? "open"
        : "unknown",
    findCurrentSubmission({ unitId, formCode, period }) {
      const row = findCurrentReceived(db, unitId, formCode, period);
      if (!row) return undefined;
      return {
        submissionId: row.submissionId,
        revision: row.correction ?? 0,
        digest: row.manifestSha256,
        returnDigest: findGivenReturn(db, row.manifestSha256)?.sha256 ?? null,
        isVoluntaryRevisionAllowed: false,
      };
    },
    isPeriodClosed: () => false,
    programmeVersion: (programmeId) => findProgrammeFromAbove(db, programmeId),
    heldTrust() {
      const row = findTrust(db);
      return row ? { version: row.version, digest: row.sha256 } : null;
    },
    findForgotten(reply) {
      if (!mayHaveForgotten(db, office, reply)) return undefined;
      const { in_reply_to: to } = reply.kind === "receipt" ? reply.receipt : reply.return;
      return { outcome: outcomeOf(db, to.manifest_sha256) ?? null };
    },
    findSent(digest) {
      const sent = findOutgoing(db, digest);
      if (!sent) return undefined;
      const submission = findSubmission(db, digest);
      return {
        bundleId: sent.bundleId,
        unitId: office.uid,
        instanceId: sent.instanceId,
        stream: sent.stream,
        seq: sent.seq,
        submission: submission
          ? { submissionId: submission.submissionId, revision: submission.correction }
          : null,
        outcome: outcomeOf(db, digest) ?? null,
      };
    },
  };
}
