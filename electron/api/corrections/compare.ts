// A correction beside the sending it replaced: both read from their bundles, so that both offices see the same.
import { elementByCode, findElement } from "../../../shared/catalogue/elements.ts";
import type { Comparison, CorrectedCell } from "../../../shared/contract/corrections.ts";
import { periodOf } from "../../../shared/domain/period.ts";
import { findForgottenRow } from "../../database/queries/forgotten.ts";
import { bundleCode } from "../../exchange/bundle-code.ts";
import { correctionRowsIn } from "../bundle/content-check.ts";
import { totalLines } from "../bundle/totals.ts";
import { formOf } from "../form-reader.ts";
import { api, requireOffice } from "../implementation.ts";
import { namedElement } from "./remark-view.ts";
import {
  figuresIn,
  isSameFigure,
  openReport,
  placeKey,
  type ReportContent,
  unitsIn,
} from "./report-content.ts";

export const compare = api.corrections.compare.handler(async ({ input, context: { workspace }, errors }) => {
  requireOffice(workspace);
  const after = await openReport(workspace, input.digest, errors);
  const replaced = after.manifest.submission.supersedes;
  if (!replaced) throw errors.NOT_CORRECTION();
  if (findForgottenRow(workspace.db, replaced.manifest_sha256)) throw errors.REPORT_FORGOTTEN();
  const before = await openReport(workspace, replaced.manifest_sha256, errors);
  return comparisonOf(before, after);
});

function comparisonOf(before: ReportContent, after: ReportContent): Comparison {
  const [reported, corrected] = [figuresIn(before), figuresIn(after)];
  const units = new Map([...unitsIn(before), ...unitsIn(after)]);
  const stated = new Map(correctionRowsIn(after.content).map((row) => [placeKey(row), row]));
  const places = [...new Set([...reported.keys(), ...corrected.keys()])];
  const lines = places.flatMap((key): CorrectedCell[] => {
    const [was, is] = [reported.get(key) ?? null, corrected.get(key) ?? null];
    if (isSameFigure(was, is)) return [];
    const [unit = "", element = "", period = ""] = key.split(" ");
    return [
      {
        unit: units.get(unit) ?? { uid: unit, code: "", name: unit },
        element: namedElement(element),
        type: findElement(element) ? elementByCode(element).type : "count",
        period,
        reported: was,
        corrected: is,
        reason: stated.get(key)?.reason ?? "",
        suggestion: null,
        author: stated.get(key)?.author || null,
      },
    ];
  });
  return { before: sideOf(before), after: sideOf(after), lines, totals: totalsOf(before, after) };
}

function sideOf({ content, manifest }: ReportContent): Comparison["before"] {
  return {
    digest: content.digest,
    code: bundleCode(content.digest),
    correction: manifest.submission.revision,
  };
}

/** Control totals that differ, in the order of the form. */
function totalsOf(before: ReportContent, after: ReportContent): Comparison["totals"] {
  const period = after.manifest.context?.period;
  if (period === undefined) return [];
  const elements = formOf(periodOf(period)).cells.map((cell) => cell.element.code);
  const [old, now] = [before, after].map(
    ({ manifest }) =>
      new Map(totalLines(manifest.totals, elements).map((line) => [line.element, line.value])),
  );
  return elements.flatMap((element) => {
    const [was, is] = [old?.get(element) ?? null, now?.get(element) ?? null];
    return was === is ? [] : [{ element, label: elementByCode(element).label, before: was, after: is }];
  });
}
