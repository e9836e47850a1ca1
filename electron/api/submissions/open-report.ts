// A report read again exactly as it was sent: from its bundle alone, nothing of it from this office's own tables.
import type { ReportFigures, ReportView } from "../../../shared/contract/submissions.ts";
import { DATA_ELEMENTS, findElement } from "../../../shared/catalogue/elements.ts";
import { isApplicable } from "../../../shared/domain/data-element.ts";
import { ENTRY_STATES } from "../../../shared/domain/entry.ts";
import { measureUnitOf } from "../../../shared/domain/evaluate/average.ts";
import { EMPLOYER_TYPES } from "../../../shared/domain/org-unit.ts";
import { elementsIn } from "../../../shared/domain/evaluate/conditions.ts";
import { type CountedRegister, EVALUATION_STATUSES } from "../../../shared/domain/evaluation.ts";
import { type Period, periodOf } from "../../../shared/domain/period.ts";
import { type Target, targetAsGiven, targetInForce } from "../../../shared/domain/target.ts";
import { findReceived } from "../../database/queries/received.ts";
import { findSubmission } from "../../database/queries/submissions.ts";
import { bundleCode } from "../../exchange/bundle-code.ts";
import type { ManifestOf } from "../../exchange/manifest.ts";
import type { VerifiedContent } from "../../exchange/verifier.ts";
import {
  entryRowsByParts,
  evaluationRows,
  incompleteReasonIn,
  tableRows,
  targetRows,
  outsideAt,
  definitionOf,
  elementWords,
  programmeTitleIn,
  unapprovedIn,
} from "../bundle/content-check.ts";
import { paperIn } from "../bundle/paper-document.ts";
import {
  type EntryRow,
  type EvaluationRow,
  ExplanationRowV1,
  INCOMPLETE,
  type UnitRow,
  UnitRowV1,
} from "../bundle/rows.ts";
import { openReport } from "../corrections/report-content.ts";
import { formOf, selfFormOf } from "../form-reader.ts";
import { api } from "../implementation.ts";
import { loadProgramme } from "../load-programme.ts";
import { inTurns } from "../turns.ts";
import type { Workspace } from "../workspace.ts";
import { totalsOf } from "./preparation.ts";
import { toReceivedRow } from "./received-row.ts";
import { toSubmissionRow } from "./submission-row.ts";

export const open = api.submissions.open.handler(async function* ({
  input,
  context: { workspace },
  errors,
  signal,
}) {
  yield { step: "unpacking", done: 0, total: 0 };
  const { content, manifest } = await openReport(workspace, input.digest, errors);
  if (!manifest.context?.period) throw errors.BUNDLE_UNKNOWN();
  const entries = yield* inTurns(workspace, entryRowsByParts(content), signal);
  return reportView(workspace, content, manifest, entries, input.period);
});

function reportView(
  workspace: Workspace,
  content: VerifiedContent,
  manifest: ManifestOf<"submission">,
  entries: readonly EntryRow[],
  wanted: string | undefined,
): ReportView {
  const period = periodOf(manifest.context?.period ?? "");
  const { issuer, totals } = manifest;
  const received = findReceived(workspace.db, content.digest);
  const sent = received ? undefined : findSubmission(workspace.db, content.digest);
  const units = [...tableRows(content, "units.v1")].map((row) => UnitRowV1.parse(row));
  const codes = [...new Set(entries.map((row) => row.period))];
  const unapproved = unapprovedIn(content);
  const explanations = [...tableRows(content, "explanations.v1")].map((row) => ExplanationRowV1.parse(row));
  const unitOf = new Map(units.map((unit) => [unit.uid, unit]));
  const paper = paperIn(content) ?? null;
  const shown = periodOf(codes.includes(wanted ?? "") && wanted ? wanted : period.code);
  return {
    digest: content.digest,
    code: bundleCode(content.digest),
    issuer: { code: issuer.unit_code, name: issuer.unit_name, signer: issuer.signer_name },
    form: period.rhythm,
    period: period.code,
    correction: manifest.submission.revision,
    createdAt: manifest.created_at,
    received: received ? toReceivedRow(workspace, received) : null,
    sent: sent ? toSubmissionRow(sent) : null,
    totals: totalsOf(totals, period),
    counts: {
      units: totals["units"] ?? 0,
      unitsAnswered: totals["units_answered"] ?? 0,
      entries: totals["entries"] ?? 0,
    },
    unapproved,
    incompleteReason: incompleteReasonIn(content),
    documentNumber: paper ? paper.documentNumber : (sent?.documentNumber ?? null),
    hasPaper: paper !== null,
    programmes: programmesIn(workspace, content, entries, new Set(unapproved), period.code),
    explanations: explanations
      .filter(({ rule }) => rule !== INCOMPLETE)
      .map(({ unit, rule, text }) => ({
        unitCode: unitOf.get(unit)?.code ?? issuer.unit_code,
        unitName: unitOf.get(unit)?.name ?? issuer.unit_name,
        rule,
        text,
      })),
    units: units.map((unit) => ({
      uid: unit.uid,
      code: unit.code,
      name: unit.name,
      employerType: unit.employer_type,
      workforce: unit.workforce,
      establishedOn: unit.established_on,
      endedOn: unit.ended_on,
    })),
    periods: codes,
    figures: figuresOf(content, entries, units, shown),
  };
}

