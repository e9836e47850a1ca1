// Every target and result written out from domain.md §b.1–§b.8; nothing here is read from the programmes.
// Over 300 lines because it is one table.
import { describe, expect, it } from "vitest";
import type { Indicator, Quantity, UnitCondition } from "../domain/indicator.ts";
import { isApplicable } from "../domain/data-element.ts";
import { EMPLOYER_TYPES, sectorOf } from "../domain/org-unit.ts";
import type { TargetValue, TimeRule } from "../domain/target.ts";
import { DATA_ELEMENTS, elementByCode, findElement } from "./elements.ts";
import { findBuiltInProgramme, PROGRAMMES } from "./programmes.ts";

// id | shape | comparator and value | time | whose, which | numerator / denominator | policy
const TLD_2021 = `
T000-01 | PEOPLE_SHARE | gte 70% | assumed | unions | peopleInformed / workersTotal | all
T000-02a | UNIT_SHARE | gte 90% | assumed | unions stateEnterprise | dialogueHeld=yes / units | all
T000-02b | UNIT_SHARE | gte 70% | assumed | unions nonStateEnterprises | dialogueHeld=yes / units | all
T000-03 | UNIT_SHARE | gte 98% | assumed | unions agencies | cadreConferenceHeld=yes / units | all
T000-04a | UNIT_SHARE | gte 95% | assumed | unions stateEnterprise | employeeConferenceHeld=yes / units | all
T000-04b | UNIT_SHARE | gte 60% | assumed | unions nonStateEnterprises | employeeConferenceHeld=yes / units | all
T000-05 | PEOPLE_SHARE | gte 20% | assumed | unions | membersBenefiting / membersTotal | all
T000-06 | EVENT_SHARE | eq 100% | assumed | unions | hardshipMembersVisited / hardshipMembers | all
T000-07 | PEOPLE_SHARE | gte 75% | assumed | unions | cultureParticipants / workersTotal | all
T000-08 | UNIT_SHARE | gte 65% | assumed | unions+self | reskillingPolicyInput=yes / units | all
T000-09 | UNIT_SHARE | eq 100% | assumed | self | vocationalInstitutionLinked=yes / units | all
T000-10 | PEOPLE_SHARE | gte 60% | assumed | unions enterprises | membersUpskilled / membersTotal | all
T000-11 | AVG_NET_PER_YEAR | gte 650000 | average | unions | net membersTotal / - | all
T000-12 | MEAN_PER_UNIT | gte 1 each | assumed | unions | outstandingIntroduced / units | all
T000-13 | UNIT_SHARE | gte 80% | assumed | self | ownGrade=excellent,good / units | all
T000-14a | UNIT_SHARE | gte 80% | assumed | unions state | qualityGrade=excellent,good / units | eligible
T000-14b | UNIT_SHARE | gte 55% | assumed | unions nonState | qualityGrade=excellent,good / units | eligible
T000-15 | ALLOCATION_RULE | eq 75% ±50 | assumed | unions | unionFundRetained / unionFundCollected | all
T000-16 | UNIT_SHARE | eq 100% | assumed | unions+self | financeDisclosed=yes / units | all
T000-17 | UNIT_SHARE | eq 100% | assumed | self | financeInspected=yes&financeSettled=yes / units | all
`;
const DISPUTES = "collectiveDisputes+workStoppages+strikes";
const SETTLED = "collectiveDisputesWithUnion+workStoppagesWithUnion+strikesWithUnion";
const INITIATIVES = ["solution", "initiative", "technicalImprovement", "research"]
  .map((kind) => `initiatives.${kind}`)
  .join("+");
