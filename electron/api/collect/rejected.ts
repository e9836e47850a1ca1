// What cannot be taken, made so that it can be sent back: the same sheet with its answers, refused cells marked.
import { ENTRY_STATE_LABELS } from "../../../shared/domain/labels.ts";
import { findElement } from "../../../shared/catalogue/elements.ts";
import { type Period, periodOf } from "../../../shared/domain/period.ts";
import type { FormerAnswer } from "../../files/templates/template.ts";
import { answerReasonWords, fileFaultWords } from "../../files/templates/reason-words.ts";
import { writeTemplate } from "../../files/templates/write-template.ts";
import type { ZipMember } from "../../files/stored-zip.ts";
import { writeCsv } from "../../files/write-csv.ts";
import { unitsOf } from "../form-reader.ts";
import type { OfficeRecord, Workspace } from "../workspace.ts";
import type { Collection, ComparedCell } from "./collection.ts";
import { previewOf } from "./compare.ts";
import { distinctName, manyFileName, singleFileName } from "./sheet-files.ts";
import { TemplateMaker } from "./template-data.ts";

/** @param ids files asked for; null = all. @returns nothing where nothing was refused */
export async function rejectedMembers(
  workspace: Workspace,
  office: OfficeRecord,
  collection: Collection,
  ids: readonly number[] | null,
): Promise<ZipMember[]> {
  const members: ZipMember[] = [];
  const taken = new Set<string>();
  const refused: [string, string][] = [];
  const makers = new Map<string, TemplateMaker>();
  const makerOf = (period: Period) => {
    const maker =
      makers.get(period.code) ?? new TemplateMaker(workspace, office, period, unitsOf(workspace, period));
    makers.set(period.code, maker);
    return maker;
  };
  for (const view of previewOf("", collection).files) {
    if (ids !== null && !ids.includes(view.id)) continue;
    const compared = collection.compared.get(view.id);
    if (view.fault && view.fault.code !== "SAME_FILE")
      refused.push([view.fileName, fileFaultWords(view.fault.code)]);
    if (view.fault || !compared || view.period === null || view.kind === null) continue;
    const period = periodOf(view.period);
    const alive = new Set(unitsOf(workspace, period).map(({ uid }) => uid));
    const rejected = compared.cells.filter(({ view: cell }) => cell.outcome === "rejected");
    for (const { view: cell } of rejected)
      if (!alive.has(cell.unit.uid))
        refused.push([`${view.fileName} · ${cell.address}`, answerReasonWords(cell.reason ?? "")]);
    const units = [...new Set(rejected.map(({ view: cell }) => cell.unit.uid))].filter((uid) =>
      alive.has(uid),
    );
    if (units.length === 0) continue;
    const formers = formerAnswers(compared.cells);
    const template = makerOf(period).make(view.kind, units, (unit, element) =>
      formers.get(`${unit} ${element}`),
    );
    const [first] = view.units;
    const name = view.kind === "single" && first ? singleFileName(period, first) : manyFileName(period, 1, 1);
    members.push({
      name: distinctName(name.replace(/\.xlsx$/, "_can-sua.xlsx"), taken),
      bytes: await writeTemplate(template),
    });
  }
  if (refused.length > 0)
    members.push({ name: "tep-khong-nhan.csv", bytes: writeCsv(["Tệp", "Lý do"], refused) });
  return members;
}

function formerAnswers(cells: readonly ComparedCell[]): ReadonlyMap<string, FormerAnswer> {
  return new Map(cells.map((cell) => [`${cell.view.unit.uid} ${cell.view.element}`, formerOf(cell)]));
}

function formerOf({ view, valueText, wordText }: ComparedCell): FormerAnswer {
  const reason = view.reason === null ? null : answerReasonWords(view.reason);
  const note = view.noteAfter;
  const { after } = view;
  if (after === null)
    return { value: valueText === "" ? null : valueText, word: wordText || null, note, reason };
  if (after.state !== "value") return { value: null, word: ENTRY_STATE_LABELS[after.state].vi, note, reason };
  const type = findElement(view.element)?.type;
  if (type === "count" || type === "money") return { value: after.value, word: null, note, reason };
  return { value: type === "score" ? after.value / 100 : valueText, word: null, note, reason };
}
