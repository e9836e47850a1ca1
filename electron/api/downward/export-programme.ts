// The province's side: a programme with the shares of its units, signed for them (bundle.md §2.7).
import { isEditable, isReadOnly } from "../../../shared/domain/programme-editing/programme-state.ts";
import { parsePeriod, type Period } from "../../../shared/domain/period.ts";
import { appendAudit } from "../../database/queries/audit.ts";
import { listOfficeShares } from "../../database/queries/office-shares.ts";
import { insertProgrammeSent, lastProgrammeSent } from "../../database/queries/programmes-sent.ts";
import { programmeContent } from "../../exchange/programme-content.ts";
import type { TableContent } from "../../exchange/entry-encoding.ts";
import { findKey, heldList, unlockKey } from "../bundle/keyring.ts";
import { outgoingFile, requireRecipients } from "../bundle/outer-encryption.ts";
import { makeOutgoing } from "../bundle/outgoing.ts";
import { api, requireOffice } from "../implementation.ts";
import { allProgrammes, loadProgramme, requireAdopted } from "../load-programme.ts";
import { PROVINCE_STREAM } from "../submissions/receipt.ts";
import type { Workspace } from "../workspace.ts";
import { programmeUid } from "./programme-uid.ts";
import { ALLOCATIONS_SCHEMA, type AllocationRow, CALENDAR_SCHEMA, type CalendarRow } from "./rows.ts";

export const choices = api.downward.choices.handler(async ({ input, context: { workspace }, errors }) => {
  const office = requireOffice(workspace);
  if (office.kind !== "provincialFederation") throw errors.NOT_A_PROVINCE();
  const held = await heldList(workspace);
  if (!held?.isOwn) throw errors.NO_TRUST();
  const loaded = input.code === undefined ? undefined : loadProgramme(workspace, input.code);
  const shares = loaded?.row ? listOfficeShares(workspace.db, loaded.row.id, input.year) : [];
  return {
    programmes: allProgrammes(workspace)
      .filter(({ row, programme }) => row && !isEditable(programme.state) && !isReadOnly(programme.state))
      .map(({ programme }) => ({
        code: programme.code,
        title: programme.title,
        lastVersion: lastProgrammeSent(workspace.db, programmeUid(office.uid, programme.code)),
      })),
    units: held.list.units
      .filter(({ unit_id, status }) => unit_id !== office.uid && status === "active")
      .map(({ unit_id, code, name }) => ({
        uid: unit_id,
        code,
        name,
        canDecrypt: held.list.enc_keys.some((key) => key.unit_id === unit_id && key.status === "active"),
        shares: Object.fromEntries(
          shares
            .filter(({ officeUid }) => officeUid === unit_id)
            .map(({ target, amount }) => [target, amount]),
        ),
      })),
  };
});

export const exportProgramme = api.downward.exportProgramme.handler(
  async ({ input, context: { workspace }, errors }) => {
    const office = requireOffice(workspace);
    if (office.kind !== "provincialFederation") throw errors.NOT_A_PROVINCE();
    const held = await heldList(workspace);
    if (!held?.isOwn) throw errors.NO_TRUST();
    const { programme, row: adopted } = requireAdopted(workspace, input.code, errors);
    if (isEditable(programme.state)) throw errors.PROGRAMME_UNKNOWN();
    const units = [...new Set(input.unitCodes)].map((code) => {
      const unit = held.list.units.find((one) => one.code === code && one.unit_id !== office.uid);
      if (!unit) throw errors.UNIT_UNKNOWN();
      return { code, uid: unit.unit_id };
    });
    const audience = units.map((unit) => unit.uid);
    // Asked before signing: a version that could not leave is not used up.
    if (input.isEncrypted) await requireRecipients(workspace, audience, errors);
    const row = findKey(workspace, "sign");
    if (!row) throw errors.NO_KEY();
    const key = await unlockKey(workspace, row, input.passphrase);
    if (!key) throw errors.PASSPHRASE_WRONG();
    const uid = programmeUid(office.uid, input.code);
    // What a person found about a target is the office's own, not part of the programme.
    const content = programmeContent(withoutVerdicts(programme));
    const rowId = adopted.id;
    const { version, bundle } = await workspace.write(() => {
      const allocations = listOfficeShares(workspace.db, rowId, input.year)
        .filter(({ officeUid }) => units.some((unit) => unit.uid === officeUid))
        .map(
          ({ officeUid, target, amount }): AllocationRow => ({
            unit: officeUid,
            target,
            year: input.year,
            amount,
          }),
        );
      const last = lastProgrammeSent(workspace.db, uid);
      const made = makeOutgoing(
        workspace,
        office,
        {
          audience,
          stream: PROVINCE_STREAM,
          section: {
            kind: "programme",
            programme: {
              programme_id: uid,
              version: last + 1,
              supersedes_version: last === 0 ? null : last,
              effective: { from: input.effectiveFrom, to: programme.lastValidOn },
              ...content.section,
            },
          },
          tables: [
            ...content.tables,
            ...tableOf("allocations", ALLOCATIONS_SCHEMA, allocations),
            ...tableOf("calendar", CALENDAR_SCHEMA, calendarOf(workspace, input.year)),
          ],
        },
        key,
      );
      insertProgrammeSent(workspace.db, { uid, version: last + 1, sha256: made.digest, at: workspace.now() });
      appendAudit(workspace.db, workspace.act(), "programme.send", input.code, {
        version: last + 1,
        bundle: made.digest,
        units: units.map(({ code }) => code),
        year: input.year,
        shares: allocations.length,
      });
      return { version: last + 1, bundle: made };
    });
    const file = await outgoingFile(workspace, bundle, input.isEncrypted ? "on" : "off", errors);
    return {
      ...workspace.tickets.offer(file.fileName, file.bytes),
      digest: bundle.digest,
      code: bundle.code,
      version,
      units: units.length,
    };
  },
);

function withoutVerdicts<P extends { readonly targets: readonly { readonly verdicts?: unknown }[] }>(
  programme: P,
): P {
  return { ...programme, targets: programme.targets.map(({ verdicts: _, ...target }) => target) };
}

/** A table without rows is left out. */
function tableOf(
  name: string,
  schema: string,
  rows: readonly (AllocationRow | CalendarRow)[],
): TableContent[] {
  return rows.length === 0 ? [] : [{ name, schema, rows }];
}

/** The days of every period of a year, as this office keeps them. */
function calendarOf(workspace: Workspace, year: number): CalendarRow[] {
  const codes = [
    ...Array.from({ length: 12 }, (_, index) => `${year}-M${String(index + 1).padStart(2, "0")}`),
    ...[1, 2, 3, 4].map((quarter) => `${year}-Q${quarter}`),
    `${year}-H1`,
    `${year}-9M`,
    `${year}`,
  ];
  return codes
    .map(parsePeriod)
    .filter((period): period is Period => period !== undefined)
    .map((period) => {
      const { cutoffOn, collectOn, dueOn } = workspace.datesOf(period);
      return { period: period.code, cutoff_on: cutoffOn, collect_on: collectOn, due_on: dueOn };
    });
}
