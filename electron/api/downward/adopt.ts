// The unit's side: what a programme from above would change, and the change (bundle.md §2.7, domain.md §h story 3).
import type { AllocatedTarget, ProgrammeDifference } from "../../../shared/contract/downward.ts";
import { parsePeriod } from "../../../shared/domain/period.ts";
import { plannedLosses } from "../../../shared/domain/programme-editing/allocation.ts";
import { differencesBetween } from "../../../shared/domain/programme-editing/difference.ts";
import type { Programme } from "../../../shared/domain/programme.ts";
import type { Target } from "../../../shared/domain/target.ts";
import { appendAudit } from "../../database/queries/audit.ts";
import { insertVersion, listVersions } from "../../database/queries/programme-editing.ts";
import { setPeriodDates } from "../../database/queries/periods.ts";
import { deleteAllocation, listAllocations, setAllocation } from "../../database/queries/programmes.ts";
import { findProgrammeFromAbove } from "../../database/queries/programmes-sent.ts";
import { programmeOf } from "../../exchange/programme-content.ts";
import type { VerifiedContent } from "../../exchange/verifier.ts";
import { api, requireOffice } from "../implementation.ts";
import { adoptedProgrammes, loadProgramme } from "../load-programme.ts";
import { definitionOf, stampVersion } from "../programme-editing/issuing.ts";
import { storeProgramme } from "../programmes.ts";
import { findPending } from "../submissions/pending-bundle.ts";
import type { OfficeRecord, Workspace } from "../workspace.ts";
import { type AllocationRow, allocationRows, calendarRows } from "./rows.ts";

export const difference = api.downward.difference.handler(({ input, context: { workspace }, errors }) => {
  const office = requireOffice(workspace);
  const pending = findPending(workspace, input.previewId);
  if (!pending || pending.verification.manifest.kind !== "programme") throw errors.PREVIEW_UNKNOWN();
  return differenceOf(workspace, office, pending.verification);
});

function differenceOf(
  workspace: Workspace,
  office: OfficeRecord,
  content: VerifiedContent,
): ProgrammeDifference {
  const { manifest } = content;
  if (manifest.kind !== "programme") throw new RangeError(`differenceOf: ${manifest.kind}`);
  const programme = programmeOf(content);
  const loaded = loadProgramme(workspace, programme.code);
  const isHeld = loaded?.row !== undefined;
  const before = isHeld ? loaded.programme.targets : [];
  const differences = differencesBetween(before, programme.targets);
  const own = ownRows(content, office);
  return {
    code: programme.code,
    title: programme.title,
    issuer: programme.issuer,
    version: manifest.programme.version,
    heldVersion: findProgrammeFromAbove(workspace.db, manifest.programme.programme_id) ?? null,
    isHeld,
    effectiveFrom: manifest.programme.effective.from,
    targets: differences.flatMap((line): ProgrammeDifference["targets"] => {
      const found = (list: readonly Target[], id: string) => list.find((one) => one.id === id);
      if (line.kind === "left") {
        const target = found(before, line.parent.id);
        return target ? [{ kind: "left", target }] : [];
      }
      const target = found(programme.targets, line.target.id);
      if (!target) return [];
      if (line.kind === "added") return [{ kind: "added", target }];
      const was = found(before, line.parent.id);
      return was ? [{ kind: "changed", target, before: was, aspects: line.aspects }] : [];
    }),
    unchanged: programme.targets.length - differences.filter(({ kind }) => kind !== "left").length,
    allocations: allocatedTargets(workspace, office, programme, own),
    plannedLosses: lossesOf(programme, own),
    calendar: calendarRows(content).flatMap((row) => {
      const period = parsePeriod(row.period);
      if (!period) return [];
      const now = workspace.datesOf(period);
      const after = {
        cutoffOn: row.cutoff_on,
        collectOn: row.collect_on,
        dueOn: row.due_on,
        isEstimated: row.cutoff_on < period.endOn,
      };
      const isSame =
        now.cutoffOn === after.cutoffOn && now.collectOn === after.collectOn && now.dueOn === after.dueOn;
      return isSame ? [] : [{ period: row.period, before: now, after }];
    }),
  };
}

function ownRows(content: VerifiedContent, office: OfficeRecord): AllocationRow[] {
  return allocationRows(content).filter(({ unit }) => unit === office.uid);
}

