// Files that were read and wait for a decision. What they say is kept; how it stands to the office is worked out anew
// whenever it is asked, so that a figure typed in the meantime is never overwritten unseen.
import { v4 as uuidV4 } from "uuid";
import type { CollectCell, CollectFault, CollectFile } from "../../../shared/contract/collect.ts";
import type { FindingView } from "../../../shared/contract/entries.ts";
import type { EntryValue } from "../../../shared/domain/entry.ts";
import type { Period } from "../../../shared/domain/period.ts";
import type { CellKey } from "../../database/queries/entry-columns.ts";
import type { TemplateContents } from "../../files/templates/read-template.ts";
import type { Workspace } from "../workspace.ts";

export interface Expected {
  readonly form: string;
  readonly period: string;
}

/** A file as it was read. */
export interface KeptFile {
  readonly id: number;
  readonly fileName: string;
  readonly sha256: string | null;
  /** Why nothing of it is believed, whatever the office holds. */
  readonly fault: CollectFault | null;
  readonly contents: TemplateContents | null;
}

/** One answer beside what is stored. */
export interface ComparedCell {
  readonly view: CollectCell;
  readonly period: Period;
  readonly key: CellKey | null;
  /** Of what it was compared with. */
  readonly revision: number;
  readonly entry: EntryValue | null;
  readonly note: string | null;
  readonly valueText: string;
  readonly wordText: string;
}

export interface ComparedFile {
  readonly view: CollectFile;
  readonly cells: readonly ComparedCell[];
  readonly findings: readonly FindingView[];
}

export interface Collection {
  readonly expect: Expected | null;
  readonly files: KeptFile[];
  compared: ReadonlyMap<number, ComparedFile>;
  /** Nothing more is written or compared; what was not taken can still be fetched. */
  isApplied: boolean;
}

const KIND = Symbol("collection");
interface Marked extends Collection {
  readonly kind: typeof KIND;
}

export function openCollection(workspace: Workspace, expect: Expected | null): [id: string, Collection] {
  const id = uuidV4();
  const collection: Marked = { kind: KIND, expect, files: [], compared: new Map(), isApplied: false };
  workspace.previews.set(id, collection);
  return [id, collection];
}

/** One that waits for a decision. */
export function findCollection(workspace: Workspace, id: string): Collection | undefined {
  const found = findAnyCollection(workspace, id);
  return found?.isApplied ? undefined : found;
}

/** Also one that was applied. */
export function findAnyCollection(workspace: Workspace, id: string): Collection | undefined {
  const found = workspace.previews.get(id);
  return isCollection(found) ? found : undefined;
}

/**
 * Once it was written, all that can still be asked for is what was refused: sheets to send back, with the other answers of
 * the same unions. Contents, findings and everything else are let go.
 */
export function settleCollection(collection: Collection): void {
  collection.isApplied = true;
  for (const [index, file] of collection.files.entries())
    collection.files[index] = { ...file, contents: null };
  collection.compared = new Map(
    [...collection.compared].map(([id, compared]) => {
      const refused = new Set(
        compared.cells.filter(({ view }) => view.outcome === "rejected").map(({ view }) => view.unit.uid),
      );
      const cells = compared.cells.filter(({ view }) => refused.has(view.unit.uid));
      return [id, { ...compared, cells, findings: [] }];
    }),
  );
}

function isCollection(value: unknown): value is Marked {
  return typeof value === "object" && value !== null && "kind" in value && value.kind === KIND;
}
