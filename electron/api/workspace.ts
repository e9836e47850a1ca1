// What every procedure works on: one open office folder, the clock, and what is only remembered while it is open.
import { setImmediate as turn } from "node:timers/promises";
import { createHash } from "node:crypto";
import { DEFAULT_CALENDAR } from "../../shared/catalogue/calendar.ts";
import { DATA_ELEMENTS } from "../../shared/catalogue/elements.ts";
import type { PersonRole } from "../../shared/contract/office.ts";
import { datesOf, type PeriodDates } from "../../shared/domain/calendar.ts";
import { type Clock, instantOf, todayOf } from "../../shared/domain/clock.ts";
import type { OfficeKind } from "../../shared/domain/org-unit.ts";
import type { Period } from "../../shared/domain/period.ts";
import { type Database, inTransaction, takenBack } from "../database/connection.ts";
import type { OfficeFile } from "../database/office-file.ts";
import type { Act } from "../database/queries/audit.ts";
import { lastChangeSetId } from "../database/queries/change-sets.ts";
import { syncElements } from "../database/queries/elements.ts";
import { ensurePeriod, findPeriodDates } from "../database/queries/periods.ts";
import { findSetting, listPeople } from "../database/queries/settings.ts";
import type { SealOptions } from "../exchange/key-file.ts";
import type { FileTickets } from "../files/tickets.ts";
import { Previews } from "./previews.ts";

/** Setting `office`: who this office is. */
export interface OfficeRecord {
  readonly uid: string;
  /** Surrogate id of its org_unit. */
  readonly unitId: number;
  readonly code: string;
  readonly name: string;
  readonly kind: OfficeKind;
  readonly parent: {
    readonly id: number;
    readonly uid: string;
    readonly code: string;
    readonly name: string;
  } | null;
  /** Random per database; new after every restore (bundle.md §2.4). */
  readonly instanceId: string;
  /** The instance of the backup this office was restored from; absent until a first restore. */
  readonly previousInstanceId?: string;
  readonly isDemo: boolean;
}

export interface Program {
  readonly name: string;
  readonly version: string;
  readonly host: "electron" | "local" | "cli";
}

export class Workspace {
  readonly folder: string;
  readonly db: Database;
  readonly clock: Clock;
  readonly program: Program;
  readonly tickets: FileTickets;
  /** How new key files are sealed. */
  readonly sealing: SealOptions;
  /** Surrogate ids of the catalogue's elements. */
  readonly elementIds: ReadonlyMap<string, number>;
  readonly elementCodes: ReadonlyMap<number, string>;
  /** Previews waiting for a decision, by id; dropped with the process. */
  readonly previews = new Previews();
  /** Changes of cells made after this one can be taken back: those of this run of the program. */
  readonly lastChangeSetBefore: number;
  #office: OfficeRecord | undefined;
  #busy: Promise<undefined> | undefined;

  constructor(
    file: OfficeFile,
    clock: Clock,
    program: Program,
    tickets: FileTickets,
    sealing: SealOptions = {},
  ) {
    this.folder = file.folder;
    this.db = file.db;
    this.clock = clock;
    this.program = program;
    this.tickets = tickets;
    this.sealing = sealing;
    this.elementIds = inTransaction(this.db, () => syncElements(this.db, DATA_ELEMENTS));
    this.elementCodes = new Map([...this.elementIds].map(([code, id]) => [id, code]));
    this.lastChangeSetBefore = lastChangeSetId(this.db);
    this.refresh();
  }

  get office(): OfficeRecord | undefined {
    return this.#office;
  }

  /** Reads again who this office is, after it was made. */
  refresh(): void {
    this.#office = findSetting<OfficeRecord>(this.db, "office");
  }

  /** Waits until no long write is under way. */
  async untilFree(): Promise<void> {
    while (this.#busy) await this.#busy;
  }

  /** Lets other calls in between two parts of long reading. What an import has not yet committed is nothing to go on reading. */
  async giveWay(): Promise<void> {
    await turn();
    await this.untilFree();
  }

  /**
   * One transaction of a call that has awaited something since it began: a long write that came in between would make it
   * a part of itself, and take it back when it is called off.
   */
  async write<T>(work: () => T): Promise<T> {
    while (this.#busy) await this.#busy;
    return inTransaction(this.db, work);
  }

  /** What is found when something is written and taken back. It waits as a writer does: what it takes back is its own only. */
  async tryOut<T>(work: () => T): Promise<T> {
    while (this.#busy) await this.#busy;
    return takenBack(this.db, work);
  }

  /**
   * Keeps every other call waiting: a transaction that is open over several turns must not take up what another call
   * writes, and lose it when it is called off.
   * Waits for its turn.
   * @returns lets the others go on
   */
  async hold(): Promise<() => void> {
    while (this.#busy) await this.#busy;
    const { promise, resolve } = Promise.withResolvers<undefined>();
    this.#busy = promise;
    // A call that found the door open a moment ago writes before, not between.
    await turn();
    return () => {
      this.#busy = undefined;
      resolve(undefined);
    };
  }

  /** Rows changed since the file was opened; the same number means that nothing was written in between. */
  changes(): number {
    return this.db.statement("SELECT total_changes()").pluck().get() as number;
  }

  today(): string {
    return todayOf(this.clock);
  }

  now(): string {
    return instantOf(this.clock);
  }

  /** Who is on duty and when: goes with every change. */
  act(): Act {
    const personId = findSetting<number>(this.db, "currentPerson") ?? null;
    const person = listPeople(this.db).find((candidate) => candidate.id === personId);
    return { at: this.now(), actor: person?.name ?? this.program.host, personId: person?.id ?? null };
  }

  elementId(code: string): number {
    const id = this.elementIds.get(code);
    if (id === undefined) throw new RangeError(`elementId: ${code}`);
    return id;
  }

  /** Dates of a period: those stored with it, else the calendar's. */
  datesOf(period: Period): PeriodDates {
    return findPeriodDates(this.db, period) ?? datesOf(period, DEFAULT_CALENDAR);
  }

  /** The period's row, made when it is first written to. */
  ensurePeriod(period: Period): number {
    return ensurePeriod(this.db, period, datesOf(period, DEFAULT_CALENDAR));
  }
}

/**
 * The id of an office, the same wherever its code is known: a district can address its province before the two have
 * exchanged anything. UUID version 8 (RFC 9562), from the code. The trust list binds it to a key.
 */
export function officeUid(code: string): string {
  const hex = createHash("sha256")
    .update(`scd-office\0${code.normalize("NFC")}`, "utf8")
    .digest("hex");
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-8${hex.slice(13, 16)}-a${hex.slice(17, 20)}-${hex.slice(20, 32)}`;
}

export function hasRole(roles: string, role: PersonRole): boolean {
  return (JSON.parse(roles) as string[]).includes(role);
}
