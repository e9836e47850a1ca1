// What the unions of the demo office reported: growth, a strike, unions that did not answer, one founded and one
// dissolved in mid-year. Every figure keeps the block rules of domain.md §c.3.
// Over 300 lines because the figures of one union follow from each other.
import { GRADES } from "../../../shared/domain/data-element.ts";
import { ENTERPRISES, type EmployerType } from "../../../shared/domain/org-unit.ts";
import { Random } from "./random.ts";
import type { DemoUnit } from "./register.ts";

export interface DemoFigure {
  readonly unit: number;
  readonly element: string;
  readonly period: string;
  /** null: không phát sinh. */
  readonly value: number | null;
}

/** Stocks of one union that carry over from month to month. */
interface Stocks {
  workers: number;
  members: number;
  /** Union fund collected since 1 January, đồng. */
  collected: number;
}

/** All figures of all unions, period by period, in the order they would have been entered. */
export function* makeFigures(
  units: readonly DemoUnit[],
  firstYear: number,
  years: number,
  seed: number,
): Generator<DemoFigure> {
  const stocks = units.map(
    (unit): Stocks => ({
      workers: unit.workforce,
      members: Math.floor((unit.workforce * 88) / 100),
      collected: 0,
    }),
  );
  for (let year = firstYear; year < firstYear + years; year += 1) {
    for (const [index, unit] of units.entries()) {
      const stock = stocks[index];
      if (stock)
        yield* yearOf(
          index,
          unit,
          year,
          year === firstYear + years - 1,
          stock,
          new Random(seed).fork(index * 31 + year),
        );
    }
  }
}

function* yearOf(
  index: number,
  unit: DemoUnit,
  year: number,
  isLatest: boolean,
  stock: Stocks,
  random: Random,
): Generator<DemoFigure> {
  const isEnterprise = ENTERPRISES.some((type) => type === unit.employerType);
  const isLabour = isEnterprise || unit.employerType === "nonPublicServiceUnit";
  const flows = { admitted: 0, decreased: 0 };
  stock.collected = 0;
  let lastMonth = 0;
  for (let month = 1; month <= 12; month += 1) {
    if (!isAliveAtEnd(unit, year, month)) continue;
    const isSilent = isLatest && index % 40 === 5 && month === 12;
    if (isSilent) continue;
    lastMonth = month;
    const admitted = random.chance(22) ? random.whole(1, Math.max(1, Math.floor(stock.workers / 70))) : 0;
    const transferredIn = random.chance(2) ? 1 : 0;
    const decreased = random.chance(12) ? random.whole(1, Math.max(1, Math.floor(stock.workers / 100))) : 0;
    stock.members += admitted + transferredIn - decreased;
    stock.workers = Math.max(stock.workers + random.whole(-1, 1) + (admitted > 2 ? 1 : 0), stock.members);
    flows.admitted += admitted;
    flows.decreased += decreased;
    const period = `${year}-M${String(month).padStart(2, "0")}`;
    const at = (element: string, value: number | null): DemoFigure => ({
      unit: index,
      element,
      period,
      value,
    });
    yield at("workersTotal", stock.workers);
    yield at("membersTotal", stock.members);
    yield at("membersAdmitted", admitted === 0 ? null : admitted);
    yield at("membersAdmittedInformal", unit.kind === "occupationalUnion" && admitted > 0 ? admitted : null);
    yield at("membersTransferredIn", transferredIn === 0 ? null : transferredIn);
    yield at("membersDecreased", decreased === 0 ? null : decreased);
    if (isLabour) yield* disputes(at, unit, year, month, isLatest && index === STRUCK, stock.workers);
    if (month % 3 === 0) yield* quarterOf(index, unit, year, month / 3, stock, flows, random, isLabour);
    if (month % 3 === 0) flows.decreased = 0;
    if (month === 6 || month === 9 || month === 12)
      yield* halfOf(index, unit, year, month, stock, isEnterprise);
  }
  if (lastMonth === 12)
    yield* annualOf(index, unit, year, stock, flows.admitted, random, isEnterprise, isLabour);
}

