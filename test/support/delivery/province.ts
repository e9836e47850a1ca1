// The province: takes reports in, answers them again, keeps the list of keys.
import { readFileSync } from "node:fs";
import { inTransaction } from "../../../electron/database/connection.ts";
import { findOutgoing } from "../../../electron/database/queries/outgoing.ts";
import {
  findReceived,
  listReceived,
  type BundleLogRow,
} from "../../../electron/database/queries/received.ts";
import { findTrust } from "../../../electron/database/queries/trust-lists.ts";
import { retireSigningKey } from "../../../electron/database/queries/signing-keys.ts";
import type { ManifestOf } from "../../../electron/exchange/manifest.ts";
import { publicHalf } from "../../../electron/exchange/public-key.ts";
import { sha256Hex } from "../../../electron/exchange/digest.ts";
import {
  createTrustList,
  replaceOperationsKey,
  rootFingerprint,
} from "../../../electron/exchange/trust-list.ts";
import type { TrustList } from "../../../electron/exchange/trust-list-schema.ts";
import { answerAgain } from "../../../electron/api/corrections/give-reply.ts";
import type { Verdict } from "../../../electron/api/corrections/remark-issue.ts";
import { findKey, type HeldList, heldList, publicKeyOfRow } from "../../../electron/api/bundle/keyring.ts";
import { consolidate } from "../../../electron/api/consolidation/consolidate.ts";
import { archivePath } from "../../../electron/api/submissions/archive.ts";
import { logEnrolment, type Lost, nextList } from "../../../electron/api/trust/add.ts";
import { ownBounds } from "../../../electron/api/trust/bounds.ts";
import { issueList } from "../../../electron/api/trust/issue-list.ts";
import { periodOf } from "../../../shared/domain/period.ts";
import { Computer, type Reception, type Surroundings } from "./computer.ts";
import { ELEMENT, type Enrolment } from "./district.ts";
import type { VerdictName } from "./events.ts";

const REFUSED = () => new RangeError("answered twice");

export class Province extends Computer {
  constructor(content: Uint8Array, surroundings: Surroundings) {
    super(content, surroundings, true);
  }

  /** Makes the keys and the first list. */
  establish(): void {
    const { workspace, office } = this;
    const [root, signing] = [this.newKey("root"), this.newKey("sign")];
    const list = createTrustList({
      province: { unit_id: office.uid, code: office.code, name: office.name, level: office.kind },
      rootKeys: [publicHalf(this.key(root.keyid))],
      threshold: 1,
      operationsKey: publicKeyOfRow(signing),
      reviewAfter: null,
    });
    this.write(() => {
      this.storeKey(signing);
      this.storeKey(root);
      issueList(workspace, office, list, [this.key(root.keyid)], {
        action: "trust.create",
        object: office.code,
      });
    });
  }

  get listBytes(): Uint8Array {
    return findTrust(this.db)?.bundle ?? new Uint8Array();
  }

  get signingKey() {
    return this.key(findKey(this.workspace, "sign")?.keyid ?? "");
  }

  async held(): Promise<HeldList> {
    const held = await heldList(this.workspace);
    if (!held) throw new RangeError("no list");
    return held;
  }

  async fingerprint(): Promise<string> {
    return rootFingerprint((await this.held()).list.root);
  }

  /** A registered key into the next list. @returns that list */
  async add({ bundle, replaces }: Enrolment, lost?: Lost): Promise<TrustList> {
    const { workspace, office } = this;
    const manifest = bundle.manifest as ManifestOf<"enrolment">;
    const list = nextList(workspace, office, await this.held(), manifest, {
      isVouchedFor: replaces !== null,
      lost,
    });
    this.#issue(list, () =>
      logEnrolment(workspace, office, {
        manifest,
        digest: bundle.digest,
        fileSha256: sha256Hex(bundle.bytes),
      }),
    );
    return list;
  }

  /** Another signing key of the province itself. */
  async rotate(): Promise<void> {
    const { workspace, office, db } = this;
    const { list, digest } = await this.held();
    const current = findKey(workspace, "sign")?.keyid ?? "";
    const row = this.newKey("sign");
    const next = replaceOperationsKey(
      list,
      digest,
      current,
      publicKeyOfRow(row),
      ownBounds(workspace, office),
    );
    this.#issue(next, () => {
      this.storeKey(row);
      retireSigningKey(db, current, workspace.now());
    });
  }

  #issue(list: TrustList, also: () => void): void {
    const root = this.key(findKey(this.workspace, "root")?.keyid ?? "");
    inTransaction(this.db, () => {
      issueList(this.workspace, this.office, list, [root], { action: "trust.change", object: "" });
      also();
    });
  }

  /** Takes a report in, and says yes when asked whether the computer is really theirs. @returns every word, in order */
  async take(
    bytes: Uint8Array,
    verdict: Verdict,
  ): Promise<{ words: readonly string[]; reception: Reception }> {
    const key = this.signingKey;
    const first = await this.receive(bytes, { key, verdict });
    if (first.word !== "E_INSTANCE_CONFIRM") return { words: [first.word], reception: first };
    const second = await this.receive(bytes, { key, verdict, confirmInstance: true });
    return { words: [first.word, second.word], reception: second };
  }

  /** @returns the digest of the new reply */
  answer(manifest: ManifestOf<"submission">, digest: string, verdict: Verdict): string {
    const reply = this.write(() =>
      answerAgain(this.workspace, this.office, { manifest, digest }, verdict, this.signingKey, {
        REPORT_REPLACED: REFUSED,
        ALREADY_RETURNED: REFUSED,
      }),
    );
    if (reply === null) throw new RangeError("answer: nothing was said");
    return reply;
  }

  bytesOf(digest: string): Uint8Array {
    return findOutgoing(this.db, digest)?.bundle ?? new Uint8Array();
  }

  receiptOf(digest: string): string | null {
    return findReceived(this.db, digest)?.receiptSha256 ?? null;
  }

  /** The file of a report as it was kept. */
  archived(digest: string): Uint8Array {
    const row = findReceived(this.db, digest);
    return row ? readFileSync(archivePath(this.workspace, row.fileSha256)) : new Uint8Array();
  }

  reports(): BundleLogRow[] {
    return listReceived(this.db).filter(({ kind }) => kind === "submission");
  }

  /** What the consolidation says of a period: the figure of each office, null of one that is missing, and their sum. */
  async consolidated(period: string): Promise<{ offices: Map<string, number>; total: number }> {
    const job = consolidate(this.workspace, this.office, periodOf(period), undefined);
    let step = await job.next();
    while (!step.done) step = await job.next();
    const { figures, offices: named } = step.value.view;
    const sum = figures.find(({ element }) => element === ELEMENT)?.inPeriod;
    const offices = new Map<string, number>();
    named.forEach(({ code }, index) => {
      const value = sum?.byOffice[index] ?? null;
      if (value !== null) offices.set(code, value);
    });
    return { offices, total: sum?.total ?? 0 };
  }
}

export function verdictOf(name: VerdictName, unit: string, period: string): Verdict {
  const place = { unit, element: ELEMENT, period: periodOf(period).code };
  const remark = { place, severity: "error" as const, message: "xem lại", suggestion: null };
  switch (name) {
    case "accept":
      return { result: "accepted", remarks: [], dueOn: null };
    case "warn":
      return { result: "accepted_with_warnings", remarks: [{ ...remark, severity: "note" }], dueOn: null };
    case "return":
      return { result: "returned", remarks: [remark], dueOn: null };
    case "leave":
      return { result: "returned", remarks: [], dueOn: null };
  }
}
