// A small district whose figures follow from simple sums, and the verdicts worked out from domain.md §b by plain
// arithmetic. Nothing of the program's own evaluation is used here.
// Over 300 lines because figures and verdicts are worked out from the same sums.

interface TestUnit {
  readonly code: string;
  readonly type: string;
  readonly workers: number;
  readonly index: number;
}

const TYPES = [
  "stateEnterprise",
  "privateEnterprise",
  "fdiEnterprise",
  "cooperative",
  "adminAgency",
  "publicServiceUnit",
];
export const YEARS = [2024, 2025] as const;

export const UNITS: readonly TestUnit[] = Array.from({ length: 60 }, (_, index) => ({
  code: `U${String(index + 1).padStart(3, "0")}`,
  type: TYPES[index % TYPES.length] ?? "",
  workers: 20 + ((index * 37) % 90) + (index % 10 === 2 ? 600 : 0),
  index,
}));

const isEnterprise = (unit: TestUnit) => unit.index % 6 < 4;
const isNonState = (unit: TestUnit) => unit.index % 6 >= 1 && unit.index % 6 < 4;
const isState = (unit: TestUnit) => unit.index % 6 === 0 || unit.index % 6 >= 4;
const isAgency = (unit: TestUnit) => unit.index % 6 >= 4;

/** Figures of one unit in one year; flows per month, quarter or year as the element is asked. */
function figuresOf(unit: TestUnit, year: number) {
  const i = unit.index;
  const late = year - 2024;
  return {
    workers: unit.workers,
    members: unit.workers - (i % 7) - (late === 0 ? 3 : 0),
    admittedPerMonth: i % 3,
    informalPerMonth: i % 3 === 2 ? 1 : 0,
    informed: Math.floor((unit.workers * 8) / 10),
    upskilled: Math.floor((unit.workers * 72) / 100),
    dialogue: i % 5 === 3 ? 0 : 1,
    conference: i % 8 === 7 ? 0 : 1,
    cadre: 1,
    benefiting: Math.floor(unit.workers / 6),
    hardship: i % 4,
    visited: i % 4,
    culture: Math.floor((unit.workers * 3) / 4),
    reskilling: i % 3 === 0 ? 0 : 1,
    membersUpskilled: Math.floor((unit.workers * 6) / 10),
    introducedPerQuarter: i % 2 === 0 ? 1 : 0,
    grade: ["excellent", "good", "good", "completed"][(i * 3) % 4] ?? "good",
    collectedPerQuarter: unit.workers * 1000,
    retained: unit.workers * 3000,
    disclosed: 1,
    plan: i % 6 === 5 ? 0 : 1,
    strikesInMay: i === 1 && year === 2025 ? 1 : 0,
    cla: i % 9 === 1 ? 0 : 1,
    favourable: i % 12 === 2 ? 0 : 1,
    claGrade: ["A", "B", "C", "D", "ungraded"][i % 5] ?? "C",
    authorityDialogues: i % 4 === 1 ? 0 : 2,
    built: i % 20 === 0 ? 1 : 0,
    repaired: i % 30 === 7 ? 2 : 0,
    ideas: i % 6,
    models: i === 17 ? 0 : 1,
    officers: 5,
    trained: i % 5 === 0 ? 2 : 4,
  };
}

type Row = readonly [unit: string, element: string, period: string, value: string | number];