const AG_1979 = `
T001-01a | UNIT_SHARE | eq 100% | once | self | resolutionPlanAdopted=yes / units | all
T001-01b | UNIT_SHARE | gte 80% | once | unions | resolutionPlanAdopted=yes / units | all
T001-02 | PEOPLE_SHARE | gt 80% | assumed | unions | peopleInformed / workersTotal | all
T001-03 | PEOPLE_SHARE | gte 70% | assumed | unions | peopleUpskilled / workersTotal | all
T001-04 | EVENT_SHARE | eq 100% | event | unions | ${SETTLED} / ${DISPUTES} | all
T001-05 | UNIT_SHARE | gte 90% | assumed | unions enterprises | claInForce=yes / units | all
T001-06 | ITEM_SHARE | gte 90% | assumed | unions | claMoreFavourable / claCount | all
T001-07 | ITEM_SHARE | gte 45% | assumed | unions | claByGrade.A+claByGrade.B / claCount | all
T001-08a | UNIT_SHARE | eq 100% | stated | unions stateEnterprise | employeeConferenceHeld=yes / units | all
T001-08b | UNIT_SHARE | gte 80% | stated | unions nonStateEnterprises | employeeConferenceHeld=yes / units | all
T001-09a | UNIT_SHARE | eq 100% | stated | unions stateEnterprise | dialogueHeld=yes / units | all
T001-09b | UNIT_SHARE | gte 70% | stated | unions nonStateEnterprises | dialogueHeld=yes / units | all
T001-10a | UNIT_SHARE | eq 100% | stated | self | authorityDialogueCount>=1 / units | all
T001-10b | UNIT_SHARE | gte 80% | stated | unions enterprises large | authorityDialogueCount>=1 / units | all
T001-11 | COUNT_PER_PERIOD | gte 100 | stated | unions+self | sheltersBuilt+sheltersRepaired / - | all
T001-12 | COUNT_PER_PERIOD | gte 1000 | stated | unions+self | ${INITIATIVES} / - | all
T001-13 | ALL_UNITS_MIN | eq 100% | by 2025 year | unions+self | effectiveModels>=1 / units | all
T001-14 | PEOPLE_SHARE | gte 95% | by 2025 year | unions | membersTotal / workersTotal | all
T001-15 | COVERAGE_REGISTER | eq 100% | by 2025 year | unions | employers 20 with union / employers 20 | all
T001-16 | PEOPLE_SHARE | gte 70% | by 2025 year | unions | unionOfficersTrained / unionOfficers | all
T001-17 | MEAN_PER_UNIT | gte 1 each | by 2025 programme | unions | outstandingIntroduced / units | all
`;
const BT_2024 = `
T004-01 | COUNT_PER_PERIOD | gte 14600 | in 2024 | unions+self | membersAdmitted / - | all
T004-01a | COUNT_PER_PERIOD | gte 580 | in 2024 | unions+self | membersAdmittedInformal / - | all
T004-01b | COUNT_PER_PERIOD | gte 8670 | in 2024 | unions | net membersTotal / - | all
T004-02 | COUNT_PER_PERIOD | gte 22 | in 2024 | unions | established / - | all
T004-02a | COUNT_PER_PERIOD | gte 5 | in 2024 | unions | established 25 / - | all
T004-03 | COUNT_PER_PERIOD | gte 1191 | in 2024 | unions+self | outstandingIntroduced / - | all
`;

const rowsOf = (table: string) => table.trim().split("\n");
const targetsOf = (code: string) => findBuiltInProgramme(code)?.targets ?? [];

describe.each([
  { code: "TLD-2021", table: TLD_2021, count: 20 },
  { code: "AG-1979", table: AG_1979, count: 21 },
  { code: "NA-2021", table: "", count: 0 },
  { code: "HN-NQ02", table: "", count: 0 },
  { code: "BT-2024", table: BT_2024, count: 6 },
])("$code", ({ code, table, count }) => {
  it(`has the ${count} targets of its source, each with its formula, value and time`, () => {
    expect(targetsOf(code)).toHaveLength(count);
    const rows = targetsOf(code).map((target) =>
      [
        target.id,
        target.indicator.shape,
        `${target.comparator} ${valueText(target.value)}`,
        timeText(target.time),
        populationText(target.indicator),
        `${quantityText(target.indicator.numerator)} / ${quantityText(target.indicator.denominator)}`,
        target.indicator.policy,
      ].join(" | "),
    );
    expect(rows).toEqual(rowsOf(table).filter(Boolean));
  });
});

it("the five programmes stand in the order of their sources, with 47 targets in all", () => {
  expect(PROGRAMMES.map(({ code, source }) => `${code} ${source}`)).toEqual([
    "TLD-2021 S0",
    "AG-1979 S1",
    "NA-2021 S2",
    "HN-NQ02 S3",
    "BT-2024 S4",
  ]);
  expect(PROGRAMMES.flatMap(({ targets }) => targets)).toHaveLength(47);
  expect(findBuiltInProgramme("XX-0000")).toBeUndefined();
});

