// Puts the report together (domain.md §e.2): head, sections with their figures, appendices.
import { gradeWordsOf } from "../../../shared/catalogue/grade-schemes.ts";
import type { HeadPart } from "../../../shared/contract/report.ts";
import { isTermOver } from "../../../shared/domain/evaluate/window.ts";
import type { EvaluationStatus } from "../../../shared/domain/evaluation.ts";
import { atOnce, type PartDone } from "../../../shared/domain/parts.ts";
import { contains, type Period, periodsOfYear, samePeriodLastYear } from "../../../shared/domain/period.ts";
import { cutoffLine, dateInWords, documentNumber, numberLine } from "../../../shared/domain/report/lines.ts";
import {
  MISSING_FIGURE,
  type PaperAppendix,
  type PaperReport,
  type PaperSection,
  UNWRITTEN_LINE,
} from "../../../shared/domain/report/paper.ts";
import { fillFigures, type ReportFigure } from "../../../shared/domain/report/placeholders.ts";
import { listEmployers } from "../../database/queries/employers.ts";
import { countEstimated } from "../../database/queries/estimates.ts";
import { periodId } from "../../database/queries/periods.ts";
import { listRegisterEvents } from "../../database/queries/reports.ts";
import { completenessOf } from "../completeness.ts";
import { type JudgedProgramme, judgeProgrammes } from "../evaluation.ts";
import { unitsOf } from "../form-reader.ts";
import { gradeSchemeAt } from "../grade-schemes.ts";
import type { OfficeRecord, Workspace } from "../workspace.ts";
import { employersAppendix, eventsAppendix, statisticsAppendix, unitsAppendix } from "./appendices.ts";
import { type Answered, ANSWERED_LAST_YEAR, reportFigures, UNITS_PARTIAL } from "./figures.ts";
import { gradesAppendix } from "./grades-appendix.ts";
import { keptBody } from "./kept-body.ts";
import { headOf, linesOf, type StoredParts, storedParts, subjectOf, unitColumnsOf } from "./parts.ts";
import { type SectionModel, sectionModels } from "./sentences.ts";
import { targetsAppendix } from "./targets-appendix.ts";
import { formDataOf, readForms, statisticsOf } from "./statistics.ts";

/** What is counted and judged: it stands fast once the period is approved. */
export interface ReportBody {
  readonly models: readonly SectionModel[];
  readonly figures: readonly ReportFigure[];
  /** As the program proposes it. */
  readonly subject: string;
  readonly cutoffLine: string;
  /** Made when they are asked for. */
  readonly appendices: () => readonly PaperAppendix[];
}

/** The report before its figures are put into the sentences; head and words may be changed until it is signed. */
export interface ReportDraft extends ReportBody {
  readonly period: Period;
  readonly head: Readonly<Record<HeadPart, string>>;
  readonly stored: StoredParts;
}

/** A programme of another time has nothing else to say in this period. */
const BESIDE_THE_POINT: ReadonlySet<EvaluationStatus> = new Set(["notComparable", "notApplicable"]);
const ENDINGS: readonly string[] = ["dissolved", "merged", "split", "transferred"];

export function draftOf(workspace: Workspace, office: OfficeRecord, period: Period): ReportDraft {
  const stored = storedParts(workspace, period);
  const body = keptBody(workspace, period) ?? presentBody(workspace, office, period);
  return { ...body, period, stored, head: headOf(workspace, office, period, body.subject, stored) };
}

/** Reads what a draft is made from, a part at a time: made afterwards, it asks for what is known. */
export function* readForDraft(
  workspace: Workspace,
  office: OfficeRecord,
  period: Period,
): Generator<PartDone, void> {
  if (keptBody(workspace, period)) return;
  yield* judgeProgrammes(workspace, office, period);
  yield* readForms(workspace, period);
}

/**
 * The body as figures, register and programmes are now.
 * @param all every adopted programme that has targets
 */
