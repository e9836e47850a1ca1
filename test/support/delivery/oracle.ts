// What the province must do, written anew from bundle.md §2.7–2.9 and nothing else: it knows manifests and no code of the
// program. Order of the questions: V6 revoked, V8 retired, then the rows of the table of §2.8 from the top.
import type { ManifestOf } from "../../../electron/exchange/manifest.ts";
import type { TrustList } from "../../../electron/exchange/trust-list-schema.ts";

export interface Sending {
  readonly digest: string;
  readonly bytes: Uint8Array;
  readonly manifest: ManifestOf<"submission">;
  readonly keyid: string;
  readonly unit: number;
  /** The one figure in it. */
  readonly value: number;
  /** From a faulty program: contradicts what its office sent, and may never be taken in. */
  readonly isOdd: boolean;
}

export interface Judged {
  readonly words: readonly string[];
  readonly missing: readonly number[];
}

type Status = "accepted" | "returned" | "superseded";

interface Taken {
  readonly sending: Sending;
  status: Status;
  /** The return that opened the next revision. */
  returnedBy: string | null;
}

export const reportOf = ({ manifest }: Pick<Sending, "manifest">) =>
  `${manifest.issuer.unit_id} ${manifest.context?.form_code} ${manifest.context?.period}`;
const placeOf = ({ manifest: { issuer, stream, seq } }: Sending) =>
  [issuer.unit_id, issuer.instance_id, stream, seq].join(" ");
const chainOf = ({ manifest: { issuer, stream } }: Pick<Sending, "manifest">) =>
  [issuer.unit_id, issuer.instance_id, stream].join(" ");

export class Oracle {
  readonly taken = new Map<string, Taken>();
  readonly #places = new Map<string, Sending>();
  readonly #instances = new Set<string>();
  readonly #numbers = new Map<string, Set<number>>();
  readonly #current = new Map<string, Taken>();
  #keys: TrustList["keys"] = [];
  /** How far bundles of each key that was retired count, by chain. */
  readonly #bounds = new Map<string, ReadonlyMap<string, number>>();

