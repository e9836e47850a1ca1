// Collecting from the grassroots (domain.md §h, anchors.md §c 9): sheets out, answers in, one step that can be undone.
import type { CollectPreview } from "../../../shared/contract/collect.ts";
import { MOST_COLLECTED_FILES, MOST_SEPARATE_FILES } from "../../../shared/contract/collect.ts";
import type { JobProgress } from "../../../shared/contract/schemas.ts";
import { listAnswerBatches } from "../../database/queries/imports.ts";
import { SheetReader } from "../../files/read-xlsx.ts";
import { storedZip, type ZipMember } from "../../files/stored-zip.ts";
import { writeTemplate } from "../../files/templates/write-template.ts";
import { unitsExpected, unitsOf } from "../form-reader.ts";
import { api, requireFormPeriod, requireOffice } from "../implementation.ts";
import type { Workspace } from "../workspace.ts";
import { planApply, writeAnswers } from "./apply.ts";
import {
  type Collection,
  findAnyCollection,
  findCollection,
  openCollection,
  settleCollection,
} from "./collection.ts";
import { compareFile, inOrderOfWeight, previewOf, Register } from "./compare.ts";
import { findingsOf } from "./expected-findings.ts";
import { receiveFile } from "./receive.ts";
import { rejectedMembers } from "./rejected.ts";
import { distinctName, manyFileName, partsOf, singleFileName } from "./sheet-files.ts";
import { TemplateMaker } from "./template-data.ts";
import { unansweredOf } from "./unanswered.ts";

/** Cells of a file that are sent; what matters comes first. */
const CELLS_SHOWN = 5000;
/** Workbooks read at the same time, each in a thread of its own. */
const READERS = 2;