/** The entries file, each element at the rhythm it is asked at; the years before only where a target reaches back. */
export function entryRows(officeCode: string): Row[] {
  const rows: Row[] = [];
  for (const unit of UNITS) {
    rows.push(
      [unit.code, "membersTotal", "2020", unit.workers - 10],
      [unit.code, "membersTotal", "2023-M12", unit.workers - 9],
    );
    for (const year of [2021, 2022, 2023]) rows.push([unit.code, "outstandingIntroduced", String(year), 0]);
    for (const year of YEARS) {
      const f = figuresOf(unit, year);
      for (let month = 1; month <= 12; month += 1) {
        const at = `${year}-M${String(month).padStart(2, "0")}`;
        rows.push(
          [unit.code, "workersTotal", at, f.workers],
          [unit.code, "membersTotal", at, f.members],
          [unit.code, "membersAdmitted", at, f.admittedPerMonth],
          [unit.code, "membersAdmittedInformal", at, f.informalPerMonth],
        );
        if (!isEnterprise(unit)) continue;
        for (const kind of ["collectiveDisputes", "workStoppages", "strikes"]) {
          const events = kind === "strikes" && month === 5 ? f.strikesInMay : 0;
          rows.push([unit.code, kind, at, events], [unit.code, `${kind}WithUnion`, at, events]);
        }
      }
      for (let quarter = 1; quarter <= 4; quarter += 1) {
        const at = `${year}-Q${quarter}`;
        rows.push(
          [unit.code, "outstandingIntroduced", at, f.introducedPerQuarter],
          [unit.code, "unionFundCollected", at, f.collectedPerQuarter],
        );
        if (isEnterprise(unit))
          rows.push(
            [unit.code, "claInForce", at, f.cla],
            [unit.code, "claCount", at, f.cla],
            [unit.code, "claMoreFavourable", at, f.cla * f.favourable],
          );
      }
      const year12: Row[] = [
        [unit.code, "peopleInformed", String(year), f.informed],
        [unit.code, "peopleUpskilled", String(year), f.upskilled],
        [unit.code, "membersBenefiting", String(year), f.benefiting],
        [unit.code, "hardshipMembers", String(year), f.hardship],
        [unit.code, "hardshipMembersVisited", String(year), f.visited],
        [unit.code, "cultureParticipants", String(year), f.culture],
        [unit.code, "reskillingPolicyInput", String(year), f.reskilling],
        [unit.code, "membersUpskilled", String(year), f.membersUpskilled],
        [unit.code, "qualityGrade", String(year), f.grade],
        [unit.code, "unionFundRetained", String(year), f.retained],
        [unit.code, "financeDisclosed", String(year), f.disclosed],
        [unit.code, "resolutionPlanAdopted", String(year), f.plan],
        [unit.code, "authorityDialogueCount", String(year), f.authorityDialogues],
        [unit.code, "sheltersBuilt", String(year), f.built],
        [unit.code, "sheltersRepaired", String(year), f.repaired],
        [unit.code, "initiatives.initiative", String(year), f.ideas],
        [unit.code, "initiatives.solution", String(year), 0],
        [unit.code, "initiatives.technicalImprovement", String(year), 0],
        [unit.code, "initiatives.research", String(year), 0],
        [unit.code, "effectiveModels", String(year), f.models],
        [unit.code, "unionOfficers", String(year), f.officers],
        [unit.code, "unionOfficersTrained", String(year), f.trained],
      ];
      rows.push(...year12);
      if (isEnterprise(unit)) {
        rows.push(
          [unit.code, "dialogueHeld", String(year), f.dialogue],
          [unit.code, "employeeConferenceHeld", String(year), f.conference],
        );
        for (const grade of ["A", "B", "C", "D", "ungraded"])
          rows.push([
            unit.code,
            `claByGrade.${grade}`,
            String(year),
            f.cla === 1 && f.claGrade === grade ? 1 : 0,
          ]);
      }
      if (isAgency(unit)) rows.push([unit.code, "cadreConferenceHeld", String(year), f.cadre]);
    }
  }
  for (const year of YEARS) {
    const self: readonly (readonly [string, string | number])[] = [
      ["resolutionPlanAdopted", 1],
      ["authorityDialogueCount", 1],
      ["reskillingPolicyInput", 1],
      ["effectiveModels", 1],
      ["ownGrade", "good"],
      ["financeDisclosed", 1],
      ["financeSettled", 1],
      ["financeInspected", 0],
      ["sheltersBuilt", 0],
      ["sheltersRepaired", 1],
    ];
    for (const [element, value] of self) rows.push([officeCode, element, String(year), value]);
    rows.push(
      [officeCode, "employers20Plus", String(year), 80],
      [officeCode, "employers20PlusWithUnion", String(year), 80],
    );
  }
  return rows;
}

