// How far the bundles of a key that ends still count (bundle.md §2.7 `accept`).
import { lastOutgoing } from "../../database/queries/outgoing.ts";
import { listInstances } from "../../database/queries/received.ts";
import type { AcceptBound } from "../../exchange/trust-list-schema.ts";
import { PROVINCE_STREAM } from "../submissions/receipt.ts";
import { SUBMISSION_STREAM } from "../submissions/sign.ts";
import type { OfficeRecord, Workspace } from "../workspace.ts";

/**
 * Everything taken in from a unit, and this many of its reports that are still on their way, on each of its computers.
 * @param inTransit 0–20
 */
export function boundsOf(workspace: Workspace, unitId: string, inTransit: number): AcceptBound[] {
  const seen = listInstances(workspace.db, unitId);
  const bounds = seen.map(({ instanceId, stream, lastSeq }) => ({
    instance_id: instanceId,
    stream,
    max_seq: lastSeq + (stream === SUBMISSION_STREAM ? inTransit : 0),
  }));
  if (inTransit === 0) return bounds;
  // A computer that has sent nothing but its registration may have a first report on the way.
  const silent = [...new Set(seen.map(({ instanceId }) => instanceId))].filter(
    (instanceId) => !seen.some((one) => one.instanceId === instanceId && one.stream === SUBMISSION_STREAM),
  );
  return [
    ...bounds,
    ...silent.map((instanceId) => ({
      instance_id: instanceId,
      stream: SUBMISSION_STREAM,
      max_seq: inTransit,
    })),
  ];
}

/** Everything this office has signed itself until now. */
export function ownBounds(workspace: Workspace, office: OfficeRecord): AcceptBound[] {
  const last = lastOutgoing(workspace.db, office.instanceId, PROVINCE_STREAM);
  return last ? [{ instance_id: office.instanceId, stream: PROVINCE_STREAM, max_seq: last.seq }] : [];
}
