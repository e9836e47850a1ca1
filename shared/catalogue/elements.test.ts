// Expected values are written out from domain.md §c.2, not taken from element-rows.ts.
import { expect, it } from "vitest";
import { isApplicable } from "../domain/data-element.ts";
import { EMPLOYER_TYPES } from "../domain/org-unit.ts";
import { DATA_ELEMENTS, elementByCode, findElement } from "./elements.ts";
import { PROGRAMMES } from "./programmes.ts";

// number, identifier, type, time behaviour, levels, rhythm; braces unfold.
const TABLE = `
A01 workersTotal count LAST G M
A02 workersFemale count LAST G Q
A03 membersTotal count LAST G M
A04 membersFemale count LAST G Q
A05 membersAdmitted count SUM G M
A06 membersAdmittedInformal count SUM G M
A07 membersTransferredIn count SUM G M
A08 membersDecreased count SUM G M
A09 membersDecreasedBy{transferredOut,retired,contractEnded,resigned,died,unionDissolved,other} count SUM G Q
A10 unionOfficers count LAST G Y
A11 unionOfficersTrained count YTD G H
B01 infoSessions count SUM GD Q
B02 infoAttendances count SUM GD Q
B03 peopleInformed count YTD G H
B04 membersInformed count YTD G H
B05 resolutionPlanAdopted yesNo ANY GD Y
C01 dialogueHeld yesNo ANY G H
C02 dialogueCount{periodic,onCase,onRequest} count SUM G Q
C03 employeeConferenceHeld yesNo ANY G H
C04 otherDemocracyForm yesNo ANY G Y
C05 cadreConferenceHeld yesNo ANY G H
C06 authorityDialogueProposed yesNo ANY GD Y
C07 authorityDialogueCount count SUM GD H
C08 democracyRegulation yesNo LAST G Y
C09 peoplesInspectorate yesNo LAST G Y
D01 claInForce yesNo LAST G Q
D02 claCount count LAST G Q
D03 claMoreFavourable count LAST G Q
D04 claByGrade{A,B,C,D,ungraded} count LAST G Y
D05 claNew count SUM G Q
D06 claAmended count SUM G Q
D07 claEligible yesNo LAST G Y
D08 shiftMealValue money LAST G Y
E01 collectiveDisputes count SUM G M
E02 collectiveDisputesWithUnion count SUM G M
E03 workStoppages count SUM G M
E04 workStoppagesWithUnion count SUM G M
E05 strikes count SUM G M
E06 strikesWithUnion count SUM G M
E07 stoppageParticipants count SUM G M
E08 workAccidents count SUM G Q
E09 accidentDeaths count SUM G Q
E10 accidentInjured count SUM G Q
F01 hardshipMembers count YTD G H
F02 hardshipMembersVisited count YTD G H
F03 supportTurns count SUM GD Q
F04 supportAmount money SUM GD Q
F05 welfareAgreementsSigned count SUM GD H
F06 welfareAgreementsActive count LAST GD Y
F07 membersBenefiting count YTD G H
F08 welfareTurns count SUM GD H
F09 welfareAmount money SUM GD H
F10 sheltersBuilt count SUM GD H
F11 sheltersRepaired count SUM GD H
F12 shelterAmount money SUM D H
F13 cultureParticipants count YTD G H
F14 tetTurns count SUM GD Y
F15 tetAmount money SUM GD Y
F16 unionMealTurns count SUM G H
G01 peopleUpskilled count YTD G H
G02 membersUpskilled count YTD G H
G03 reskillingPolicyInput yesNo ANY GD Y
G04 vocationalInstitutionLinked yesNo ANY P Y
H01 initiatives{solution,initiative,technicalImprovement,research} count SUM G H
H02 initiativeBenefit money SUM G Y
H03 effectiveModels count LAST GD Y
I01 outstandingIntroduced count SUM G Q
I02 outstandingAdmitted count SUM G Q
I03 outstandingWorkers count SUM G Q
I04 partyOrganisationExists yesNo LAST G Y
J01 ratingEligible yesNo LAST R Y
J02 selfScore score LAST G Y
J03 verifiedScore score LAST G Y
J04 qualityGrade grade GRADE G Y
J05 ownGrade grade GRADE D Y
K01 unionFundDue money SUM G Q
K02 unionFundCollected money SUM G Q
K03 memberDuesDue money SUM G Q
K04 memberDuesCollected money SUM G Q
K05 unionFundRetained money SUM G H
K06 financeDisclosed yesNo ANY GD Y
K07 financeSettled yesNo ANY GD Y
K08 financeInspected yesNo ANY GD Y
L01 inspectionsCharter count SUM GD H
L02 inspectionsFinance count SUM GD H
L03 selfInspectionDone yesNo ANY G Y
L04 violationsFound count SUM GD H
L05 complaints count SUM GD H
L06 womenCommittee yesNo LAST G Y
M01 employers20Plus count LAST E H
M02 employers20PlusWithUnion count LAST E H
M03 employers25Plus count LAST E H
M04 employers25PlusWithUnion count LAST E H
N01 unionsEstablished count SUM R M
N02 unionsEstablished25Plus count SUM R M
N03 unionsDissolved count SUM R M
N04 unionsReceived count SUM R M
N04 unionsHandedOver count SUM R M
N05 unionsActive count LAST R M
`;

const LETTERS: Readonly<Record<string, string>> = {
  grassroots: "G",
  self: "D",
  register: "R",
  employerRegister: "E",
  province: "P",
  month: "M",
  quarter: "Q",
  half: "H",
  year: "Y",
};

