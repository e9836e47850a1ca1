// What the office is called and how it signs, from a day on; where it is kept; who works in it.
import { existsSync, readdirSync, statSync } from "node:fs";
import { join } from "node:path";
import { letterheadLine, placeOf, symbolSuffixOf } from "../../shared/domain/report/lines.ts";
import type { Letterhead } from "../../shared/domain/letterhead.ts";
import { normaliseText, searchKey } from "../../shared/domain/text.ts";
import { inTransaction } from "../database/connection.ts";
import { officePath } from "../database/office-file.ts";
import { type Act, appendAudit } from "../database/queries/audit.ts";
import {
  changeLetterhead,
  findLetterhead,
  lastOfficeChangeOn,
  listOfficeHistory,
} from "../database/queries/office-details.ts";
import { setSetting, updatePerson as updatePersonRow } from "../database/queries/settings.ts";
import { changeName, changeParent, insertEvent } from "../database/queries/unit-writes.ts";
import { findUnitByCode, lastChangeOn, listUnits } from "../database/queries/units.ts";
import { insertOfficeUnit, superiorKindOf } from "./create-office.ts";
import { api, requireOffice } from "./implementation.ts";
import { officeStatus } from "./office-view.ts";
import { type OfficeRecord, officeUid, type Workspace } from "./workspace.ts";

export const details = api.office.details.handler(({ context: { workspace } }) => {
  const office = requireOffice(workspace);
  const { db } = workspace;
  const recorded = findLetterhead(db, office.unitId, workspace.today());
  return {
    name: office.name,
    kind: office.kind,
    parent: office.parent && { code: office.parent.code, name: office.parent.name },
    letterhead: recorded ?? proposedLetterhead(office),
    isLetterheadRecorded: recorded !== undefined,
    lastChangeOn: lastOfficeChangeOn(db, office.unitId),
    history: listOfficeHistory(db, office.unitId),
  };
});

const LINES = ["superiorLine", "issuerLine", "symbolSuffix", "placeName", "address", "phone"] as const;

/** What the paper says as long as nobody said otherwise. */
function proposedLetterhead({ name, kind, parent }: OfficeRecord): Letterhead {
  return {
    superiorLine: parent ? letterheadLine(parent.name) : "",
    issuerLine: letterheadLine(name),
    symbolSuffix: symbolSuffixOf(kind, name),
    placeName: placeOf(name),
    address: "",
    phone: "",
  };
}

export const setDetails = api.office.setDetails.handler(({ input, context: { workspace }, errors }) => {
  const office = requireOffice(workspace);
  const { db } = workspace;
  const { effectiveOn, kind, letterhead } = input;
  inTransaction(db, () => {
    if (effectiveOn > workspace.today()) throw errors.DATE_IN_FUTURE();
    const validFrom = lastOfficeChangeOn(db, office.unitId);
    if (effectiveOn < validFrom) throw errors.DATE_BEFORE_LAST_CHANGE({ data: { validFrom } });
    if ((kind === "provincialFederation") !== (office.kind === "provincialFederation"))
      throw errors.OFFICE_ROLE_FIXED();
    const name = normaliseText(input.name);
    const act = workspace.act();
    const event = {
      effectiveOn,
      decisionNumber: input.decisionNumber,
      decidedOn: null,
      workforce: null,
    };
    if (name !== office.name || kind !== office.kind) {
      changeName(db, office.unitId, effectiveOn, { fullName: name, searchKey: searchKey(name), kind });
      const eventKind = kind === office.kind ? "renamed" : "levelChanged";
      insertEvent(db, office.unitId, { kind: eventKind, ...event }, act.at);
    }
    const parentCode = normaliseText(input.parentCode ?? "");
    const below = [{ code: office.code, name }, ...listUnits(db, workspace.today())].find(
      ({ code }) => code === parentCode,
    );
    if (below) throw errors.PARENT_BELOW({ data: { name: below.name } });
    const parentName = normaliseText(input.parentName ?? "") || parentCode;
    const superior = findUnitByCode(db, parentCode, effectiveOn);
    if (superior && superior.name !== parentName && effectiveOn < lastChangeOn(db, superior.id))
      throw errors.DATE_BEFORE_LAST_CHANGE({ data: { validFrom: lastChangeOn(db, superior.id) } });
    const wanted = { code: parentCode, name: parentName };
    const parent = putParent(workspace, act, office, { from: effectiveOn, ...input }, wanted);
    const known = findLetterhead(db, office.unitId, effectiveOn) ?? proposedLetterhead(office);
    if (LINES.some((line) => known[line] !== letterhead[line]))
      changeLetterhead(db, office.unitId, effectiveOn, letterhead);
    setSetting(db, "office", { ...office, name, kind, parent } satisfies OfficeRecord);
    appendAudit(db, act, "office.change", office.code, input);
  });
  workspace.refresh();
  return officeStatus(workspace);
});

/** The superior union from a day on; one that was not known is added, one that is renamed keeps its earlier name. */
function putParent(
  { db }: Workspace,
  act: Act,
  office: OfficeRecord,
  { from, decisionNumber }: { readonly from: string; readonly decisionNumber: string | null },
  wanted: { readonly code: string; readonly name: string },
): OfficeRecord["parent"] {
  if (wanted.code === "") return office.parent;
  const kind = superiorKindOf(office.kind);
  const known = findUnitByCode(db, wanted.code, from);
  const id = known?.id ?? insertOfficeUnit(db, { ...wanted, kind, parentId: null }, act.at);
  if (known && known.name !== wanted.name)
    changeName(db, id, from, { fullName: wanted.name, searchKey: searchKey(wanted.name), kind });
  if (id !== office.parent?.id) changeParent(db, office.unitId, from, id, decisionNumber);
  return { id, uid: officeUid(wanted.code), code: wanted.code, name: wanted.name };
}

export const folder = api.office.folder.handler(({ context: { workspace } }) => {
  const path = officePath(workspace.folder);
  const sizes = [path, `${path}-wal`].map((file) => statSync(file, { throwIfNoEntry: false })?.size ?? 0);
  const copies = join(workspace.folder, "backups");
  // Whoever looks after the folder may clear away copies, also while this is read.
  const files = existsSync(copies) ? readdirSync(copies, { withFileTypes: true }) : [];
  const newest = files
    .filter((entry) => entry.isFile() && !entry.name.startsWith("."))
    .flatMap(({ name }) => {
      const stat = statSync(join(copies, name), { throwIfNoEntry: false });
      return stat ? [{ name, stat }] : [];
    })
    .toSorted((left, right) => right.stat.mtimeMs - left.stat.mtimeMs)[0];
  return {
    folder: workspace.folder,
    fileBytes: sizes.reduce((total, size) => total + size, 0),
    lastCopy: newest
      ? { fileName: newest.name, at: newest.stat.mtime.toISOString(), bytes: newest.stat.size }
      : null,
  };
});

export const updatePerson = api.office.updatePerson.handler(({ input, context: { workspace }, errors }) => {
  requireOffice(workspace);
  inTransaction(workspace.db, () => {
    const name = normaliseText(input.name);
    const title = normaliseText(input.title ?? "");
    if (!updatePersonRow(workspace.db, input.id, name, title, input.roles)) throw errors.PERSON_UNKNOWN();
    appendAudit(workspace.db, workspace.act(), "person.change", name, { title, roles: input.roles });
  });
  return officeStatus(workspace);
});