export const collectRouter = {
  writeTemplates: api.collect.writeTemplates.handler(async function* ({
    input,
    context: { workspace },
    errors,
    signal,
  }) {
    const office = requireOffice(workspace);
    const period = requireFormPeriod(input, errors);
    const alive = unitsOf(workspace, period);
    const known = new Map(alive.map((unit) => [unit.uid, unit]));
    if (input.units?.some((uid) => !known.has(uid))) throw errors.UNIT_UNKNOWN();
    const wanted = input.units?.flatMap((uid) => known.get(uid) ?? []) ?? unitsExpected(workspace, period);
    if (wanted.length === 0) throw errors.NO_UNITS_TO_ASK();
    const maker = new TemplateMaker(workspace, office, period, alive);
    const sheets =
      input.kind === "single"
        ? wanted.map((unit) => ({ name: singleFileName(period, unit), units: [unit] }))
        : partsOf(wanted, maker.columns).map((units, index, parts) => ({
            name: manyFileName(period, index + 1, parts.length),
            units,
          }));
    const taken = new Set<string>();
    const members: ZipMember[] = [];
    for (const { name, units } of sheets) {
      const template = maker.make(
        input.kind,
        units.map(({ uid }) => uid),
      );
      members.push({ name: distinctName(name, taken), bytes: await writeTemplate(template) });
      yield { step: "writing", done: members.length, total: sheets.length };
      await workspace.giveWay();
      signal?.throwIfAborted();
    }
    const [only, ...others] = members;
    const isSeparate =
      others.length === 0 || (input.packaging === "files" && members.length <= MOST_SEPARATE_FILES);
    const packed: readonly ZipMember[] =
      only && isSeparate
        ? members
        : [{ name: `${period.code}_phieu-thu-thap.zip`, bytes: storedZip(members) }];
    return {
      offers: packed.map((member) => workspace.tickets.offer(member.name, member.bytes)),
      units: wanted.length,
    };
  }),

  preview: api.collect.preview.handler(async function* ({ input, context: { workspace }, errors, signal }) {
    const office = requireOffice(workspace);
    const [previewId, collection] =
      input.previewId === null
        ? openCollection(workspace, input.expect)
        : [input.previewId, findCollection(workspace, input.previewId)];
    if (!collection) throw errors.PREVIEW_UNKNOWN();
    const before = collection.files.length;
    if (before + input.files.length > MOST_COLLECTED_FILES)
      throw errors.TOO_MANY_FILES({ data: { most: MOST_COLLECTED_FILES } });
    const total = input.files.length * 2;
    const readers = Array.from({ length: READERS }, () => new SheetReader());
    let isDone = false;
    try {
      for (let start = 0; start < input.files.length; start += READERS) {
        const some = input.files.slice(start, start + READERS);
        const received = await Promise.all(
          readers.slice(0, some.length).map(async (reader, index) => {
            const { ticket = "", fileName = "" } = some[index] ?? {};
            const id = before + start + index;
            const file = workspace.tickets.take(ticket);
            return file === undefined
              ? { id, fileName, sha256: null, fault: { code: "HANDLE_UNKNOWN", detail: "" }, contents: null }
              : receiveFile(reader, workspace, office, collection.expect, {
                  id,
                  fileName,
                  path: file.path,
                }).finally(() => file.discard());
          }),
        );
        collection.files.push(...received);
        yield { step: "reading", done: collection.files.length - before, total };
        if (signal?.aborted) throw signal.reason;
      }
      const preview = yield* compareAll(workspace, previewId, collection, signal, input.files.length);
      isDone = true;
      return preview;
    } finally {
      // Called off: the files of this call were never added.
      if (!isDone) collection.files.length = before;
      await Promise.all(readers.map((reader) => reader.close()));
    }
  }),

  compare: api.collect.compare.handler(async function* ({ input, context: { workspace }, errors, signal }) {
    requireOffice(workspace);
    const collection = findCollection(workspace, input.previewId);
    if (!collection) throw errors.PREVIEW_UNKNOWN();
    return yield* compareAll(workspace, input.previewId, collection, signal, 0);
  }),

  file: api.collect.file.handler(({ input, context: { workspace }, errors }) => {
    const collection = findCollection(workspace, input.previewId);
    const compared = collection?.compared.get(input.file);
    const view =
      collection && previewOf(input.previewId, collection).files.find(({ id }) => id === input.file);
    if (!compared || !view) throw errors.PREVIEW_UNKNOWN();
    const { cells, findings } = compared;
    return {
      file: view,
      cells: inOrderOfWeight(cells).slice(0, CELLS_SHOWN),
      cellsTotal: cells.length,
      findings,
    };
  }),

  apply: api.collect.apply.handler(async function* ({ input, context: { workspace }, errors, signal }) {
    requireOffice(workspace);
    const collection = findCollection(workspace, input.previewId);
    if (!collection) throw errors.PREVIEW_UNKNOWN();
    const release = await workspace.hold();
    try {
      const plan = planApply(workspace, collection, input.files);
      if ("code" in plan)
        switch (plan.code) {
          case "PREVIEW_STALE":
            throw errors.PREVIEW_STALE();
          case "NOTHING_TO_APPLY":
            throw errors.NOTHING_TO_APPLY();
          case "PERIOD_LOCKED":
            throw errors.PERIOD_LOCKED({ data: { periods: plan.periods } });
          case "DUPLICATE_CHOSEN":
            throw errors.DUPLICATE_CHOSEN({ data: { changed: plan.units.slice(0, 100) } });
        }
      const result = yield* writeAnswers(workspace, plan, signal);
      settleCollection(collection);
      return result;
    } finally {
      release();
    }
  }),

  history: api.collect.history.handler(({ context: { workspace } }) => listAnswerBatches(workspace.db)),

  rejectedFile: api.collect.rejectedFile.handler(async ({ input, context: { workspace }, errors }) => {
    const office = requireOffice(workspace);
    const collection = findAnyCollection(workspace, input.previewId);
    if (!collection) throw errors.PREVIEW_UNKNOWN();
    const members = await rejectedMembers(workspace, office, collection, input.files);
    const [only, ...others] = members;
    if (!only) throw errors.NOTHING_REJECTED();
    return others.length === 0
      ? workspace.tickets.offer(only.name, only.bytes)
      : workspace.tickets.offer("thu-thap_can-sua.zip", storedZip(members));
  }),

  unanswered: api.collect.unanswered.handler(({ input, context: { workspace }, errors }) => {
    const office = requireOffice(workspace);
    const period = requireFormPeriod(input, errors);
    return unansweredOf(workspace, office, period);
  }),
};

/** @param read files of this call that were read just now, for the progress */
async function* compareAll(
  workspace: Workspace,
  previewId: string,
  collection: Collection,
  signal: AbortSignal | undefined,
  read: number,
): AsyncGenerator<JobProgress, CollectPreview> {
  const register = new Register(workspace);
  const compared = new Map(collection.compared);
  // Those compared before are compared again only when asked: adding files costs what the added ones cost.
  const pending = read === 0 ? collection.files : collection.files.slice(-read);
  for (const [index, kept] of pending.entries()) {
    const plain = compareFile(workspace, register, kept);
    const findings = await findingsOf(workspace, plain);
    const count = (severity: string) => findings.filter((finding) => finding.severity === severity).length;
    compared.set(kept.id, {
      ...plain,
      findings,
      view: { ...plain.view, findings: { block: count("block"), warn: count("warn") } },
    });
    yield { step: "comparing", done: read + index + 1, total: read + pending.length };
    await workspace.giveWay();
    signal?.throwIfAborted();
  }
  collection.compared = compared;
  return previewOf(previewId, collection);
}