it("only the two bracketed parts of Bến Tre are parts: the net growth is no subset of the new members", () => {
  const parts = PROGRAMMES.flatMap(({ targets }) => targets).flatMap(({ id, ofWhich }) =>
    ofWhich ? [`${id} of ${ofWhich}`] : [],
  );
  expect(parts).toEqual(["T004-01a of T004-01", "T004-02a of T004-02"]);
});

it("agreements that are graded are A to D, for whoever leaves the ungraded out", () => {
  const target = targetsOf("AG-1979").find(({ id }) => id === "T001-07");
  expect(quantityText(target?.indicator.gradedDenominator)).toBe(
    "claByGrade.A+claByGrade.B+claByGrade.C+claByGrade.D",
  );
});

it("the targets of the national programme and of An Giang stand in the groups of the source", () => {
  const groups = (code: string, key: "taskGroup" | "group") =>
    targetsOf(code)
      .map((target) => target[key])
      .join("");
  expect(groups("TLD-2021", "taskGroup")).toBe("12222222" + "2333" + "454" + "44777");
  expect(groups("AG-1979", "group")).toBe("11" + "22" + "3333" + "4444" + "555" + "6" + "77777");
});

describe("every formula", () => {
  const indicators = PROGRAMMES.flatMap(({ targets }) =>
    targets.map(({ id, indicator }) => ({ id, indicator })),
  );

  it.each(indicators)("of $id asks elements that exist and are put to its segment", ({ indicator }) => {
    const codes = [indicator.numerator, indicator.denominator, indicator.gradedDenominator].flatMap(
      elementsIn,
    );
    const { employerTypes = EMPLOYER_TYPES, sectors } = indicator.segment ?? {};
    const types = employerTypes.filter((type) => !sectors || sectors.includes(sectorOf(type)));
    expect(types.length).toBeGreaterThan(0);
    for (const code of codes) {
      const element = elementByCode(code);
      if (indicator.segment)
        expect(
          types.filter((type) => !isApplicable(element, type)),
          code,
        ).toEqual([]);
      const own = indicator.population === "self" ? ["self", "province"] : ["grassroots"];
      expect(
        element.levels.some((level) => own.includes(level)),
        code,
      ).toBe(true);
      if (indicator.shape === "PEOPLE_SHARE") expect(element.countsTurns, code).toBeUndefined();
    }
  });
});

// id | values: amount scale bound | compared with | elements
const RESULTS = `
R003-01 | 4132 count eq, 620333 count eq, 9500 percent eq | T000-01 met | infoSessions peopleInformed
R003-02 | 9500 percent gt | T000-01 met, T001-02 met | peopleInformed
R003-03a | 306 count eq | | welfareAgreementsSigned
R003-03b | 1006708 count eq | T000-05 notComparable | welfareTurns
R003-03c | 39000000000 money gt | | welfareAmount
R003-04a | 1572 count eq | | unionsEstablished
R003-04b | 170947 count eq | T000-11 notComparable | membersAdmitted
R003-05a | 9300 percent gt | T000-14a met | qualityGrade
R003-05b | 5500 percent gt | T000-14b met | qualityGrade
R003-05c | 10000 percent eq 45/45 | T000-13 met | ownGrade
R003-06 | 7 count eq, 30 count eq | |
R003-07 | | | verifiedScore qualityGrade
R003-08 | | | selfInspectionDone
`;

it("Hà Nội keeps its 13 results, bounds as bounds and 45/45 as it was written", () => {
  const results = findBuiltInProgramme("HN-NQ02")?.results ?? [];
  const found = results.map(({ id, values, comparesWith, elements }) =>
    [
      id,
      values
        .map(({ amount, scale, bound, ratio }) =>
          [amount, scale, bound, ...(ratio ? [`${ratio.numerator}/${ratio.denominator}`] : [])].join(" "),
        )
        .join(", "),
      comparesWith.map(({ target, verdict }) => `${target} ${verdict}`).join(", "),
      elements.join(" "),
    ]
      .map((part) => part.trim())
      .join(" | "),
  );
  expect(found).toEqual(
    rowsOf(RESULTS).map((row) =>
      row
        .split("|")
        .map((part) => part.trim())
        .join(" | "),
    ),
  );
  const known = new Set(PROGRAMMES.flatMap(({ targets }) => targets.map(({ id }) => id)));
  for (const { comparesWith, elements } of results) {
    expect(comparesWith.filter(({ target }) => !known.has(target))).toEqual([]);
    expect(elements.filter((code) => !findElement(code))).toEqual([]);
  }
});