/** Place of the enterprise that went on strike. */
const STRUCK = 3;

/** One strike, in March of the latest year; the union helped settle it (story 5). */
function* disputes(
  at: (element: string, value: number | null) => DemoFigure,
  unit: DemoUnit,
  year: number,
  month: number,
  isStruck: boolean,
  workers: number,
): Generator<DemoFigure> {
  const isStrike = isStruck && month === 3;
  const isStoppage =
    month === 8 && unit.employerType === "fdiEnterprise" && (Number(unit.code.slice(2)) + year) % 11 === 0;
  yield at("collectiveDisputes", null);
  yield at("collectiveDisputesWithUnion", null);
  yield at("workStoppages", isStoppage ? 1 : null);
  yield at("workStoppagesWithUnion", isStoppage ? 1 : null);
  yield at("strikes", isStrike ? 1 : null);
  yield at("strikesWithUnion", isStrike ? 1 : null);
  yield at("stoppageParticipants", isStrike || isStoppage ? Math.min(300, workers) : null);
}

function* quarterOf(
  index: number,
  unit: DemoUnit,
  year: number,
  quarter: number,
  stock: Stocks,
  flows: { decreased: number },
  random: Random,
  isLabour: boolean,
): Generator<DemoFigure> {
  const at = (element: string, value: number | null): DemoFigure => ({
    unit: index,
    element,
    period: `${year}-Q${quarter}`,
    value,
  });
  const orNothing = (value: number) => (value === 0 ? null : value);
  const female = unit.employerType === "publicServiceUnit" ? 70 : 45;
  yield at("workersFemale", Math.floor((stock.workers * female) / 100));
  yield at("membersFemale", Math.floor((stock.members * female) / 100));
  const reasons = [
    "transferredOut",
    "retired",
    "contractEnded",
    "resigned",
    "died",
    "unionDissolved",
    "other",
  ];
  const contractEnded = isLabour ? Math.ceil(flows.decreased / 2) : 0;
  const split = [flows.decreased - contractEnded, 0, contractEnded, 0, 0, 0, 0];
  for (const [place, reason] of reasons.entries())
    yield at(`membersDecreasedBy.${reason}`, orNothing(split[place] ?? 0));
  const sessions = random.whole(0, 3);
  yield at("infoSessions", orNothing(sessions));
  yield at("infoAttendances", orNothing(sessions * Math.floor(stock.workers / 2)));
  if (ENTERPRISES.some((type) => type === unit.employerType)) {
    const periodic = hasDialogue(unit, year) && quarter % 2 === 0 ? 1 : 0;
    yield at("dialogueCount.periodic", orNothing(periodic));
    yield at("dialogueCount.onCase", null);
    yield at("dialogueCount.onRequest", null);
  }
  if (isLabour) {
    const agreements = hasAgreement(unit, year) ? 1 : 0;
    yield at("claInForce", agreements);
    yield at("claCount", agreements);
    yield at("claMoreFavourable", agreements === 1 && index % 17 !== 3 ? 1 : 0);
    yield at("claNew", null);
    yield at("claAmended", null);
  }
  const accidents = isLabour && random.chance(3) ? 1 : 0;
  yield at("workAccidents", orNothing(accidents));
  yield at("accidentDeaths", null);
  yield at("accidentInjured", orNothing(accidents));
  const support = random.whole(0, 3);
  yield at("supportTurns", orNothing(support));
  yield at("supportAmount", orNothing(support * 500_000));
  const introduced = random.chance(30) ? 1 : 0;
  yield at("outstandingIntroduced", orNothing(introduced));
  yield at("outstandingAdmitted", null);
  yield at("outstandingWorkers", orNothing(isLabour ? introduced : 0));
  const fund = stock.workers * 3 * 106_000;
  yield at("unionFundDue", fund);
  stock.collected += collectedFund(fund, index);
  yield at("unionFundCollected", collectedFund(fund, index));
  yield at("memberDuesDue", stock.members * 3 * 53_000);
  yield at("memberDuesCollected", stock.members * 3 * 53_000);
}

