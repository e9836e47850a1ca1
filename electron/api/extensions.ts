import { v7 as uuidV7 } from "uuid";
import type { ExtensionSheet, ExtensionView } from "../../shared/contract/extensions.ts";
import { periodOf } from "../../shared/domain/period.ts";
import { normaliseText } from "../../shared/domain/text.ts";
import { inTransaction } from "../database/connection.ts";
import { appendAudit } from "../database/queries/audit.ts";
import {
  type ExtensionRecord,
  findExtension,
  insertExtension,
  listExtensions,
  withdrawExtension,
} from "../database/queries/extensions.ts";
import { periodId } from "../database/queries/periods.ts";
import { findUnitByUid, type UnitRecord } from "../database/queries/units.ts";
import { lockData } from "./cell-place.ts";
import { completenessOf } from "./completeness.ts";
import { dueStateOf } from "./due-state.ts";
import { lockOf, unitsExpected } from "./form-reader.ts";
import { api, requireOffice } from "./implementation.ts";
import type { Workspace } from "./workspace.ts";

export const extensionsRouter = {
  list: api.extensions.list.handler(({ input, context: { workspace } }): ExtensionSheet => {
    requireOffice(workspace);
    const period = periodOf(input.period);
    const { collectOn, dueOn } = workspace.datesOf(period);
    const { awaited } = dueStateOf(workspace, period, completenessOf(workspace, period).incomplete);
    return {
      period: period.code,
      collectOn,
      dueOn,
      lockedReason: lockOf(workspace, period),
      extensions: listExtensions(workspace.db, periodId(period)).map((record) => toView(workspace, record)),
      awaited: awaited.map(({ unit: { uid, code, name }, dueOn: unitDueOn, isLate }) => ({
        uid,
        code,
        name,
        dueOn: unitDueOn,
        isLate,
      })),
    };
  }),

  grant: api.extensions.grant.handler(({ input, context: { workspace }, errors }) => {
    requireOffice(workspace);
    const { db } = workspace;
    const period = periodOf(input.period);
    return inTransaction(db, () => {
      const lock = lockData(workspace, period);
      if (lock) throw errors.PERIOD_LOCKED({ data: lock });
      const unit =
        input.unit === null
          ? null
          : unitsExpected(workspace, period).find((candidate) => candidate.uid === input.unit);
      if (unit === undefined) throw errors.UNIT_UNKNOWN();
      const { collectOn } = workspace.datesOf(period);
      if (input.dueOn <= collectOn) throw errors.EXTENSION_NOT_LATER({ data: { collectOn } });
      const uid = uuidV7();
      const reason = normaliseText(input.reason);
      const act = workspace.act();
      const { dueOn } = input;
      insertExtension(
        db,
        { uid, periodId: workspace.ensurePeriod(period), unitId: unit?.id ?? null, dueOn, reason },
        act,
      );
      appendAudit(db, act, "extension.grant", uid, {
        period: period.code,
        unit: unit?.uid ?? null,
        dueOn,
        reason,
      });
      const made = findExtension(db, uid);
      if (!made) throw new RangeError(`extensions.grant: ${uid}`);
      return toView(workspace, made);
    });
  }),

  withdraw: api.extensions.withdraw.handler(({ input, context: { workspace }, errors }) => {
    requireOffice(workspace);
    const { db } = workspace;
    return inTransaction(db, () => {
      const extension = findExtension(db, input.uid);
      if (!extension) throw errors.EXTENSION_UNKNOWN();
      const lock = lockData(workspace, periodOf(extension.periodCode));
      if (lock) throw errors.PERIOD_LOCKED({ data: lock });
      withdrawExtension(db, input.uid);
      const { periodCode: period, unitUid: unit, dueOn } = extension;
      appendAudit(db, workspace.act(), "extension.withdraw", input.uid, { period, unit, dueOn });
      return null;
    });
  }),
};

function toView(workspace: Workspace, record: ExtensionRecord): ExtensionView {
  const { uid, unitUid, periodCode, dueOn, reason, grantedAt, author } = record;
  const unit: UnitRecord | undefined =
    unitUid === null ? undefined : findUnitByUid(workspace.db, unitUid, periodOf(periodCode).endOn);
  return {
    uid,
    unit: unit ? { uid: unit.uid, code: unit.code, name: unit.name } : null,
    dueOn,
    reason,
    grantedAt,
    author,
  };
}