function allocatedTargets(
  workspace: Workspace,
  office: OfficeRecord,
  programme: Programme,
  rows: readonly AllocationRow[],
): AllocatedTarget[] {
  const held = loadProgramme(workspace, programme.code)?.row;
  const given = held ? listAllocations(workspace.db, held.id) : [];
  const others = adoptedProgrammes(workspace).filter(({ code }) => code !== programme.code);
  return rows.flatMap(({ target: id, year, amount }) => {
    const target = programme.targets.find((one) => one.id === id);
    if (!target) return [];
    const counted = JSON.stringify(target.indicator);
    return [
      {
        target: id,
        title: target.title,
        measureUnit: target.measureUnit,
        year,
        amount,
        before:
          given.find((share) => share.target === id && share.year === year && share.unitId === office.unitId)
            ?.amount ?? null,
        own: others.flatMap(({ code, targets }) =>
          targets
            .filter(({ indicator }) => JSON.stringify(indicator) === counted)
            .map((same) => ({ programme: code, target: same })),
        ),
      },
    ];
  });
}

/** Gross admissions less net growth of the same year: domain.md §h story 3 expects 420 − 230 = 190. */
function lossesOf(
  { targets }: Programme,
  rows: readonly AllocationRow[],
): ProgrammeDifference["plannedLosses"] {
  const amountOf = (year: number, isAsked: (target: Target) => boolean) =>
    rows.find((row) => row.year === year && targets.some((one) => one.id === row.target && isAsked(one)))
      ?.amount;
  return [...new Set(rows.map(({ year }) => year))].flatMap((year) => {
    const gross = amountOf(
      year,
      ({ indicator: { numerator } }) =>
        numerator.kind === "sum" &&
        numerator.elements.length === 1 &&
        numerator.elements[0] === "membersAdmitted",
    );
    const net = amountOf(
      year,
      ({ indicator: { numerator } }) =>
        numerator.kind === "netChange" && numerator.element === "membersTotal",
    );
    if (gross === undefined || net === undefined) return [];
    return [{ year, gross, net, losses: plannedLosses(gross, net) }];
  });
}

/**
 * Takes a programme from above: a first version is adopted, a later one stamped; the shares and days it states replace those
 * held. Shares given to grassroots unions stay. Call inside the transaction that takes the bundle in.
 */
export function adoptFromAbove(workspace: Workspace, office: OfficeRecord, content: VerifiedContent): void {
  const { db } = workspace;
  const { manifest } = content;
  if (manifest.kind !== "programme") throw new RangeError(`adoptFromAbove: ${manifest.kind}`);
  const programme = programmeOf(content);
  const stated = { decision: programme.symbol, validFrom: manifest.programme.effective.from };
  const held = loadProgramme(workspace, programme.code)?.row;
  if (!held) storeProgramme(workspace, programme, false, office.unitId);
  else if (held.definition !== definitionOf(programme) || held.state !== programme.state)
    stampVersion(workspace, held, programme, stated);
  const row = loadProgramme(workspace, programme.code)?.row;
  if (!row) throw new RangeError(`adoptFromAbove: ${programme.code}`);
  if (listVersions(db, row.id).length === 0) {
    const { version, state, definition, definitionSha256 } = row;
    const act = workspace.act();
    insertVersion(db, row.id, {
      ...stated,
      version,
      state,
      definition,
      definitionSha256,
      stampedAt: act.at,
      author: act.actor,
    });
  }
  const rows = ownRows(content, office);
  const years = new Set(allocationRows(content).map(({ year }) => year));
  for (const share of listAllocations(db, row.id))
    if (share.unitId === office.unitId && years.has(share.year))
      deleteAllocation(db, row.id, share.target, office.unitId, share.year);
  for (const { target, year, amount } of rows) setAllocation(db, row.id, target, office.unitId, year, amount);
  const days = calendarRows(content);
  for (const { period: code, cutoff_on, collect_on, due_on } of days) {
    const period = parsePeriod(code);
    if (!period) continue;
    workspace.ensurePeriod(period);
    setPeriodDates(db, period, { cutoffOn: cutoff_on, collectOn: collect_on, dueOn: due_on });
  }
  appendAudit(db, workspace.act(), "programme.receive", programme.code, {
    version: manifest.programme.version,
    from: manifest.issuer.unit_code,
    shares: rows,
    days: days.length,
  });
}