export interface Expected {
  readonly status: string;
  readonly numerator: number | null;
  readonly denominator: number | null;
}

const sum = (units: readonly TestUnit[], of: (unit: TestUnit) => number) =>
  units.reduce((total, unit) => total + of(unit), 0);

/** Verdicts of all 47 targets: TLD-2021 and AG-1979 for 2025, BT-2024 for 2024. */
export function expectedVerdicts(): Record<string, Expected> {
  const year = 2025;
  const f = (unit: TestUnit) => figuresOf(unit, year);
  const enterprises = UNITS.filter(isEnterprise);
  const state = UNITS.filter((unit) => unit.type === "stateEnterprise");
  const nonState = UNITS.filter(isNonState);
  const agencies = UNITS.filter(isAgency);
  const withCla = enterprises.filter((unit) => f(unit).cla === 1);

  const share = (
    numerator: number,
    denominator: number,
    percent: number,
    comparator: "gte" | "gt" | "eq",
  ): Expected => {
    const [left, right] = [numerator * 100, percent * denominator];
    const isMet = comparator === "gte" ? left >= right : comparator === "gt" ? left > right : left === right;
    return { status: isMet ? "met" : "notMet", numerator, denominator };
  };
  const people = (
    of: (unit: TestUnit) => number,
    over: (unit: TestUnit) => number,
    percent: number,
    comparator: "gte" | "gt" | "eq" = "gte",
    units: readonly TestUnit[] = UNITS,
  ) => share(sum(units, of), sum(units, over), percent, comparator);
  const units = (
    among: readonly TestUnit[],
    is: (unit: TestUnit) => boolean,
    percent: number,
    comparator: "gte" | "eq" = "gte",
    self?: boolean,
  ) =>
    share(
      among.filter(is).length + (self === true ? 1 : 0),
      among.length + (self === undefined ? 0 : 1),
      percent,
      comparator,
    );
  const count = (numerator: number, asked: number): Expected => ({
    status: numerator > asked ? "exceeded" : numerator === asked ? "met" : "notMet",
    numerator,
    denominator: null,
  });
  const mean = (numerator: number): Expected => ({
    status: numerator >= UNITS.length ? "met" : "notMet",
    numerator,
    denominator: UNITS.length,
  });
  const own = (isYes: boolean): Expected => ({
    status: isYes ? "met" : "notMet",
    numerator: isYes ? 1 : 0,
    denominator: 1,
  });
  const good = (unit: TestUnit) => f(unit).grade === "excellent" || f(unit).grade === "good";
  const large = enterprises.filter((unit) => unit.workers >= 500);
  const net = (from: (unit: TestUnit) => number, to: (unit: TestUnit) => number) =>
    sum(UNITS, to) - sum(UNITS, from);
  const grown = net(
    (unit) => unit.workers - 10,
    (unit) => f(unit).members,
  );
  const events = sum(enterprises, (unit) => f(unit).strikesInMay);
  const in2024 = (unit: TestUnit) => figuresOf(unit, 2024);

  return {
    "T000-01": people(
      (u) => f(u).informed,
      (u) => f(u).workers,
      70,
    ),
    "T000-02a": units(state, (u) => f(u).dialogue === 1, 90),
    "T000-02b": units(nonState, (u) => f(u).dialogue === 1, 70),
    "T000-03": units(agencies, (u) => f(u).cadre === 1, 98),
    "T000-04a": units(state, (u) => f(u).conference === 1, 95),
    "T000-04b": units(nonState, (u) => f(u).conference === 1, 60),
    "T000-05": people(
      (u) => f(u).benefiting,
      (u) => f(u).members,
      20,
    ),
    "T000-06": people(
      (u) => f(u).visited,
      (u) => f(u).hardship,
      100,
      "eq",
    ),
    "T000-07": people(
      (u) => f(u).culture,
      (u) => f(u).workers,
      75,
    ),
    "T000-08": units(UNITS, (u) => f(u).reskilling === 1, 65, "gte", true),
    "T000-09": { status: "notApplicable", numerator: null, denominator: null },
    "T000-10": people(
      (u) => f(u).membersUpskilled,
      (u) => f(u).members,
      60,
      "gte",
      enterprises,
    ),
    // Five years from the end of 2020 to the end of 2025.
    "T000-11": { status: grown >= 650_000 * 5 ? "met" : "notMet", numerator: grown, denominator: null },
    "T000-12": mean(sum(UNITS, (u) => f(u).introducedPerQuarter * 4)),
    "T000-13": own(true),
    "T000-14a": units(UNITS.filter(isState), good, 80),
    "T000-14b": units(
      UNITS.filter((u) => !isState(u)),
      good,
      55,
    ),
    "T000-15": people(
      (u) => f(u).retained,
      (u) => f(u).collectedPerQuarter * 4,
      75,
      "eq",
    ),
    "T000-16": units(UNITS, (u) => f(u).disclosed === 1, 100, "eq", true),
    "T000-17": own(false),
    "T001-01a": own(true),
    "T001-01b": units(UNITS, (u) => f(u).plan === 1, 80),
    "T001-02": people(
      (u) => f(u).informed,
      (u) => f(u).workers,
      80,
      "gt",
    ),
    "T001-03": people(
      (u) => f(u).upskilled,
      (u) => f(u).workers,
      70,
    ),
    "T001-04":
      events === 0
        ? { status: "noOccurrence", numerator: 0, denominator: 0 }
        : share(events, events, 100, "eq"),
    "T001-05": units(enterprises, (u) => f(u).cla === 1, 90),
    "T001-06": share(withCla.filter((u) => f(u).favourable === 1).length, withCla.length, 90, "gte"),
    "T001-07": share(
      withCla.filter((u) => f(u).claGrade === "A" || f(u).claGrade === "B").length,
      withCla.length,
      45,
      "gte",
    ),
    "T001-08a": units(state, (u) => f(u).conference === 1, 100, "eq"),
    "T001-08b": units(nonState, (u) => f(u).conference === 1, 80),
    "T001-09a": units(state, (u) => f(u).dialogue === 1, 100, "eq"),
    "T001-09b": units(nonState, (u) => f(u).dialogue === 1, 70),
    "T001-10a": own(true),
    "T001-10b": units(large, (u) => f(u).authorityDialogues >= 1, 80),
    "T001-11": count(sum(UNITS, (u) => f(u).built + f(u).repaired) + 1, 100),
    "T001-12": count(
      sum(UNITS, (u) => f(u).ideas),
      1000,
    ),
    "T001-13": units(UNITS, (u) => f(u).models >= 1, 100, "eq", true),
    "T001-14": people(
      (u) => f(u).members,
      (u) => f(u).workers,
      95,
    ),
    "T001-15": share(80, 80, 100, "eq"),
    "T001-16": people(
      (u) => f(u).trained,
      (u) => f(u).officers,
      70,
    ),
    "T001-17": mean(sum(UNITS, (u) => f(u).introducedPerQuarter * 4 + in2024(u).introducedPerQuarter * 4)),
    "T004-01": count(
      sum(UNITS, (u) => in2024(u).admittedPerMonth * 12),
      14_600,
    ),
    "T004-01a": count(
      sum(UNITS, (u) => in2024(u).informalPerMonth * 12),
      580,
    ),
    "T004-01b": count(
      net(
        (u) => u.workers - 9,
        (u) => in2024(u).members,
      ),
      8670,
    ),
    "T004-02": count(0, 22),
    "T004-02a": count(0, 5),
    "T004-03": count(
      sum(UNITS, (u) => in2024(u).introducedPerQuarter * 4),
      1191,
    ),
  };
}
