// A computer of a district: signs reports of one figure, hears replies, changes its key, is restored from a backup.
import { mkdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import type { KeyObject } from "node:crypto";
import { v4 as uuidV4 } from "uuid";
import type { Period } from "../../../shared/domain/period.ts";
import { atOnce } from "../../../shared/domain/parts.ts";
import { inspectCopy } from "../../../electron/database/backup/inspect-copy.ts";
import {
  findLatestSubmission,
  listSubmissions,
  type SubmissionRecord,
} from "../../../electron/database/queries/submissions.ts";
import { findOutgoing, listOutgoing } from "../../../electron/database/queries/outgoing.ts";
import { findTrust } from "../../../electron/database/queries/trust-lists.ts";
import { findReturnNotice } from "../../../electron/database/queries/corrections.ts";
import { setSetting } from "../../../electron/database/queries/settings.ts";
import { setPeriodState } from "../../../electron/database/queries/periods.ts";
import { sha256Hex } from "../../../electron/exchange/digest.ts";
import { encodeTableEntry } from "../../../electron/exchange/entry-encoding.ts";
import type { WrittenBundle } from "../../../electron/exchange/write-bundle.ts";
import { renewOffice } from "../../../electron/api/backup/renew-office.ts";
import { findForgotten, findRestored, setRestored } from "../../../electron/api/backup/restored-state.ts";
import { findKey, heldList } from "../../../electron/api/bundle/keyring.ts";
import type { EntryRow } from "../../../electron/api/bundle/rows.ts";
import { controlTotals } from "../../../electron/api/bundle/totals.ts";
import { nextSubmission, signReport } from "../../../electron/api/submissions/sign.ts";
import { requireReady } from "../../../electron/api/submissions/submit.ts";
import { signEnrolment } from "../../../electron/api/trust/enrol.ts";
import { findWaitingKey, standingOf } from "../../../electron/api/trust/own-keys.ts";
import { Computer, type Surroundings } from "./computer.ts";

export const ELEMENT = "membersTotal";

/** Why the program would not sign; no fault of anybody. */
class NotReady extends Error {}

const refusing = () => new NotReady();
const READY_ERRORS = {
  RECEIPT_NEEDED: refusing,
  SENT_BEFORE_RESTORE: refusing,
  ALREADY_SUBMITTED: refusing,
  NOT_APPROVED: refusing,
};

/** Where a sending says it stands among those of its report. */
export type Order = ReturnType<typeof nextSubmission>;

export interface Enrolment {
  readonly bundle: WrittenBundle;
  /** The key used until now; null when it has ended and vouches for nothing. */
  readonly replaces: string | null;
}

export class District extends Computer {
  readonly unit: number;
  readonly #surroundings: Surroundings;

  constructor(unit: number, content: Uint8Array, surroundings: Surroundings) {
    super(content, surroundings);
    this.unit = unit;
    this.#surroundings = surroundings;
  }

  /** The same file on another computer. */
  copy(): District {
    return new District(this.unit, this.content(), this.#surroundings);
  }

  latest(period: Period): SubmissionRecord | undefined {
    return findLatestSubmission(this.db, period.rhythm, period);
  }

  submissions(): SubmissionRecord[] {
    return listSubmissions(this.db);
  }

  bytesOf(digest: string): Uint8Array {
    return findOutgoing(this.db, digest)?.bundle ?? new Uint8Array();
  }

  /** Approves and signs the next sending of a period; undefined when the program would not. */
  async send(period: Period, value: number): Promise<WrittenBundle | undefined> {
    const { workspace, db } = this;
    const keyid = this.signingKey;
    const row = findKey(workspace, "sign");
    const list = (await heldList(workspace))?.list;
    if (!row || ["retired", "revoked"].includes(standingOf(row, list).standing)) return undefined;
    try {
      return this.write(() => {
        workspace.ensurePeriod(period);
        if (!this.latest(period) || this.isReturned(period))
          setPeriodState(db, period.rhythm, period, "approved", "bà Mai", workspace.now());
        requireReady(workspace, period.rhythm, period, READY_ERRORS);
        return this.#sign(period, value, nextSubmission(workspace, period), keyid);
      });
    } catch (error) {
      if (error instanceof NotReady) return undefined;
      throw error;
    }
  }

  /** What a computer with a faulty program would send of a report it has sent before; this one remembers nothing of it. */
  sendOddly(period: Period, value: number, n: number): WrittenBundle | undefined {
    const latest = this.latest(period);
    if (!latest) return undefined;
    const faulty = this.copy();
    try {
      setSetting(faulty.db, "office", { ...faulty.office, instanceId: uuidV4() });
      faulty.workspace.refresh();
      const order: Order = {
        submission_id: n % 5 === 3 ? uuidV4() : latest.submissionId,
        revision: latest.correction + (n % 5 === 1 ? 2 : 1),
        supersedes: {
          revision: latest.correction,
          manifest_sha256: n % 5 === 2 ? sha256Hex(Buffer.from(latest.sha256)) : latest.sha256,
        },
        reply_to:
          n % 5 === 0
            ? null
            : n % 5 === 4
              ? sha256Hex(Buffer.from(latest.sha256))
              : (findReturnNotice(this.db, latest.sha256)?.sha256 ?? null),
      };
      return faulty.write(() => faulty.#sign(period, value, order, faulty.signingKey));
    } finally {
      faulty.close();
    }
  }

  #sign(period: Period, value: number, submission: Order, keyid: string): WrittenBundle {
    const { workspace, office } = this;
    if (!office.parent) throw new RangeError("no parent");
    const entry: EntryRow = {
      unit: office.uid,
      element: ELEMENT,
      period: period.code,
      state: "value",
      value,
      is_estimate: false,
      as_of: null,
    };
    const tables = [
      encodeTableEntry({ name: "units", schema: "units.v1", rows: [] }),
      encodeTableEntry({ name: "entries", schema: "entries.v1", rows: [{ ...entry }] }),
    ];
    const report = {
      totals: atOnce(controlTotals([], [entry], period.code, office.uid)),
      summary: "",
    } as Parameters<typeof signReport>[2]["report"];
    // What is on paper decides nothing of what is simulated here.
    const papers = { paperSha256: "", documentNumber: null, issuedOn: null, documents: [] };
    const asked = { period, audience: office.parent.uid, report, tables, papers, submission };
    return signReport(workspace, office, asked, this.key(keyid));
  }

  /** Makes a key and its registration; undefined when one is waiting already. */
  enrol(current: { readonly isActive: boolean }, first = false): Enrolment | undefined {
    const { workspace, office } = this;
    const before = first ? undefined : findKey(workspace, "sign");
    if (!first && findWaitingKey(workspace)) return undefined;
    const row = this.newKey("sign");
    const signers: KeyObject[] = [this.key(row.keyid)];
    const vouches = before && current.isActive ? before : null;
    if (vouches) signers.push(this.key(vouches.keyid));
    const bundle = this.write(() => {
      this.storeKey(row);
      return signEnrolment(workspace, office, row, signers, vouches);
    });
    return { bundle, replaces: vouches?.keyid ?? null };
  }

  get signingKey(): string {
    return findKey(this.workspace, "sign")?.keyid ?? "";
  }

  get listVersion(): number {
    return findTrust(this.db)?.version ?? 0;
  }

  /** The receipt a restored office waits for cannot be had. */
  declareNoReceipt(): void {
    this.write(() => {
      const restored = findRestored(this.db);
      if (restored?.isReceiptAwaited)
        setRestored(this.db, { ...restored, isReceiptAwaited: false, settledBy: "none" });
    });
  }

  /** The newest report of a period when only replies tell of it. */
  forgotten(period: Period): ReturnType<typeof findForgotten> {
    return findForgotten(this.db, period.rhythm, period);
  }

  /** Whether the newest report of a period has come back, here or not. */
  isReturned(period: Period): boolean {
    const forgotten = this.forgotten(period);
    return forgotten ? forgotten.returned !== null : this.latest(period)?.state === "returned";
  }

  /** Whether this database was another installation before a restore, as far as it remembers. */
  wasOnce(instanceId: string): boolean {
    const isFormer = findRestored(this.db)?.previousInstanceId === instanceId;
    return (
      instanceId !== this.office.instanceId &&
      (isFormer || listOutgoing(this.db).some((sent) => sent.instanceId === instanceId))
    );
  }

  /** This office as a backup makes it again. */
  async restored(backup: Uint8Array): Promise<District> {
    const { folder, clock } = this.#surroundings;
    const into = join(folder, "restoring");
    mkdirSync(into, { recursive: true });
    const path = join(into, "office.sqlite");
    try {
      writeFileSync(path, backup);
      const facts = await inspectCopy(path);
      const unpacked = {
        size: backup.length,
        sha256: sha256Hex(backup),
        isEncrypted: false,
        manifest: null,
        facts,
      };
      await renewOffice(into, unpacked, { clock, actor: "chị Lan", fileName: "b.saoluu" });
      return new District(this.unit, readFileSync(path), this.#surroundings);
    } finally {
      rmSync(into, { recursive: true, force: true });
    }
  }
}