it.each([
  ["TLD-2021", null, null, 2021, null, "inForce"],
  ["AG-1979", "1979/CTr-LĐLĐ", "2021-05-19", 2021, 2025, "inForce"],
  ["NA-2021", null, null, 2021, null, "underComment"],
  ["HN-NQ02", "45/KH-LĐLĐ", null, 2021, 2024, "closed"],
  ["BT-2024", null, null, 2024, 2028, "inForce"],
])("%s keeps its number, date, term and state", (code, symbol, issuedOn, from, to, state) => {
  // No last valid day: any office may adopt a programme, and its own life decides (domain.md §f.2 item 7).
  expect(findBuiltInProgramme(code)).toMatchObject({
    symbol,
    issuedOn,
    term: { from, to },
    state,
    lastValidOn: null,
  });
});

it.each([
  ["TLD-2021", ["-", "02-NQ/TW 2021-06-12"]],
  [
    "AG-1979",
    [
      "-",
      "20-NQ/TW",
      "80-KL/TW 2010-07-29",
      "33-CT/TW 2019-03-18",
      "217-QĐ/TW 2013-12-12",
      "218-QĐ/TW 2013-12-12",
      "35-NQ/TW 2018-10-22",
    ],
  ],
  ["NA-2021", ["-", "02-NQ/TW 2021-06-12"]],
  ["HN-NQ02", ["02-NQ/TW 2021-06-12", "35-KH/TU", "45/KH-LĐLĐ", "-"]],
  ["BT-2024", ["-", "02-NQ/TW 2021-06-12", "17-CTr/TU 2021-11-12", "-"]],
])("%s names the documents it implements, symbols as printed", (code, symbols) => {
  const found = findBuiltInProgramme(code)?.legalBases.map(({ symbol, date }) =>
    [symbol ?? "-", ...(date ? [date] : [])].join(" "),
  );
  expect(found).toEqual(symbols);
});

it("tasks, groups and blocks are as many as the sources have", () => {
  const sizes = PROGRAMMES.map(({ code, contentBlocks, targetGroups, taskGroups, tasks, notes }) =>
    [
      code,
      contentBlocks.length,
      targetGroups.length,
      taskGroups.map(({ number }) => number).join(""),
      tasks.length,
      notes.length > 0,
    ].join(" "),
  );
  expect(sizes).toEqual([
    "TLD-2021 0 0 1234567 0 true",
    "AG-1979 3 7  19 true",
    "NA-2021 0 3 12347 0 true",
    "HN-NQ02 0 0  0 true",
    "BT-2024 0 0  5 true",
  ]);
});

it("the steering committee of Bến Tre has 12 members, a team of 8, meets quarterly and is told monthly", () => {
  expect(PROGRAMMES.filter(({ steeringCommittee }) => steeringCommittee).map(({ code }) => code)).toEqual([
    "BT-2024",
  ]);
  expect(findBuiltInProgramme("BT-2024")?.steeringCommittee).toMatchObject({
    phase: "2024–2028",
    members: 12,
    assistanceTeam: 8,
    meetingRhythm: "quarterly",
    reportRhythm: "monthly",
    meetingOn: "2024-05-15",
  });
});

/** How each comparator shows in words. Only a mean and a count may say "ít nhất" of a share's inner threshold. */
const IN_WORDS = {
  gt: /trên \d/,
  gte: /từ [\d.]+( %)? trở lên|ít nhất [\d.]+/,
  eq: /(đủ 100|đúng 75) %|ít nhất 1 /,
};