/** Asked at 6, 9 and 12 months, cumulative since 1 January: each is at least the one before. */
function* halfOf(
  index: number,
  unit: DemoUnit,
  year: number,
  month: number,
  stock: Stocks,
  isEnterprise: boolean,
): Generator<DemoFigure> {
  const period = month === 6 ? `${year}-H1` : month === 9 ? `${year}-9M` : String(year);
  const at = (element: string, value: number | null): DemoFigure => ({ unit: index, element, period, value });
  const share = (percent: number, of: number) => Math.floor((Math.floor((of * month) / 12) * percent) / 100);
  const people = Math.min(stock.workers, unit.workforce);
  const members = Math.min(stock.members, Math.floor((unit.workforce * 80) / 100));
  yield at("unionOfficersTrained", share(90, officersOf(unit)));
  yield at("peopleInformed", share(92, people));
  yield at("membersInformed", share(92, Math.min(members, people)));
  if (isEnterprise) {
    yield at("dialogueHeld", hasDialogue(unit, year) ? 1 : 0);
    yield at("employeeConferenceHeld", Number(unit.code.slice(2)) % 9 === 4 ? 0 : 1);
  } else if (unit.employerType === "adminAgency" || unit.employerType === "publicServiceUnit") {
    yield at("cadreConferenceHeld", 1);
  }
  yield at("authorityDialogueCount", index % 3 === 0 ? 1 : null);
  const hardship = index % 4 === 0 ? Math.floor((2 * month) / 6) : 0;
  yield at("hardshipMembers", hardship === 0 ? null : hardship);
  yield at("hardshipMembersVisited", hardship === 0 ? null : hardship);
  yield at("welfareAgreementsSigned", null);
  yield at("membersBenefiting", share(34, members));
  yield at("welfareTurns", share(50, members));
  yield at("welfareAmount", share(50, members) * 120_000);
  yield at("sheltersBuilt", index % 60 === 7 && month >= 9 ? 1 : null);
  yield at("sheltersRepaired", index % 60 === 21 ? 1 : null);
  yield at("cultureParticipants", share(82, people));
  yield at("unionMealTurns", share(20, people));
  yield at("peopleUpskilled", share(76, people));
  yield at("membersUpskilled", share(64, members));
  const ideas = Math.floor(((index % 5) * month) / 6);
  yield at("initiatives.solution", null);
  yield at("initiatives.initiative", ideas === 0 ? null : ideas);
  yield at("initiatives.technicalImprovement", null);
  yield at("initiatives.research", null);
  yield at("unionFundRetained", retainedFund(stock, index));
  yield at("inspectionsCharter", index % 6 === 0 && month >= 9 ? 1 : null);
  yield at("inspectionsFinance", index % 6 === 0 && month >= 9 ? 1 : null);
  yield at("violationsFound", null);
  yield at("complaints", null);
}