export function presentBody(
  workspace: Workspace,
  office: OfficeRecord,
  period: Period,
  all: readonly JudgedProgramme[] = atOnce(judgeProgrammes(workspace, office, period)),
): ReportBody {
  const { db } = workspace;
  // A target to be reached by the last year is judged for ever, but a term that is over has been reported on.
  const judged = all.filter(
    ({ programme, evaluation }) =>
      !isTermOver(programme.term, period) &&
      evaluation.rows.some(({ status }) => !BESIDE_THE_POINT.has(status)),
  );
  const programmes = judged.map(({ programme }) => programme);
  const evaluations = judged.map(({ evaluation }) => evaluation);
  const statistics = statisticsOf(workspace, office, period);
  const events = listRegisterEvents(db, period.startOn, period.endOn);
  const answered = answeredIn(workspace, period);
  const answeredLastYear = answeredIn(workspace, samePeriodLastYear(period));
  const figures = reportFigures({
    statistics,
    evaluations,
    register: {
      active: unitsOf(workspace, period).filter(({ endedOn }) => (endedOn ?? "9999") >= period.endOn).length,
      established: events.filter(({ kind }) => kind === "established").length,
      ended: events.filter(({ kind }) => ENDINGS.includes(kind)).length,
    },
    answered,
    answeredLastYear,
  });
  // How many stand behind last year's figures is said where the two years are of different unions.
  const isAlike =
    [answered, answeredLastYear].every(({ units, expected }) => units === expected) ||
    statistics.lines.every(({ lastYear, isComparable }) => lastYear === null || isComparable);
  const said = figures.filter(
    ({ code }) =>
      !(isAlike && ANSWERED_LAST_YEAR.includes(code)) &&
      !(statistics.unitsPartial === 0 && code === UNITS_PARTIAL),
  );
  return {
    models: sectionModels(
      new Set(said.map(({ code }) => code)),
      judged.map(({ programme: { symbol }, evaluation }) => ({ ...evaluation, symbol })),
      gradeWordsOf(period.code),
    ),
    figures,
    subject: subjectOf(period, programmes),
    cutoffLine: cutoffLine(
      workspace.datesOf(period).cutoffOn,
      hasEstimates(workspace, period) ? period.endOn : null,
    ),
    appendices: () => {
      const form = formDataOf(workspace, period);
      const grades = gradesAppendix(
        form,
        unitsOf(workspace, period),
        period,
        gradeSchemeAt(workspace, period.endOn),
      );
      return [
        statisticsAppendix(statistics, answered),
        targetsAppendix(programmes, evaluations),
        eventsAppendix(events, period),
        unitsAppendix(form, unitColumnsOf(workspace, period)),
        employersAppendix(listEmployers(db, period.endOn)),
        ...(grades ? [grades] : []),
      ];
    },
  };
}

function answeredIn(workspace: Workspace, period: Period): Answered {
  const { started, expected } = completenessOf(workspace, period);
  return { units: started, expected: expected.length };
}

/** Whether a figure of the period, or of a shorter one that ends with it, is an estimate to its last day. */
function hasEstimates({ db }: Workspace, period: Period): boolean {
  return periodsOfYear(period.year).some(
    (part) => part.endOn === period.endOn && contains(period, part) && countEstimated(db, periodId(part)) > 0,
  );
}

export function paperOf(draft: ReportDraft): PaperReport {
  const { period, head } = draft;
  return {
    form: period.rhythm,
    period: period.code,
    superiorLine: head.superiorLine,
    issuerLine: head.issuerLine,
    numberLine: numberLine(head.number, head.symbolSuffix),
    documentNumber: documentNumber(head.number, head.symbolSuffix),
    issuedOn: head.issuedOn || null,
    placeLine: `${head.place}, ${dateInWords(head.issuedOn || null)}`,
    title: "BÁO CÁO",
    subject: head.subject,
    cutoffLine: draft.cutoffLine,
    sections: sectionsOf(draft),
    recipients: linesOf(head.recipients),
    onBehalfOf: head.onBehalfOf,
    signerTitle: head.signerTitle,
    signerName: head.signerName,
    appendices: draft.appendices(),
  };
}

const ROMAN = ["I", "II", "III", "IV", "V", "VI", "VII", "VIII"];

/** Numbered after what was left out is gone; a heading over nothing goes too. */
function sectionsOf({ models, stored, figures }: ReportDraft): PaperSection[] {
  const byCode = new Map(figures.map((figure) => [figure.code, figure]));
  const kept = models.filter(({ id, text }) => text === null || stored.get(id)?.text !== "");
  const printed = kept.filter(({ level, text }, index) => {
    const next = kept[index + 1];
    return text !== null || (level === 1 && next?.level === 2);
  });
  let upper = 0;
  let lower = 0;
  return printed.map(({ id, level, heading, text }) => {
    if (level === 1) {
      upper += 1;
      lower = 0;
    } else lower += 1;
    const written = linesOf(stored.get(id)?.text ?? text ?? "");
    const paragraphs = written.map((paragraph) => fillFigures(paragraph, byCode, MISSING_FIGURE));
    return {
      id,
      level,
      heading: `${level === 1 ? ROMAN[upper - 1] : lower}. ${heading}`,
      paragraphs: text !== null && paragraphs.length === 0 ? [UNWRITTEN_LINE] : paragraphs,
    };
  });
}