it("every title says its comparator and its figure", () => {
  for (const { id, title, comparator, value } of PROGRAMMES.flatMap(({ targets }) => targets)) {
    if (comparator === "lte" || comparator === "range") throw new RangeError(id);
    expect(title, id).toMatch(IN_WORDS[comparator]);
    const figure = (value.scale === "count" ? value.amount : value.amount / 100)
      .toString()
      .replace(/\B(?=(\d{3})+$)/g, ".");
    if (id !== "T001-13") expect(title, id).toMatch(new RegExp(`(^|[^\\d.])${figure}($|[^\\d.])`));
  }
});

it("all text is normalised, without the Icelandic eth and without stray spaces", () => {
  const texts: string[] = [];
  JSON.stringify([PROGRAMMES, DATA_ELEMENTS], (_, value: unknown) => {
    if (typeof value === "string") texts.push(value);
    return value;
  });
  expect(texts.length).toBeGreaterThan(1000);
  const faulty = texts.filter(
    (text) => text !== text.normalize("NFC") || /[\u00d0\u00f0\u00a0]|^\s|\s$|\s\s/.test(text),
  );
  expect(faulty).toEqual([]);
});

function valueText({ scale, amount, upper, tolerance }: TargetValue): string {
  const figure = { percent: `${amount / 100}%`, count: `${amount}`, mean: `${amount / 100} each` }[scale];
  return [
    figure,
    ...(upper === undefined ? [] : [`to ${upper}`]),
    ...(tolerance === undefined ? [] : [`±${tolerance}`]),
  ].join(" ");
}

function timeText(time: TimeRule): string {
  switch (time.kind) {
    case "annual":
      return time.stated ? "stated" : "assumed";
    case "year":
      return `in ${time.year}`;
    case "byYear":
      return `by ${time.year} ${time.since}`;
    case "averagePerYear":
      return "average";
    case "perEvent":
      return "event";
    case "oncePerProgramme":
      return "once";
  }
}

function populationText({ population, segment = {} }: Indicator): string {
  const types = [...(segment.employerTypes ?? [])].toSorted().join(",");
  const names: Readonly<Record<string, string>> = {
    "": "",
    stateEnterprise: "stateEnterprise",
    "cooperative,fdiEnterprise,privateEnterprise": "nonStateEnterprises",
    "cooperative,fdiEnterprise,privateEnterprise,stateEnterprise": "enterprises",
    "adminAgency,publicServiceUnit": "agencies",
  };
  return [
    { grassroots: "unions", grassrootsAndSelf: "unions+self", self: "self" }[population],
    names[types] ?? types,
    ...(segment.sectors ?? []),
    segment.minimumWorkforce === "largeWorkforceThreshold" ? "large" : `${segment.minimumWorkforce ?? ""}`,
  ]
    .filter(Boolean)
    .join(" ");
}

function quantityText(quantity: Quantity | undefined): string {
  switch (quantity?.kind) {
    case undefined:
      return "-";
    case "sum":
      return quantity.elements.join("+");
    case "countUnits":
      return quantity.where ? conditionText(quantity.where) : "units";
    case "netChange":
      return `net ${quantity.element}`;
    case "countEmployers":
      return `employers ${quantity.minimumWorkers}${quantity.withUnion ? " with union" : ""}`;
    case "countEstablished":
      return ["established", ...(quantity.minimumWorkers ? [quantity.minimumWorkers] : [])].join(" ");
  }
}

function conditionText(condition: UnitCondition): string {
  switch (condition.kind) {
    case "isYes":
      return `${condition.element}=yes`;
    case "atLeast":
      return `${condition.elements.join("+")}>=${condition.minimum}`;
    case "gradeIn":
      return `${condition.element}=${condition.grades.join(",")}`;
    case "allOf":
      return condition.conditions.map(conditionText).join("&");
  }
}

function elementsIn(quantity: Quantity | undefined): readonly string[] {
  if (quantity?.kind === "sum") return quantity.elements;
  if (quantity?.kind === "netChange") return [quantity.element];
  return quantity?.kind === "countUnits" && quantity.where ? elementsInCondition(quantity.where) : [];
}

function elementsInCondition(condition: UnitCondition): readonly string[] {
  if (condition.kind === "allOf") return condition.conditions.flatMap(elementsInCondition);
  return condition.kind === "atLeast" ? condition.elements : [condition.element];
}
