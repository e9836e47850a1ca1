import { v7 as uuidV7 } from "uuid";
import { periodOf } from "../../../shared/domain/period.ts";
import { inTransaction } from "../../database/connection.ts";
import { findAdjustment, insertAdjustment, withdrawAdjustment } from "../../database/queries/adjustments.ts";
import { appendAudit } from "../../database/queries/audit.ts";
import { findElement } from "../../../shared/catalogue/elements.ts";
import { api, requireProvince } from "../implementation.ts";
import { consolidate, toAdjustment } from "./consolidate.ts";
import { ADDITIVE } from "./office-sums.ts";
import { consolidationTable } from "./table.ts";

export const consolidationRouter = {
  open: api.consolidation.open.handler(async function* ({ input, context: { workspace }, errors, signal }) {
    const office = requireProvince(workspace, errors);
    return (yield* consolidate(workspace, office, periodOf(input.period), signal)).view;
  }),

  adjust: api.consolidation.adjust.handler(({ input, context: { workspace }, errors }) => {
    requireProvince(workspace, errors);
    if (!ADDITIVE.some(({ code }) => code === input.element))
      throw errors.NOT_ADDITIVE({ data: { label: findElement(input.element)?.label ?? input.element } });
    const act = workspace.act();
    const record = {
      uid: uuidV7(),
      period: input.period,
      elementId: workspace.elementId(input.element),
      amount: input.amount,
      reason: input.reason,
      author: act.actor,
      at: act.at,
    };
    inTransaction(workspace.db, () => {
      insertAdjustment(workspace.db, record);
      const { period, element, amount, reason } = input;
      appendAudit(workspace.db, act, "consolidation.adjust", record.uid, { period, element, amount, reason });
    });
    return toAdjustment(workspace, record);
  }),

  withdraw: api.consolidation.withdraw.handler(({ input, context: { workspace }, errors }) => {
    requireProvince(workspace, errors);
    inTransaction(workspace.db, () => {
      if (!findAdjustment(workspace.db, input.uid)) throw errors.ADJUSTMENT_UNKNOWN();
      withdrawAdjustment(workspace.db, input.uid, workspace.now());
      appendAudit(workspace.db, workspace.act(), "consolidation.withdraw", input.uid, {});
    });
    return { ok: true as const };
  }),

  exportFile: api.consolidation.exportFile.handler(async function* ({
    input,
    context: { workspace },
    errors,
    signal,
  }) {
    const office = requireProvince(workspace, errors);
    const { view, bytes } = yield* consolidate(workspace, office, periodOf(input.period), signal);
    const isTable = input.format === "table";
    const name = `tong-hop_${view.period}_${view.digest.slice(0, 8)}.${isTable ? "csv" : "json"}`;
    const offer = workspace.tickets.offer(name, isTable ? consolidationTable(view) : bytes);
    return { ...offer, digest: view.digest };
  }),
};