const expected = TABLE.trim()
  .split("\n")
  .flatMap((row) => {
    const [number = "", name = "", ...rest] = row.split(" ");
    const [code = "", parts] = name.replace("}", "").split("{");
    const codes = parts ? parts.split(",").map((part) => `${code}.${part}`) : [code];
    return codes.map((each) => [`DE-${number}`, each, ...rest].join(" "));
  });

it("holds the 98 numbers of the catalogue with their identifiers, types, time behaviours, levels and rhythms", () => {
  const found = DATA_ELEMENTS.map(({ number, code, type, time, levels, rhythm }) =>
    [number, code, type, time, levels.map((level) => LETTERS[level]).join(""), LETTERS[rhythm]].join(" "),
  );
  expect(found).toEqual(expected);
  expect(new Set(DATA_ELEMENTS.map(({ number }) => number)).size).toBe(98);
  expect(new Set(DATA_ELEMENTS.map(({ code }) => code)).size).toBe(DATA_ELEMENTS.length);
});

it("initiatives of every kind are counted in the one measure of the target that adds them up", () => {
  const units = DATA_ELEMENTS.filter(({ number }) => number === "DE-H01").map(
    ({ measureUnit }) => measureUnit,
  );
  const target = PROGRAMMES.flatMap(({ targets }) => targets).find(({ id }) => id === "T001-12");
  expect(new Set(units)).toEqual(new Set([target?.measureUnit]));
});

it("every count and every amount says what it counts", () => {
  const counted = DATA_ELEMENTS.filter(({ type }) => type === "count" || type === "money");
  expect(counted.filter(({ measureUnit }) => measureUnit === "")).toEqual([]);
});

it("adds turns only where the source counts lượt", () => {
  const turns = DATA_ELEMENTS.filter((element) => element.countsTurns).map(({ code }) => code);
  expect(turns).toEqual([
    "infoAttendances",
    "stoppageParticipants",
    "supportTurns",
    "welfareTurns",
    "tetTurns",
    "unionMealTurns",
  ]);
});

it("knows the parts of rules V01, V08, V09, V12, V18 and V19, and leaves I02 free", () => {
  const parts = Object.fromEntries(
    DATA_ELEMENTS.filter(({ partOf }) => partOf).map(({ code, partOf }) => [code, partOf]),
  );
  expect(parts).toMatchObject({
    workersFemale: "workersTotal",
    membersFemale: "membersTotal",
    membersAdmittedInformal: "membersAdmitted",
    "membersDecreasedBy.died": "membersDecreased",
    unionOfficersTrained: "unionOfficers",
    membersInformed: "peopleInformed",
    hardshipMembersVisited: "hardshipMembers",
    claMoreFavourable: "claCount",
    "claByGrade.ungraded": "claCount",
    collectiveDisputesWithUnion: "collectiveDisputes",
    workStoppagesWithUnion: "workStoppages",
    strikesWithUnion: "strikes",
    outstandingWorkers: "outstandingIntroduced",
    employers20PlusWithUnion: "employers20Plus",
    employers25Plus: "employers20Plus",
    employers25PlusWithUnion: "employers25Plus",
    unionsEstablished25Plus: "unionsEstablished",
  });
  expect(parts).not.toHaveProperty("outstandingAdmitted");
  for (const whole of Object.values(parts)) expect(findElement(whole ?? "")).toBeDefined();
});

const ENTERPRISE_TYPES = ["stateEnterprise", "privateEnterprise", "fdiEnterprise", "cooperative"];
const BARGAINING_TYPES = [...ENTERPRISE_TYPES, "nonPublicServiceUnit", "other"];
const BARGAINING = [
  "claInForce",
  "claCount",
  "claMoreFavourable",
  "claByGrade.A",
  "claNew",
  "claAmended",
  "claEligible",
  "shiftMealValue",
  "collectiveDisputes",
  "collectiveDisputesWithUnion",
  "workStoppages",
  "workStoppagesWithUnion",
  "strikes",
  "strikesWithUnion",
  "stoppageParticipants",
];

it.each([
  ...["dialogueHeld", "dialogueCount.onCase", "employeeConferenceHeld", "otherDemocracyForm"].map(
    (code) => [code, ENTERPRISE_TYPES] as const,
  ),
  ...BARGAINING.map((code) => [code, BARGAINING_TYPES] as const),
  ["cadreConferenceHeld", ["adminAgency", "publicServiceUnit"]],
  ["peoplesInspectorate", ["adminAgency", "publicServiceUnit", "stateEnterprise"]],
  ["workAccidents", EMPLOYER_TYPES],
  ["membersTotal", EMPLOYER_TYPES],
] as const)("%s is asked of %s", (code, types) => {
  const asked = EMPLOYER_TYPES.filter((type) => isApplicable(elementByCode(code), type));
  expect(new Set<string>(asked)).toEqual(new Set(types));
});

it("labels are normalised, short, without a leading dash and different from one another", () => {
  for (const { code, label, shortLabel, labelEnglish } of DATA_ELEMENTS) {
    for (const text of [label, shortLabel, labelEnglish]) {
      expect(text, code).toBe(text.normalize("NFC").trim().replace(/\s+/g, " "));
      expect(text, code).toMatch(/^[^–\-\u00d0\u00f0…]{2}[^\u00d0\u00f0]*$/u);
    }
    expect(Array.from(shortLabel).length, shortLabel).toBeLessThanOrEqual(22);
  }
  for (const field of ["label", "shortLabel", "labelEnglish"] as const)
    expect(new Set(DATA_ELEMENTS.map((element) => element[field])).size, field).toBe(DATA_ELEMENTS.length);
});

it("an unknown code is undefined to the asker and a bug to the caller", () => {
  expect(findElement("noSuchElement")).toBeUndefined();
  expect(findElement("claByGrade")).toBeUndefined();
  expect(() => elementByCode("noSuchElement")).toThrow(RangeError);
});