/** Verdicts as the sender judged them, by programme. */
function programmesIn(
  workspace: Workspace,
  content: VerifiedContent,
  entries: readonly EntryRow[],
  unapproved: ReadonlySet<string>,
  period: string,
): ReportView["programmes"] {
  const provisional = new Set(
    entries.filter((row) => unapproved.has(row.period)).map(({ element }) => element),
  );
  const rows = targetRows(content);
  const targets = new Map(rows.map((row) => [`${row.programme} ${row.target}`, row]));
  const hasEmployers = !tableRows(content, "employers.v1").next().done;
  const byProgramme = new Map<string, ReportView["programmes"][number]["lines"][number][]>();
  for (const row of evaluationRows(content)) {
    const target = targets.get(`${row.programme} ${row.target}`);
    const lines = byProgramme.get(row.programme) ?? [];
    byProgramme.set(row.programme, lines);
    const definition = target && definitionOf(target);
    lines.push({
      target: row.target,
      title: target?.title ?? row.target,
      status: EVALUATION_STATUSES.find((status) => status === row.status) ?? "notComparable",
      display: row.display,
      displayTarget: row.display_target,
      asked: definition && !definition.qualitative ? askedIn(row, definition) : null,
      unitsCounted: row.units_counted,
      unitsMissing: row.units_missing,
      register: definition ? registerOf(definition, hasEmployers) : null,
      isProvisional:
        definition !== undefined &&
        elementsIn(definition.indicator).some((element) => provisional.has(element)),
    });
  }
  return [...byProgramme].map(([code, lines]) => ({
    code,
    title: programmeTitleIn(rows, code) ?? loadProgramme(workspace, code)?.programme.title ?? code,
    outside: outsideAt(rows, code, period),
    lines,
  }));
}

/** As the sender's program counted it: without employers in its register the office's own figure stood. */
function registerOf({ indicator }: Target, hasEmployers: boolean): CountedRegister | null {
  if (indicator.numerator.kind === "countEstablished") return "units";
  return indicator.numerator.kind === "countEmployers" && hasEmployers ? "employers" : null;
}

/** The amount that was given to the sender may be another one than the definition's. */
function askedIn(
  row: EvaluationRow,
  definition: Target,
): ReportView["programmes"][number]["lines"][number]["asked"] {
  const inForce = targetInForce(definition, periodOf(row.period).endOn);
  const isAsWritten = row.comparator === inForce.comparator && row.amount === inForce.value.amount;
  return {
    ...targetAsGiven(inForce, isAsWritten ? undefined : row.amount),
    measureUnit: measureUnitOf(definition),
  };
}

/** Figures by unit of one period of the report; the sending office's own stand in the first row. */
function figuresOf(
  content: VerifiedContent,
  entries: readonly EntryRow[],
  units: readonly UnitRow[],
  period: Period,
): ReportFigures {
  const { issuer } = content.manifest;
  const rows = entries.filter((row) => row.period === period.code);
  const answered = new Set(rows.map(({ unit }) => unit));
  const elements = new Set(rows.map(({ element }) => element));
  const shown = [
    ...(answered.has(issuer.unit_id)
      ? [{ uid: issuer.unit_id, code: issuer.unit_code, name: issuer.unit_name, isAnswered: true }]
      : []),
    ...units
      .filter(
        ({ uid, established_on, ended_on }) =>
          answered.has(uid) ||
          ((established_on ?? "0000") <= period.endOn && (ended_on ?? "9999") >= period.startOn),
      )
      .map(({ uid, code, name }) => ({ uid, code, name, isAnswered: answered.has(uid) })),
  ];
  const columns = [...elementWords(tableRows(content, "elements.v1")).values()].filter(({ code }) =>
    elements.has(code),
  );
  const columnOf = new Map(columns.map(({ code }, index) => [code, index]));
  const rowOf = new Map(shown.map(({ uid }, index) => [uid, index]));
  const cells = columns.map(() => ({
    states: shown.map(() => -1),
    values: shown.map((): number | null => null),
    estimated: [] as number[],
    notAsked: [] as number[],
  }));
  for (const row of rows) {
    const column = cells[columnOf.get(row.element) ?? -1];
    const index = rowOf.get(row.unit);
    if (!column || index === undefined) continue;
    column.states[index] = ENTRY_STATES.indexOf(row.state);
    column.values[index] = row.value;
    if (row.is_estimate) column.estimated.push(index);
  }
  const isAsked = isAskedIn(period, issuer.unit_id, units);
  columns.forEach(({ code }, column) => {
    shown.forEach(({ uid }, index) => {
      if (cells[column]?.states[index] === -1 && !isAsked(code, uid)) cells[column].notAsked.push(index);
    });
  });
  return {
    period: period.code,
    columns: columns.map(({ code, number, label, measure_unit: measureUnit }) => ({
      element: code,
      number,
      label,
      measureUnit,
      type: DATA_ELEMENTS.find((element) => element.code === code)?.type ?? "count",
    })),
    units: shown,
    cells,
  };
}

/** Whether a unit of a report is asked for an element; of an element that is not known here everybody is. */
function isAskedIn(
  period: Period,
  office: string,
  units: readonly UnitRow[],
): (code: string, uid: string) => boolean {
  const codesOf = (form: ReturnType<typeof selfFormOf>) =>
    new Set<string>(form?.cells.map(({ element }) => element.code));
  const [ofUnits, ofOffice] = [codesOf(formOf(period)), codesOf(selfFormOf(period))];
  const employerTypes = new Map(
    units.map(({ uid, employer_type }) => [
      uid,
      EMPLOYER_TYPES.find((type) => type === employer_type) ?? null,
    ]),
  );
  return (code, uid) => {
    const element = findElement(code);
    if (!element) return true;
    if (uid === office) return ofOffice.has(code);
    if (ofOffice.has(code) && !ofUnits.has(code)) return false;
    return isApplicable(element, employerTypes.get(uid) ?? null);
  };
}
