// A province and its districts, and what happens between them. Each step is compared with what the rules say it must be.
// Over 300 lines because every event is one step of the same world.
import { existsSync, mkdirSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { periodOf } from "../../../shared/domain/period.ts";
import { APPLICATION_ID, openScratchDatabase } from "../../../electron/database/connection.ts";
import { migrate } from "../../../electron/database/migrate.ts";
import { verifierWithoutTrust } from "../../../electron/exchange/verifier.ts";
import { ExchangeError } from "../../../electron/exchange/codes.ts";
import type { WrittenBundle } from "../../../electron/exchange/write-bundle.ts";
import { createOffice } from "../../../electron/api/create-office.ts";
import { isReceiptAwaited } from "../../../electron/api/backup/restored-state.ts";
import { Carrier } from "./carrier.ts";
import type { Keys, Surroundings } from "./computer.ts";
import { District } from "./district.ts";
import { computersOf, type Event, type Size, type VerdictName } from "./events.ts";
import { Oracle, type Sending } from "./oracle.ts";
import { Province, verdictOf } from "./province.ts";

const START_MS = Date.parse("2026-06-15T02:00:00Z");
const DAY_MS = 86_400_000;
const YEAR = 2025;
export const ENDED_KEY = ["E_KEY_REVOKED", "E_KEY_RETIRED"];

/** The program and the rules say different things. */
export class Disagreement extends Error {}

export function agree(what: string, found: unknown, expected: unknown): void {
  const [left, right] = [JSON.stringify(found), JSON.stringify(expected)];
  if (left !== right) throw new Disagreement(`${what}: is ${left}, should be ${right}`);
}

/** Offices that have just been introduced to each other, to begin every history of a size with. */
export interface Beginning {
  readonly size: Size;
  readonly province: Uint8Array;
  readonly districts: readonly Uint8Array[];
  readonly keys: ReadonlyMap<string, Parameters<Keys["set"]>[1]>;
}

export interface Reply {
  readonly digest: string;
  readonly bytes: Uint8Array;
  readonly unit: number;
  /** The report it answers, and whether it sends it back. */
  readonly report: string;
  readonly isReturn: boolean;
}

interface Post {
  readonly carrier: Carrier<Reply>;
  heard: number;
}

export class World {
  readonly oracle = new Oracle();
  readonly province: Province;
  readonly districts: District[];
  readonly sendings: Sending[] = [];
  readonly replies: Reply[] = [];
  /** How often each word was said, at either end. */
  readonly said = new Map<string, number>();
  /** Last word the province said to each file that came. */
  readonly words = new Map<string, string>();
  /** Reports that were returned: by which reply, and whether cells were named. */
  readonly returns = new Map<string, { readonly reply: string; readonly hasRemarks: boolean }>();
  /** Offices of which a database was copied to another computer. */
  readonly copied = new Set<number>();
  readonly toProvince = new Carrier<Sending>();
  readonly #waiting: { readonly sending: Sending; readonly verdict: VerdictName }[] = [];
  readonly #posts = new Map<District, Post>();
  /** Corrections of reports that a restored office no longer has. */
  readonly #continued = new Set<string>();
  readonly #backups = new Map<number, Uint8Array>();
  readonly #periods: number;
  #nowMs = START_MS;

  constructor(beginning: Beginning, folder: string) {
    const surroundings: Surroundings = {
      folder,
      clock: { now: () => new Date(this.#nowMs) },
      keys: new Map(beginning.keys),
    };
    this.#periods = beginning.size.periods;
    this.province = new Province(beginning.province, surroundings);
    const units = computersOf(beginning.size);
    this.districts = beginning.districts.map(
      (content, at) => new District(units[at] ?? 0, content, surroundings),
    );
    for (const { office } of this.districts) this.oracle.introduce(office.uid, office.instanceId);
  }

  async begin(): Promise<void> {
    this.oracle.learnList((await this.province.held()).list);
  }

  close(): void {
    this.province.close();
    for (const district of this.districts) district.close();
  }

  get periods(): string[] {
    return Array.from(
      { length: this.#periods },
      (_, month) => `${YEAR}-M${String(month + 1).padStart(2, "0")}`,
    );
  }

  async happen(event: Event): Promise<void> {
    this.#nowMs = START_MS + event.day * DAY_MS;
    const at = "pc" in event ? event.pc % this.districts.length : 0;
    const district = this.districts[at];
    if (!district) return;
    switch (event.kind) {
      case "send":
        return this.#send(district, at, event.n, event.value);
      case "arrive": {
        const sending = this.toProvince.next(event.n, event.isLost);
        return sending && this.#arrive(sending, event.verdict);
      }
      case "again": {
        const sending = this.toProvince.again(event.n);
        return sending && this.#arrive(sending, event.verdict);
      }
      case "retry":
        return this.retry();
      case "answer":
        return this.#answer(event.n, event.verdict);
      case "hear":
        return this.#hear(district, event.n, event.isLost);
      case "list":
        return this.bringList(district);
      case "rekey":
        return this.#rekey(district, event.how);
      case "provinceKey":
        await this.province.rotate();
        return this.begin();
      case "backup":
        this.#backups.set(at, district.content());
        return;
      case "restore":
        return this.#restore(at);
      case "noReceipt":
        return district.declareNoReceipt();
      case "odd": {
        const periods = district.submissions().map(({ period }) => period);
        const period = periods[event.n % Math.max(1, periods.length)];
        const bundle = period && district.sendOddly(periodOf(period), 1, event.n);
        return bundle ? this.#handOver(bundle, district, { value: 1, isOdd: true }) : undefined;
      }
      case "copy":
        this.copied.add(district.unit);
        this.districts.push(district.copy());
        return;
    }
  }

  /** The next month nobody here has reported, or a correction of one that was returned. */
  async #send(district: District, at: number, n: number, value: number): Promise<void> {
    const periods = this.periods.map((code) => periodOf(code));
    const returned = periods.filter((period) => district.isReturned(period));
    // Two computers of an office share the months, and sometimes both do the same one.
    const isShared = this.districts.some((other) => other !== district && other.unit === district.unit);
    const open = periods.filter(
      (period, month) => !district.latest(period) && (!isShared || n % 8 === 0 || month % 2 === at % 2),
    );
    const period = returned.length > 0 && n % 2 === 0 ? returned[n % returned.length] : open[0];
    if (!period) return;
    const bundle = await district.send(period, value);
    if (!bundle) return;
    if (isReceiptAwaited(district.db)) throw new Disagreement("signed while a receipt is awaited");
    this.#handOver(bundle, district, { value, isOdd: false });
  }

  /**
   * Corrects what came back of reports that a restored office no longer has. The province takes each, unless another computer of the
   * office has reported since, or its key has ended.
   */
  async correctForgotten(district: District): Promise<void> {
    for (const period of this.periods.map((code) => periodOf(code))) {
      const forgotten = district.forgotten(period);
      if (!forgotten?.returned) continue;
      const isNewest =
        this.oracle.newestOf(`${district.office.uid} ${period.rhythm} ${period.code}`) === forgotten.sha256;
      const bundle = await district.send(period, 1);
      if (!bundle) continue;
      this.#handOver(bundle, district, { value: 1, isOdd: false });
      const sending = this.sendings.at(-1);
      if (!sending) throw new RangeError("nothing handed over");
      await this.#arrive(sending, "accept");
      const word = this.words.get(sending.digest);
      const isHeard = isNewest && !this.copied.has(district.unit) && !ENDED_KEY.includes(word ?? "");
      if (isHeard) agree(`correction of ${describe(sending)}, forgotten`, word, "taken");
    }
  }

  #handOver(
    { digest, bytes, manifest }: WrittenBundle,
    district: District,
    what: Pick<Sending, "value" | "isOdd">,
  ): void {
    if (manifest.kind !== "submission") throw new Disagreement(manifest.kind);
    const { unit, signingKey: keyid } = district;
    const replaced = manifest.submission.supersedes?.manifest_sha256;
    if (!what.isOdd && replaced !== undefined && district.bytesOf(replaced).length === 0)
      this.#continued.add(digest);
    const sending = { digest, bytes, manifest, keyid, unit, ...what };
    this.sendings.push(sending);
    this.toProvince.handOver(sending);
  }

  async #arrive(sending: Sending, name: VerdictName): Promise<void> {
    const judged = this.oracle.judge(sending);
    const { unit_id } = sending.manifest.issuer;
    const verdict = verdictOf(name, unit_id, sending.manifest.context?.period ?? "");
    const before = this.province.receiptOf(sending.digest);
    const { words, reception } = await this.province.take(sending.bytes, verdict);
    for (const word of words) this.#count(word);
    if (reception.missing.length > 0) this.#count("W_SEQ_GAP");
    agree(`arrival of ${describe(sending)}`, words, judged.words);
    agree(`missing below ${describe(sending)}`, reception.missing, judged.missing);
    this.words.set(sending.digest, reception.word);
    if (reception.word === "duplicate") {
      agree("receipt handed out again", reception.receipt, before);
      return;
    }
    if (reception.word !== "taken") {
      if (reception.word === "E_REV_CONFLICT") this.#waiting.push({ sending, verdict: name });
      return;
    }
    if (this.#continued.has(sending.digest)) this.#count("a forgotten report corrected");
    this.oracle.take(sending);
    this.#reply(sending, reception.receipt ?? "", name);
  }

  #reply(sending: Sending, digest: string, name: VerdictName): void {
    const isReturn = name === "return" || name === "leave";
    if (isReturn) {
      this.oracle.giveBack(sending.digest, digest, name === "return");
      this.returns.set(sending.digest, { reply: digest, hasRemarks: name === "return" });
    }
    const bytes = this.province.bytesOf(digest);
    const reply = { digest, bytes, unit: sending.unit, report: sending.digest, isReturn };
    this.replies.push(reply);
  }

  /** What was refused because something before it had not come is tried again, until nothing changes. */
  async retry(): Promise<void> {
    for (let before = -1; before !== this.oracle.taken.size; ) {
      before = this.oracle.taken.size;
      for (const { sending, verdict } of this.#waiting.splice(0)) await this.#arrive(sending, verdict);
    }
  }

  /** The province says something else of a report it has: returned after all, or a remark. */
  #answer(n: number, name: VerdictName): void {
    if (name === "accept") return;
    const answerable = [...this.oracle.taken.keys()].filter((digest) => this.oracle.isAnswerable(digest));
    const sending = this.oracle.taken.get(answerable[n % Math.max(1, answerable.length)] ?? "")?.sending;
    if (!sending) return;
    const { issuer, context } = sending.manifest;
    const verdict = verdictOf(name, issuer.unit_id, context?.period ?? "");
    this.#reply(sending, this.province.answer(sending.manifest, sending.digest, verdict), name);
  }

  #postOf(district: District): Post {
    const post = this.#posts.get(district) ?? { carrier: new Carrier<Reply>(), heard: 0 };
    this.#posts.set(district, post);
    for (const reply of this.replies.slice(post.heard))
      if (reply.unit === district.unit) post.carrier.handOver(reply);
    post.heard = this.replies.length;
    return post;
  }

  async #hear(district: District, n: number, isLost: boolean): Promise<void> {
    const { carrier } = this.#postOf(district);
    const reply = n % 9 === 0 ? carrier.again(n) : carrier.next(n, isLost);
    if (reply) await this.bringReply(district, reply);
  }

  async bringReply(district: District, reply: Reply): Promise<void> {
    const isKnown = district.submissions().some(({ sha256 }) => sha256 === reply.report);
    const isUpToDate = district.listVersion === (await this.province.held()).list.version;
    const { word } = await district.receive(reply.bytes, { confirmInstance: true });
    this.#count(`reply ${word}`);
    const isFine =
      word === "taken" ||
      word === "duplicate" ||
      (word === "E_REPLY_UNKNOWN" && !isKnown) ||
      (["E_KEY_UNKNOWN", "E_TL_STALE"].includes(word) && !isUpToDate);
    if (!isFine) throw new Disagreement(`a reply to ${district.office.code} is ${word}`);
  }

  async bringList(district: District): Promise<void> {
    const isNew = district.listVersion < (await this.province.held()).list.version;
    const { word } = await district.receive(this.province.listBytes);
    // A list of its own time that a backup has forgotten is new to it again.
    const isFine = word === "taken" || (!isNew && word === "duplicate");
    if (!isFine) throw new Disagreement(`the list is ${word}`);
  }

  #count(word: string): void {
    this.said.set(word, (this.said.get(word) ?? 0) + 1);
  }

  async #rekey(district: District, how: "vouched" | "retired" | "revoked"): Promise<void> {
    const { list } = await this.province.held();
    const current = list.keys.find(({ keyid }) => keyid === district.signingKey);
    const isActive = current?.status === "active";
    const enrolment = district.enrol({ isActive: isActive && how === "vouched" });
    if (!enrolment) return;
    const lost =
      isActive && how !== "vouched"
        ? { keyid: district.signingKey, status: how, reason: "mất máy" }
        : undefined;
    try {
      this.oracle.learnList(await this.province.add(enrolment, lost));
    } catch (error) {
      const isFork = error instanceof ExchangeError && ["E_SEQ_FORK", "E_PREV_MISMATCH"].includes(error.code);
      if (isFork && this.copied.has(district.unit)) return;
      throw error;
    }
    this.oracle.learnList((await this.province.held()).list);
    const { uid, instanceId } = district.office;
    this.oracle.introduce(uid, instanceId);
  }

  async #restore(at: number): Promise<void> {
    const [backup, district] = [this.#backups.get(at), this.districts[at]];
    if (!backup || !district) return;
    const restored = await district.restored(backup);
    this.districts[at] = restored;
    const post = this.#posts.get(district);
    // Somebody brings everything again to an office that has lost its book.
    this.#posts.delete(district);
    if (post) this.#postOf(restored);
    district.close();
  }
}