  /** A new list counts at once. A key that ends counts as far as what has come of its office, no further. */
  learnList({ keys }: TrustList): void {
    this.#keys = keys;
    for (const { keyid, status } of keys)
      if (status === "retired" && !this.#bounds.has(keyid))
        this.#bounds.set(
          keyid,
          new Map([...this.#numbers].map(([chain, seen]) => [chain, Math.max(...seen)])),
        );
  }

  /** A registered computer is known. */
  introduce(unitId: string, instanceId: string): void {
    this.#instances.add(`${unitId} ${instanceId}`);
  }

  /** What the province says to a file that arrives now; asked whether the computer is theirs, it is told yes. */
  judge(sending: Sending): Judged {
    const refused = this.#refusal(sending);
    const { unit_id, instance_id } = sending.manifest.issuer;
    const isAsked =
      !this.taken.has(sending.digest) &&
      !this.#instances.has(`${unit_id} ${instance_id}`) &&
      // Whatever stands above the question in the order of the rules is said first.
      !["E_KEY_REVOKED", "E_KEY_RETIRED", "E_SEQ_FORK", "E_PREV_MISMATCH"].includes(refused ?? "");
    const asked = isAsked ? ["E_INSTANCE_CONFIRM"] : [];
    if (this.taken.has(sending.digest) && refused === null) return { words: ["duplicate"], missing: [] };
    if (refused !== null) return { words: [...asked, refused], missing: [] };
    return { words: [...asked, "taken"], missing: this.#missing(sending) };
  }

  #refusal(sending: Sending): string | null {
    const { manifest, digest } = sending;
    const { seq, prev, submission } = manifest;
    const isTaken = this.taken.has(digest);
    const key = this.#keys.find(({ keyid }) => keyid === sending.keyid);
    if (!key) return "E_KEY_UNKNOWN";
    if (key.status === "revoked" && !isTaken && !key.known_good.includes(digest)) return "E_KEY_REVOKED";
    const chain = chainOf(sending);
    if (key.status === "retired" && seq > (this.#bounds.get(key.keyid)?.get(chain) ?? 0))
      return "E_KEY_RETIRED";
    if (isTaken) return null;
    if (this.#places.has(placeOf(sending))) return "E_SEQ_FORK";
    const before = this.#places.get(`${chain} ${seq - 1}`);
    const after = this.#places.get(`${chain} ${seq + 1}`);
    if (before && before.digest !== prev) return "E_PREV_MISMATCH";
    if (after && after.manifest.prev !== digest) return "E_PREV_MISMATCH";
    const current = this.#current.get(reportOf(sending));
    if (!current)
      return submission.revision === 0 && submission.supersedes === null ? null : "E_REV_CONFLICT";
    const held = current.sending.manifest.submission;
    const follows =
      submission.submission_id === held.submission_id &&
      submission.revision === held.revision + 1 &&
      submission.supersedes?.manifest_sha256 === current.sending.digest &&
      submission.reply_to === current.returnedBy;
    if (!follows) return "E_REV_CONFLICT";
    return current.returnedBy === null ? "E_REV_CLOSED" : null;
  }

  #missing(sending: Sending): number[] {
    const seen = this.#numbers.get(chainOf(sending)) ?? new Set();
    return Array.from({ length: sending.manifest.seq - 1 }, (_, index) => index + 1)
      .filter((number) => !seen.has(number))
      .slice(-100);
  }

  /** The newest sending of a report that was taken in, by {@link reportOf}. */
  newestOf(report: string): string | undefined {
    return this.#current.get(report)?.sending.digest;
  }

  /** It was taken in. */
  take(sending: Sending): void {
    const { manifest } = sending;
    const { supersedes } = manifest.submission;
    const replaced = supersedes && this.taken.get(supersedes.manifest_sha256);
    if (replaced) replaced.status = "superseded";
    const taken: Taken = { sending, status: "accepted", returnedBy: null };
    this.taken.set(sending.digest, taken);
    this.#current.set(reportOf(sending), taken);
    this.#places.set(placeOf(sending), sending);
    this.introduce(manifest.issuer.unit_id, manifest.issuer.instance_id);
    const chain = chainOf(sending);
    const numbers = this.#numbers.get(chain) ?? new Set();
    this.#numbers.set(chain, numbers.add(manifest.seq));
  }

  /** It was returned; with remarks it counts no more, without it counts until the correction is here. */
  giveBack(digest: string, reply: string, hasRemarks: boolean): void {
    const taken = this.taken.get(digest);
    if (!taken) throw new RangeError(digest);
    taken.returnedBy = reply;
    if (hasRemarks) taken.status = "returned";
  }

  isAnswerable(digest: string): boolean {
    const taken = this.taken.get(digest);
    return taken !== undefined && taken.status !== "superseded" && taken.returnedBy === null;
  }

  statuses(): Map<string, Status> {
    return new Map([...this.taken].map(([digest, { status }]) => [digest, status]));
  }

  /** The digest that stands for each report now. */
  current(report: string): Sending | undefined {
    return this.#current.get(report)?.sending;
  }

  /** What each unit reported for a period: its newest revision, where that was not returned. */
  figures(period: string): Map<number, number> {
    const figures = new Map<number, number>();
    for (const { sending, status } of this.#current.values())
      if (sending.manifest.context?.period === period && status === "accepted")
        figures.set(sending.unit, sending.value);
    return figures;
  }
}

/**
 * The state after these, in the order they were sent, with the reviewers' decisions as they were: revision after revision
 * of every report, and nothing about how anything travelled.
 */
export function inOrder(
  sent: readonly Sending[],
  returns: ReadonlyMap<string, { readonly reply: string; readonly hasRemarks: boolean }>,
): Map<string, Status> {
  const statuses = new Map<string, Status>();
  const standing = new Map<string, Sending>();
  for (const sending of sent) {
    const before = standing.get(reportOf(sending));
    const { revision, supersedes, reply_to } = sending.manifest.submission;
    const follows =
      before === undefined
        ? revision === 0
        : revision === before.manifest.submission.revision + 1 &&
          supersedes?.manifest_sha256 === before.digest &&
          reply_to !== null &&
          reply_to === returns.get(before.digest)?.reply;
    if (!follows) continue;
    if (before) statuses.set(before.digest, "superseded");
    standing.set(reportOf(sending), sending);
    statuses.set(sending.digest, returns.get(sending.digest)?.hasRemarks ? "returned" : "accepted");
  }
  return statuses;
}
