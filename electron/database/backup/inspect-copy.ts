// Whether a database file is a whole office of ours, and what is in it. The file may come from anywhere: its header and
// its schema are compared with the known ones before anything it holds is evaluated (security.md D3).
import { BackupFault } from "../../../shared/domain/backup-fault.ts";
import { APPLICATION_ID, type Database, openForInspection } from "../connection.ts";
import { DatabaseError } from "../database-error.ts";
import { MIGRATIONS } from "../migrate.ts";
import { auditHead, findAuditInstant, findBrokenAudit } from "../queries/audit.ts";
import { findSetting } from "../queries/settings.ts";
import { knownSchema, SELECT_SCHEMA } from "./known-schema.ts";

/** Rows by table, for people to recognise a backup by and for the check of a copy. */
interface CopyCounts {
  readonly units: number;
  readonly entries: number;
  readonly submissions: number;
  readonly received: number;
}

export interface CopyFacts {
  /** `user_version`. */
  readonly version: number;
  readonly office: {
    readonly uid: string;
    readonly code: string;
    readonly name: string;
    readonly instanceId: string;
  };
  readonly auditHead: { readonly seq: number; readonly hash: string; readonly at: string };
  readonly counts: CopyCounts;
}

/** Steps of the check, in order; the slow ones are those that read every page. */
export type InspectStep = "schema" | "integrity" | "audit";

/**
 * @param onStep told before each step, so that whoever waits can be told
 * @throws {BackupFault} NOT_A_BACKUP, BACKUP_NEWER, BACKUP_FOREIGN, BACKUP_INTEGRITY, BACKUP_AUDIT, BACKUP_EMPTY
 */
export async function inspectCopy(
  path: string,
  onStep: (step: InspectStep) => Promise<void> = () => Promise.resolve(),
): Promise<CopyFacts> {
  const db = openOrRefuse(path);
  try {
    await onStep("schema");
    const version = await checkKnown(db);
    await onStep("integrity");
    checkPages(db);
    await onStep("audit");
    return { version, ...readFacts(db) };
  } catch (error) {
    // A page that cannot be read shows itself in whatever asks for it first.
    const code = error instanceof Error && "code" in error ? String(error.code) : "";
    if (code.startsWith("SQLITE_CORRUPT") || code === "SQLITE_NOTADB")
      throw new BackupFault("BACKUP_INTEGRITY", code);
    throw error;
  } finally {
    await db.close();
  }
}

function openOrRefuse(path: string): Database {
  try {
    return openForInspection(path);
  } catch (error) {
    if (error instanceof DatabaseError) throw new BackupFault("BACKUP_INTEGRITY", error.detail);
    throw error;
  }
}

/** @returns the version, when the file is one of ours and built exactly as that version builds it */
async function checkKnown({ raw }: Database): Promise<number> {
  const id = raw.pragma("application_id", { simple: true });
  if (id !== APPLICATION_ID) throw new BackupFault("BACKUP_FOREIGN", `application_id ${String(id)}`);
  const version = Number(raw.pragma("user_version", { simple: true }));
  const newest = MIGRATIONS.at(-1)?.version ?? 0;
  if (version > newest) throw new BackupFault("BACKUP_NEWER", `${version} > ${newest}`);
  const known = await knownSchema(version);
  const found = raw.prepare(SELECT_SCHEMA).pluck().all() as string[];
  const different = found.find((line, index) => line !== known?.[index]);
  if (known === undefined || different !== undefined || known.length !== found.length)
    throw new BackupFault("BACKUP_FOREIGN", (different ?? `version ${version}`).slice(0, 120));
  return version;
}

function checkPages({ raw }: Database): void {
  const integrity = String(raw.pragma("integrity_check", { simple: true }));
  if (integrity !== "ok") throw new BackupFault("BACKUP_INTEGRITY", integrity.slice(0, 200));
  const broken = (raw.pragma("foreign_key_check") as unknown[]).length;
  if (broken > 0) throw new BackupFault("BACKUP_INTEGRITY", `foreign_key_check ${broken}`);
}

function readFacts(db: Database): Omit<CopyFacts, "version"> {
  const broken = findBrokenAudit(db);
  if (broken !== null) throw new BackupFault("BACKUP_AUDIT", String(broken));
  const office = findSetting<unknown>(db, "office");
  const head = auditHead(db);
  if (!isOffice(office) || head === undefined) throw new BackupFault("BACKUP_EMPTY");
  const at = findAuditInstant(db, head.seq) ?? "";
  const { uid, code, name, instanceId } = office;
  return { office: { uid, code, name, instanceId }, auditHead: { ...head, at }, counts: countRows(db) };
}

function countRows(db: Database): CopyCounts {
  const count = (table: string) => db.statement(`SELECT count(*) FROM ${table}`).pluck().get() as number;
  return {
    units: count("org_unit"),
    entries: count("entry"),
    submissions: count("submission"),
    received: count("bundle_log"),
  };
}

function isOffice(value: unknown): value is CopyFacts["office"] {
  if (typeof value !== "object" || value === null) return false;
  return ["uid", "code", "name", "instanceId"].every((key) => typeof Reflect.get(value, key) === "string");
}