function describe({ manifest, unit }: Sending): string {
  const { seq, context, submission, issuer } = manifest;
  return `${context?.period} revision ${submission.revision} of unit ${unit}, ${issuer.instance_id.slice(-4)} no. ${seq}`;
}

/** What is kept as files costs a flush each; durability has its own tests. */
const IN_MEMORY = "/dev/shm";

/** A folder that goes away again. */
export class Ground {
  readonly folder = mkdtempSync(join(existsSync(IN_MEMORY) ? IN_MEMORY : tmpdir(), "scd-delivery-"));

  async beginning(size: Size): Promise<Beginning> {
    const keys: Keys = new Map();
    const surroundings: Surroundings = {
      folder: this.folder,
      clock: { now: () => new Date(START_MS) },
      keys,
    };
    const empty = await emptyOffice();
    const province = new Province(empty, surroundings);
    createOffice(province.workspace, {
      code: "LDLD-A",
      name: "LĐLĐ tỉnh A",
      kind: "provincialFederation",
      parentCode: "TLD",
      parentName: "TLĐLĐ Việt Nam",
    });
    province.establish();
    const districts: District[] = [];
    for (const unit of computersOf(size)) {
      const district = new District(unit, empty, surroundings);
      createOffice(district.workspace, {
        code: codeOf(unit),
        name: `LĐLĐ huyện ${unit}`,
        kind: "districtFederation",
        parentCode: "LDLD-A",
        parentName: "LĐLĐ tỉnh A",
      });
      const enrolment = district.enrol({ isActive: false }, true);
      if (enrolment) await province.add(enrolment);
      districts.push(district);
    }
    const paper = verifierWithoutTrust(await province.fingerprint());
    for (const district of districts) await district.receiveFirstList(province.listBytes, paper);
    const beginning = {
      size,
      province: province.content(),
      districts: districts.map((district) => district.content()),
      keys,
    };
    for (const computer of [province, ...districts]) computer.close();
    return beginning;
  }

  /** Files of one history. */
  newFolder(): string {
    const folder = mkdtempSync(join(this.folder, "h-"));
    mkdirSync(join(folder, "archive"), { recursive: true });
    return folder;
  }

  remove(folder = this.folder): void {
    rmSync(folder, { recursive: true, force: true });
  }
}

export const codeOf = (unit: number) => `H${String(unit + 1).padStart(2, "0")}`;

async function emptyOffice(): Promise<Uint8Array> {
  const db = openScratchDatabase();
  await migrate(db, () => "");
  db.raw.pragma(`application_id = ${APPLICATION_ID}`);
  const content = db.raw.serialize();
  await db.close();
  return content;
}
