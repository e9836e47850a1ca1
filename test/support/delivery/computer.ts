// One computer of an office: the program's own code over a database in memory. Keys lie beside it, open, because to open
// them costs a tenth of a second each time and no rule of order depends on it; everything else is what the program does.
import type { KeyObject } from "node:crypto";
import type { Clock } from "../../../shared/domain/clock.ts";
import { type Database, inTransaction, openScratchDatabase } from "../../../electron/database/connection.ts";
import { insertKey, type KeyRow } from "../../../electron/database/queries/signing-keys.ts";
import { ExchangeError } from "../../../electron/exchange/codes.ts";
import { sha256Hex } from "../../../electron/exchange/digest.ts";
import { NO_DECRYPTION_KEYS } from "../../../electron/exchange/encryption.ts";
import { generateSigningKey } from "../../../electron/exchange/key-file.ts";
import { publicHalf } from "../../../electron/exchange/public-key.ts";
import { verifyBundle } from "../../../electron/exchange/verify-bundle.ts";
import { FileTickets } from "../../../electron/files/tickets.ts";
import type { Verdict } from "../../../electron/api/corrections/remark-issue.ts";
import { takeIn } from "../../../electron/api/submissions/accept.ts";
import { archive } from "../../../electron/api/submissions/archive.ts";
import { verifierOf } from "../../../electron/api/submissions/inbox.ts";
import { type OfficeRecord, Workspace } from "../../../electron/api/workspace.ts";

/** Private keys of everybody, by keyid. */
export type Keys = Map<string, KeyObject>;

/** Where the computers of a world lie, and what they all share. */
export interface Surroundings {
  readonly folder: string;
  readonly clock: Clock;
  readonly keys: Keys;
}

/** "taken", "duplicate", or the code it was refused with. */
export type Word = string;

export interface Reception {
  readonly word: Word;
  /** Numbers found missing below it. */
  readonly missing: readonly number[];
  readonly receipt: string | null;
}

export class Computer {
  readonly workspace: Workspace;
  readonly #keys: Keys;
  readonly #isArchiving: boolean;

  /** @param isArchiving keeps what it receives as files, too */
  constructor(content: Uint8Array, { folder, clock, keys }: Surroundings, isArchiving = false) {
    const db = openScratchDatabase(content);
    const unused = () => Promise.reject(new RangeError("no file"));
    this.workspace = new Workspace(
      { folder, db, exchange: unused, close: unused },
      clock,
      { name: "delivery", version: "0", host: "cli" },
      new FileTickets(`${folder}/incoming`),
    );
    this.#keys = keys;
    this.#isArchiving = isArchiving;
  }

  get db(): Database {
    return this.workspace.db;
  }

  get office(): OfficeRecord {
    const { office } = this.workspace;
    if (!office) throw new RangeError("no office");
    return office;
  }

  /** The whole file as it is now. */
  content(): Uint8Array {
    return this.db.raw.serialize();
  }

  close(): void {
    this.db.raw.close();
  }

  write<T>(work: () => T): T {
    return inTransaction(this.db, work);
  }

  /** A key that nothing here stores yet. */
  newKey(purpose: KeyRow["purpose"]): KeyRow {
    const key = generateSigningKey();
    const { keyid, spki } = publicHalf(key);
    this.#keys.set(keyid, key);
    return {
      keyid,
      purpose,
      spki: Buffer.from(spki, "base64"),
      keyFile: "{}",
      createdAt: this.workspace.now(),
    };
  }

  storeKey(row: KeyRow): void {
    insertKey(this.db, row);
  }

  key(keyid: string): KeyObject {
    const key = this.#keys.get(keyid);
    if (!key) throw new RangeError(`no key ${keyid}`);
    return key;
  }

  /** Verifies a file and takes it in, as the desk does. */
  async receive(
    bytes: Uint8Array,
    {
      key,
      verdict,
      confirmInstance = false,
    }: { key?: KeyObject; verdict?: Verdict; confirmInstance?: boolean } = {},
  ): Promise<Reception> {
    const verifier = await verifierOf(this.workspace, this.office, confirmInstance, NO_DECRYPTION_KEYS);
    const verification = await verifyBundle(bytes, verifier);
    if (!verification.ok) return { word: verification.code, missing: [], receipt: null };
    const missing = verification.replay?.missing ?? [];
    const isDuplicate = verification.replay?.isDuplicate ?? false;
    const fileSha256 = this.#isArchiving ? await archive(this.workspace, bytes) : sha256Hex(bytes);
    const pending = { bytes, verification, confirmInstance, isFirstTrust: false };
    try {
      const receipt = this.write(() =>
        takeIn(this.workspace, this.office, pending, fileSha256, key, verdict),
      );
      return { word: isDuplicate ? "duplicate" : "taken", missing, receipt };
    } catch (error) {
      if (error instanceof ExchangeError) return { word: error.code, missing: [], receipt: null };
      throw error;
    }
  }

  /** Takes the first list in, its fingerprint compared with paper. */
  async receiveFirstList(bytes: Uint8Array, verifier: Parameters<typeof verifyBundle>[1]): Promise<void> {
    const verification = await verifyBundle(bytes, verifier);
    if (!verification.ok) throw new RangeError(verification.code);
    const pending = { bytes, verification, confirmInstance: false, isFirstTrust: true };
    this.write(() => takeIn(this.workspace, this.office, pending, sha256Hex(bytes), undefined));
  }
}
