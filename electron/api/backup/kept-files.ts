// The backups that lie in the folder of the office: those made here, the copies made before an upgrade, and what was
// replaced by a restore. A page names one by its id and never by a path.
import { readdirSync, rmSync, statSync } from "node:fs";
import { dirname, join } from "node:path";
import type { BackupCounts, BackupRow } from "../../../shared/contract/backup.ts";
import { REPLACED } from "../../database/backup/swap-office.ts";
import { type BackupRecord, listBackups } from "../../database/queries/backups.ts";
import type { Workspace } from "../workspace.ts";

export const SUFFIX = ".saoluu";
const MADE = /\.saoluu(\.age)?$/;
/** As make-backup.ts names them. */
const MADE_HERE = /^sao-luu-.+-(\d{8}-\d{4})(?:-(\d+))?\.saoluu(?:\.age)?$/;
/** Older ones than these are not listed. */
const MOST_LISTED = 50;
/** How many of the backups made here stay; each is as large as the office. Counted, not dated. */
const MADE_KEPT = 3;

export interface KeptFile {
  readonly row: BackupRow;
  readonly path: string;
}

export function backupsFolder(folder: string): string {
  return join(folder, "backups");
}

/** The latest first. */
export function listBackupRows(workspace: Workspace): BackupRow[] {
  const kept = listKept(workspace);
  const here = new Map(kept.map(({ row }) => [row.fileName, row]));
  const recorded = listBackups(workspace.db, MOST_LISTED);
  const gone = recorded
    .filter(({ fileName }) => !here.has(fileName))
    .map((record) => recordedRow(record, false));
  return [...kept.map(({ row }) => row), ...gone].toSorted((left, right) => (left.at < right.at ? 1 : -1));
}

export function findKept(workspace: Workspace, id: string): KeptFile | undefined {
  return listKept(workspace).find(({ row }) => row.id === id);
}

/**
 * Takes away all but the last few of those made here, by the names that are given here: after a restore the book knows
 * nothing of those made since, and what a person put into the folder under another name stays.
 * @param newest the one just made stays whatever its name says: a clock may have been wrong (security.md F7)
 */
export function removeOldBackups(folder: string, newest: string): void {
  const older = readdirSync(backupsFolder(folder))
    .filter((name) => name !== newest && MADE_HERE.test(name))
    .toSorted((left, right) => (madeOrder(left) < madeOrder(right) ? 1 : -1));
  for (const name of older.slice(MADE_KEPT - 1)) rmSync(join(backupsFolder(folder), name), { force: true });
}

/** Day, minute and number within the minute of a name given here. */
function madeOrder(name: string): string {
  const [, at = "", number = "1"] = MADE_HERE.exec(name) ?? [];
  return `${at}-${number.padStart(6, "0")}`;
}

/** Takes a kept file away for good; a replaced office with its folder. */
export function removeKept({ row, path }: KeptFile): void {
  rmSync(row.kind === "replaced" ? dirname(path) : path, { recursive: true, force: true });
}

function listKept(workspace: Workspace): KeptFile[] {
  const records = new Map(listBackups(workspace.db, MOST_LISTED).map((record) => [record.fileName, record]));
  const folder = backupsFolder(workspace.folder);
  const inBackups = namesIn(folder).flatMap((name): KeptFile[] => {
    const path = join(folder, name);
    const record = records.get(name);
    if (record) return [{ row: recordedRow(record, true), path }];
    if (MADE.test(name)) return [{ row: plainRow("made", name, path), path }];
    return name.endsWith(".sqlite") ? [{ row: plainRow("beforeUpgrade", name, path), path }] : [];
  });
  const replaced = namesIn(join(workspace.folder, REPLACED)).flatMap((name): KeptFile[] => {
    const path = join(workspace.folder, REPLACED, name, "office.sqlite");
    return hasFile(path) ? [{ row: plainRow("replaced", name, path), path }] : [];
  });
  return [...inBackups, ...replaced];
}

function recordedRow(record: BackupRecord, isHere: boolean): BackupRow {
  return {
    id: `made/${record.fileName}`,
    kind: "made",
    fileName: record.fileName,
    at: record.madeAt,
    size: record.sizeBytes,
    isEncrypted: record.isEncrypted === 1,
    counts: JSON.parse(record.counts) as BackupCounts,
    savedAt: record.savedAt,
    isHere,
  };
}

function plainRow(kind: BackupRow["kind"], name: string, path: string): BackupRow {
  const { size, mtime } = statSync(path);
  return {
    id: `${kind}/${name}`,
    kind,
    fileName: name,
    at: `${mtime.toISOString().slice(0, 19)}Z`,
    size,
    isEncrypted: name.endsWith(".age"),
    counts: null,
    savedAt: null,
    isHere: true,
  };
}

function namesIn(folder: string): string[] {
  try {
    return readdirSync(folder);
  } catch {
    // Nothing was ever put there.
    return [];
  }
}

function hasFile(path: string): boolean {
  return statSync(path, { throwIfNoEntry: false })?.isFile() ?? false;
}