function* annualOf(
  index: number,
  unit: DemoUnit,
  year: number,
  stock: Stocks,
  admitted: number,
  random: Random,
  isEnterprise: boolean,
  isLabour: boolean,
): Generator<DemoFigure> {
  const at = (element: string, value: number | null): DemoFigure => ({
    unit: index,
    element,
    period: String(year),
    value,
  });
  yield at("tetTurns", Math.floor(stock.members / 3));
  yield at("tetAmount", Math.floor(stock.members / 3) * 300_000);
  yield at("unionOfficers", officersOf(unit));
  yield at("resolutionPlanAdopted", index % 13 === 6 ? 0 : 1);
  if (isEnterprise) yield at("otherDemocracyForm", 1);
  yield at("authorityDialogueProposed", index % 3 === 0 ? 1 : 0);
  yield at("democracyRegulation", 1);
  if (
    unit.employerType === "adminAgency" ||
    unit.employerType === "publicServiceUnit" ||
    unit.employerType === "stateEnterprise"
  )
    yield at("peoplesInspectorate", 1);
  if (isLabour) {
    const grade = hasAgreement(unit, year) ? ["A", "B", "B", "C", "C", "ungraded"][index % 6] : undefined;
    for (const name of ["A", "B", "C", "D", "ungraded"])
      yield at(`claByGrade.${name}`, grade === name ? 1 : 0);
    yield at("claEligible", 1);
    yield at("shiftMealValue", 18_000 + (index % 14) * 1000);
  }
  yield at("welfareAgreementsActive", null);
  yield at("reskillingPolicyInput", index % 3 === 2 ? 0 : 1);
  yield at("initiativeBenefit", admitted > 4 ? admitted * 5_000_000 : null);
  yield at("effectiveModels", index % 19 === 11 ? 0 : 1);
  yield at("partyOrganisationExists", isEnterprise && index % 3 !== 0 ? 0 : 1);
  const isNew = unit.establishedOn > `${year - 1}-12-31`;
  const score = isNew ? 0 : random.whole(6200, 9800);
  if (!isNew) {
    yield at("selfScore", Math.min(score + 150, 10_000));
    yield at("verifiedScore", score);
  }
  yield at(
    "qualityGrade",
    GRADES.indexOf(
      isNew
        ? "notRated"
        : score >= 9000
          ? "excellent"
          : score >= 7000
            ? "good"
            : score >= 5000
              ? "completed"
              : "notCompleted",
    ),
  );
  yield at("financeDisclosed", 1);
  yield at("financeSettled", 1);
  yield at("financeInspected", index % 4 === 0 ? 1 : 0);
  yield at("selfInspectionDone", 1);
  yield at("womenCommittee", stock.workers > 20 ? 1 : 0);
}

/** What the office answers about itself. */
export function* makeSelfFigures(firstYear: number, years: number): Generator<Omit<DemoFigure, "unit">> {
  for (let year = firstYear; year < firstYear + years; year += 1) {
    const at = (element: string, value: number | null) => ({ element, period: String(year), value });
    for (const rhythm of ["H1", "9M", ""]) {
      const period = rhythm === "" ? String(year) : `${year}-${rhythm}`;
      yield { element: "authorityDialogueCount", period, value: rhythm === "H1" ? 1 : 2 };
      yield { element: "sheltersBuilt", period, value: rhythm === "H1" ? null : 2 };
      yield { element: "sheltersRepaired", period, value: null };
    }
    yield at("resolutionPlanAdopted", 1);
    yield at("authorityDialogueProposed", 1);
    yield at("reskillingPolicyInput", 1);
    yield at("effectiveModels", 2);
    yield at("ownGrade", GRADES.indexOf(year % 2 === 0 ? "excellent" : "good"));
    yield at("financeDisclosed", 1);
    yield at("financeSettled", 1);
    yield at("financeInspected", 1);
  }
}

function isAliveAtEnd(unit: DemoUnit, year: number, month: number): boolean {
  const end = `${year}-${String(month).padStart(2, "0")}-31`;
  return unit.establishedOn <= end && (unit.endedOn === null || unit.endedOn >= end);
}

function officersOf(unit: DemoUnit): number {
  return 3 + Math.floor(unit.workforce / 40);
}

function hasDialogue(unit: DemoUnit, year: number): boolean {
  return (Number(unit.code.slice(2)) * 7 + year) % 8 !== 0;
}

/** More agreements each year. */
function hasAgreement(unit: DemoUnit, year: number): boolean {
  return Number(unit.code.slice(2)) % 10 < 6 + (year % 4) || isLarge(unit.employerType);
}

function isLarge(employerType: EmployerType): boolean {
  return employerType === "fdiEnterprise" || employerType === "stateEnterprise";
}

function collectedFund(due: number, index: number): number {
  return index % 9 === 4 ? Math.floor(due / 2) : due;
}

/** 75 % of what was collected so far; a few unions deviate, as they do. */
function retainedFund(stock: Stocks, index: number): number {
  return Math.floor((stock.collected * (index % 29 === 8 ? 70 : 75)) / 100);
}
