// Every rule of domain.md §c.3 over one union. The tables speak in the numbers of §c.2, as the rules do there.
// Long because it is one table: a rule without a case below fails the last test.
import { readFileSync } from "node:fs";
import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import { DATA_ELEMENTS, elementByCode } from "../../catalogue/elements.ts";
import { GRADE_SCHEMES } from "../../catalogue/grade-schemes.ts";
import { isApplicable } from "../data-element.ts";
import { schemeOn } from "../grade-scheme.ts";
import { formatInteger } from "../number-format.ts";
import { sameNameKey } from "../text.ts";
import { checkUnit } from "./check-unit.ts";
import type { Finding } from "./finding.ts";
import { findingSentence } from "./finding-sentence.ts";
import { UNIT_RULES } from "./rules.ts";

type FigureTable = Readonly<Record<string, number>>;
interface Situation {
  readonly now: FigureTable;
  readonly opening?: FigureTable;
  readonly before?: FigureTable;
  readonly lastYear?: FigureTable;
  readonly past?: Readonly<Record<string, readonly number[]>>;
  readonly earlierThisYear?: FigureTable;
  readonly listed?: FigureTable;
  readonly isGradeEligible?: boolean;
}

const codesOf = (number: string): string[] =>
  DATA_ELEMENTS.filter((element) => element.number === `DE-${number}`).map(({ code }) => code);
const firstOf = (number: string): string => codesOf(number)[0] ?? number;

/** Figures by number; an unfolded element (`A09`) stands for its first part, `A09.retired` for that one. */
function figures(table: FigureTable = {}): (code: string) => number | undefined {
  const byCode = new Map(
    Object.entries(table).map(([name, figure]) => {
      const [number = "", part] = name.split(".");
      return [part === undefined ? firstOf(number) : firstOf(number).replace(/\..*/, `.${part}`), figure];
    }),
  );
  return (code) => byCode.get(code);
}

function find(situation: Situation): Finding[] {
  const tables = [
    situation.now,
    situation.before,
    situation.lastYear,
    situation.earlierThisYear,
    situation.listed,
  ];
  return checkUnit({
    now: figures(situation.now),
    opening: figures(situation.opening),
    before: figures(situation.before),
    lastYear: figures(situation.lastYear),
    past: (code) =>
      Object.entries(situation.past ?? {}).find(([number]) => firstOf(number) === code)?.[1] ?? [],
    ...(situation.earlierThisYear ? { earlierThisYear: figures(situation.earlierThisYear) } : {}),
    ...(situation.listed ? { listed: figures(situation.listed) } : {}),
    isGradeEligible: situation.isGradeEligible ?? true,
    scheme: schemeOn(GRADE_SCHEMES, "2024-12-31"),
    entered: DATA_ELEMENTS.filter(({ code }) => tables.some((table) => figures(table)(code) !== undefined)),
  });
}

const of = (rule: string, situation: Situation) => find(situation).filter((found) => found.rule === rule);

/** One finding that names every line and every value of the relation. */
function expectOne(found: Finding[], severity: string, lines: readonly string[], values: readonly string[]) {
  expect(found).toHaveLength(1);
  const [finding] = found;
  if (!finding) return;
  expect(finding).toMatchObject({ severity, elements: lines });
  const [vietnamese, english] = [inVietnamese(finding), inEnglish(finding)];
  for (const line of lines.map(elementByCode)) {
    expect(vietnamese).toContain(line.label);
    expect(english).toContain(`“${line.labelEnglish}”`);
  }
  for (const value of values) {
    expect(vietnamese).toContain(value);
    for (const number of value.match(/\d+(?:[.,]\d+)*/g) ?? []) expect(english).toContain(number);
  }
  for (const sentence of [vietnamese, english]) {
    expect(sentence).toMatch(/\.$/);
    expect(sentence).not.toMatch(/undefined|NaN|\[object/);
  }
  // What a scheme calls its bands and grades is data; the rest of an English sentence is English.
  const { said } = finding;
  const names = said.kind === "gradeUnlikeScore" ? [said.band, said.scheme, said.written] : [];
  const ours = names.reduce((text, name) => text.replaceAll(name, ""), english).replaceAll("đồng", "");
  expect(ours.normalize("NFD")).not.toMatch(/[\u0300-\u036fđĐ]/);
}

const inVietnamese = ({ said }: Finding): string => findingSentence(said, "vi", elementByCode);
const inEnglish = ({ said }: Finding): string => findingSentence(said, "en", elementByCode);

const AT_MOST = [
  ["V01", "block", "A02", "A01"],
  ["V01", "block", "A04", "A03"],
  ["V01", "block", "A06", "A05"],
  ["V01", "block", "A11", "A10"],
  ["V01", "block", "B04", "B03"],
  ["V01", "block", "I03", "I01"],
  ["V02", "warn", "A03", "A01"],
  ["V06", "warn", "B03", "A01"],
  ["V06", "warn", "F13", "A01"],
  ["V06", "warn", "G01", "A01"],
  ["V06", "warn", "F07", "A03"],
  ["V06", "warn", "F01", "A03"],
  ["V06", "warn", "G02", "A03"],
  ["V08", "block", "F02", "F01"],
  ["V09", "block", "D03", "D02"],
  ["V09", "warn", "D05", "D02"],
  ["V12", "block", "E02", "E01"],
  ["V12", "block", "E04", "E03"],
  ["V12", "block", "E06", "E05"],
  ["V14", "warn", "K02", "K01"],
  ["V14", "warn", "K04", "K03"],
  ["V19", "block", "M02", "M01"],
  ["V19", "block", "M04", "M03"],
  ["V19", "block", "M03", "M01"],
] as const;

describe.each(AT_MOST)("%s (%s): %s ≤ %s", (rule, severity, left, right) => {
  it("is silent at equality and speaks from one more on, naming both lines and both values", () => {
    expect(of(rule, { now: { [left]: 1234, [right]: 1234 } })).toEqual([]);
    const found = of(rule, { now: { [left]: 1235, [right]: 1234 } });
    expectOne(found, severity, [firstOf(left), firstOf(right)], ["(1.235)", "(1.234)"]);
  });

  it("speaks exactly when the left is larger", () => {
    fc.assert(
      fc.property(fc.nat({ max: 50 }), fc.nat({ max: 50 }), (a, b) => {
        expect(of(rule, { now: { [left]: a, [right]: b } })).toHaveLength(a > b ? 1 : 0);
      }),
    );
  });
});

const SUMS = [
  ["V03", "A09", "A08"],
  ["V09", "D04", "D02"],
] as const;

describe.each(SUMS)("%s (block): Σ %s = %s", (rule, parts, whole) => {
  it("speaks exactly when the parts do not add up, and says both sums", () => {
    const codes = codesOf(parts);
    fc.assert(
      fc.property(
        fc.array(fc.nat({ max: 2 }), { minLength: codes.length, maxLength: codes.length }),
        fc.nat({ max: 8 }),
        (amounts, total) => {
          const sum = amounts.reduce((left, right) => left + right, 0);
          const named = codes.map((code, index) => [code.replace(/.*\./, `${parts}.`), amounts[index] ?? 0]);
          const found = of(rule, { now: { ...Object.fromEntries(named), [whole]: total } });
          if (sum === total) expect(found).toEqual([]);
          else
            expectOne(
              found,
              "block",
              [...codes, firstOf(whole)],
              [`(${formatInteger(sum)})`, `(${formatInteger(total)})`],
            );
        },
      ),
    );
  });
});

it("V03 knows the seven reasons and V09 the five grades of §c.2", () => {
  expect(SUMS.map(([, parts]) => codesOf(parts).length)).toEqual([7, 5]);
});

interface Case {
  readonly rule: string;
  readonly severity: "block" | "warn";
  readonly what: string;
  readonly lines: readonly string[];
  readonly values: readonly string[];
  readonly fails: Situation;
  readonly passes: readonly Situation[];
}

const CLOSING = ["A03", "A05", "A07", "A08"];
const CASES: readonly Case[] = [
  {
    rule: "V04",
    severity: "block",
    what: "closing members are opening + admitted + moved in − decreased",
    lines: CLOSING,
    values: ["(1.019)", "(1.000)", "(30)", "(10)", "1.020"],
    fails: { now: { A03: 1019, A05: 25, A07: 5, A08: 10 }, opening: { A03: 1000 } },
    passes: [
      { now: { A03: 1020, A05: 25, A07: 5, A08: 10 }, opening: { A03: 1000 } },
      { now: { A03: 0, A05: 0, A07: 0, A08: 61 }, opening: { A03: 61 } },
    ],
  },
  {
    rule: "V07",
    severity: "block",
    what: "what was reached since 1 January is not lost at nine months",
    lines: ["B03"],
    values: ["(1.199)", "(1.200)"],
    fails: { now: { B03: 1199 }, earlierThisYear: { B03: 1200 } },
    passes: [
      { now: { B03: 1200 }, earlierThisYear: { B03: 1200 } },
      { now: { B03: 10 }, before: { B03: 1200 } },
      { now: { A01: 10 }, earlierThisYear: { A01: 11 } },
    ],
  },
  {
    rule: "V09",
    severity: "block",
    what: "agreements without “có thỏa ước”",
    lines: ["D01", "D02"],
    values: ["là 1 ", "là Không"],
    fails: { now: { D01: 0, D02: 1 } },
    passes: [{ now: { D01: 1, D02: 1 } }, { now: { D01: 0, D02: 0 } }],
  },
  {
    rule: "V09",
    severity: "block",
    what: "“có thỏa ước” without agreements",
    lines: ["D01", "D02"],
    values: ["là Có", "là 0"],
    fails: { now: { D01: 1, D02: 0 } },
    passes: [{ now: { D01: 1, D02: 3 } }],
  },
  {
    rule: "V13",
    severity: "block",
    what: "dialogues on proposal without a proposal",
    lines: ["C06", "C07"],
    values: ["là 2 ", "là Không"],
    fails: { now: { C06: 0, C07: 2 } },
    passes: [{ now: { C06: 1, C07: 2 } }, { now: { C06: 1, C07: 0 } }, { now: { C06: 0, C07: 0 } }],
  },
  {
    rule: "V15",
    severity: "warn",
    what: "more than 75 % ± 0,5 point retained",
    lines: ["K05", "K02"],
    values: ["(75.501)", "(100.000)", "75,501 %"],
    fails: { now: { K05: 75_501, K02: 100_000 } },
    passes: [
      { now: { K05: 75_500, K02: 100_000 } },
      { now: { K05: 74_500, K02: 100_000 } },
      { now: { K05: 5, K02: 0 } },
    ],
  },
  {
    rule: "V15",
    severity: "warn",
    what: "less than 75 % ± 0,5 point retained",
    lines: ["K05", "K02"],
    values: ["(700.000)", "(1.000.000)", "70,00 %"],
    fails: { now: { K05: 700_000, K02: 1_000_000 } },
    passes: [{ now: { K05: 750_000, K02: 1_000_000 } }],
  },
  {
    rule: "V16",
    severity: "block",
    what: "a grade better than the verified score",
    lines: ["J03", "J04"],
    values: ["(89,99)", "hoàn thành tốt", "(Xuất sắc)"],
    fails: { now: { J03: 8999, J04: 0 } },
    passes: [{ now: { J03: 9000, J04: 0 } }, { now: { J03: 8999, J04: 1 } }, { now: { J04: 0 } }],
  },
  {
    rule: "V16",
    severity: "block",
    what: "not rated although old enough",
    lines: ["J04"],
    values: ["Chưa xếp loại"],
    fails: { now: { J04: 4 }, isGradeEligible: true },
    passes: [{ now: { J04: 4 }, isGradeEligible: false }],
  },
  {
    rule: "V16",
    severity: "block",
    what: "rated although too young",
    lines: ["J04"],
    values: ["chưa đủ thời gian"],
    fails: { now: { J04: 2, J03: 5500 }, isGradeEligible: false },
    passes: [{ now: { J04: 2, J03: 5500 }, isGradeEligible: true }],
  },
  {
    rule: "V20",
    severity: "warn",
    what: "thousands of đồng where đồng stood last year",
    lines: ["K02"],
    values: ["(39.500)", "(40.000.000)"],
    fails: { now: { K02: 39_500 }, lastYear: { K02: 40_000_000 } },
    passes: [
      { now: { K02: 39_500_000 }, lastYear: { K02: 40_000_000 } },
      { now: { K02: 4_000_000 }, lastYear: { K02: 40_000_000 } },
      { now: { A01: 1 }, lastYear: { A01: 1000 } },
    ],
  },
  {
    rule: "V20",
    severity: "warn",
    what: "đồng where thousands stood last year",
    lines: ["F04"],
    values: ["(40.000.000)", "(40.000)"],
    fails: { now: { F04: 40_000_000 }, lastYear: { F04: 40_000 } },
    passes: [{ now: { F04: 40_000_000 }, lastYear: { F04: 0 } }],
  },
  {
    rule: "V21",
    severity: "warn",
    what: "216 members of last quarter reported as 612 (story 7)",
    lines: ["A03"],
    values: ["(612)", "(216)", "kỳ trước", "30 %"],
    fails: { now: { A03: 612 }, before: { A03: 216 } },
    passes: [
      { now: { A03: 261 }, before: { A03: 216 } },
      { now: { A03: 216 }, before: { A03: 216 } },
    ],
  },
  {
    rule: "V21",
    severity: "warn",
    what: "more than 30 % fewer than in the same period last year",
    lines: ["A01"],
    values: ["(699)", "(1.000)", "cùng kỳ năm trước"],
    fails: { now: { A01: 699 }, before: { A01: 700 }, lastYear: { A01: 1000 } },
    passes: [
      { now: { A01: 700 }, lastYear: { A01: 1000 } },
      { now: { A01: 1300 }, lastYear: { A01: 1000 } },
    ],
  },
  {
    rule: "V21",
    severity: "warn",
    what: "40 members admitted in a month, typed for 4, where at most 5 were in a month of the year",
    lines: ["A05"],
    values: ["(40)", "3 lần", "(5)"],
    fails: { now: { A05: 40 }, before: { A05: 2 }, past: { A05: [2, 0, 5, 3] } },
    passes: [
      // Exactly three times, fewer than ten, one such month in the year, nothing known of the year, a stock.
      { now: { A05: 15 }, before: { A05: 2 }, past: { A05: [2, 5] } },
      { now: { A05: 9 }, before: { A05: 0 }, past: { A05: [0, 0, 0] } },
      { now: { A05: 40 }, before: { A05: 2 }, past: { A05: [2, 38] } },
      { now: { A05: 40 }, before: { A05: 2 } },
      { now: { A03: 400 }, past: { A03: [5, 5] } },
    ],
  },
  {
    rule: "V22",
    severity: "warn",
    what: "fewer than 30 % are members",
    lines: ["A03", "A01"],
    values: ["(299)", "(1.000)", "29,90 %"],
    fails: { now: { A03: 299, A01: 1000 } },
    passes: [{ now: { A03: 300, A01: 1000 } }, { now: { A03: 1000, A01: 1000 } }],
  },
  {
    rule: "V22",
    severity: "warn",
    what: "more members than workers",
    lines: ["A03", "A01"],
    values: ["(25.001)", "(25.000)", "100,004 %"],
    fails: { now: { A03: 25_001, A01: 25_000 } },
    passes: [{ now: { A03: 25_000, A01: 25_000 } }],
  },
  {
    rule: "V26",
    severity: "warn",
    what: "two strikes typed, one in the list of incidents",
    lines: ["E05"],
    values: ["ghi 2 ", "có 1."],
    fails: { now: { E05: 2 }, listed: { E05: 1 } },
    passes: [{ now: { E05: 1 }, listed: { E05: 1 } }, { now: { E05: 2 } }, { now: { E05: 2 }, listed: {} }],
  },
];

describe.each(CASES)("$rule ($severity): $what", ({ rule, severity, lines, values, fails, passes }) => {
  it("is found, with every line and value", () => {
    expectOne(of(rule, fails), severity, lines.map(firstOf), values);
  });
  it("is not found where the relation holds", () => {
    for (const situation of passes) expect(of(rule, situation)).toEqual([]);
  });
});

describe("V10 (block): dialogues are held exactly when some are counted", () => {
  const counts = (periodic: number, onCase: number, onRequest: number) => ({
    "C02.periodic": periodic,
    "C02.onCase": onCase,
    "C02.onRequest": onRequest,
  });
  const lines = [firstOf("C01"), ...codesOf("C02")];
  it.each([
    [{ C01: 0, ...counts(0, 0, 1) }, ["là 1 ", "là Không"]],
    [{ C01: 1, ...counts(0, 0, 0) }, ["là Có", "là 0"]],
  ])("%j is found", (now, values) => {
    expectOne(of("V10", { now }), "block", lines, values);
  });
  it.each([
    { C01: 1, ...counts(1, 0, 2) },
    { C01: 0, ...counts(0, 0, 0) },
  ])("%j is not", (now) => {
    expect(of("V10", { now })).toEqual([]);
  });
});

it("V01 leaves more admitted than introduced alone: they may have been introduced earlier", () => {
  expect(find({ now: { I01: 2, I02: 5 } })).toEqual([]);
});

describe("the list of domain.md §c.3", () => {
  const IDS = Array.from({ length: 25 }, (_, index) => `V${String(index + 1).padStart(2, "0")}`);
  /** Beyond the list: §c.2 E has counts come from the list of incidents. */
  const OWN = ["V26"];
  const HELD_ELSEWHERE = ["V05", "V11", "V17", "V18", "V23", "V24", "V25"];

  it("has each rule here, or named at the head of rules.ts as held elsewhere, and no other", () => {
    const here = new Set(UNIT_RULES.map(({ id }) => id));
    expect([...here, ...HELD_ELSEWHERE].toSorted()).toEqual([...IDS, ...OWN]);
    const head = readFileSync(new URL("rules.ts", import.meta.url), "utf8").split("import")[0] ?? "";
    expect(head.match(/\bV\d\d\b/g)?.toSorted()).toEqual(HELD_ELSEWHERE);
  });

  it("has no rule that the tables above leave untried", () => {
    const tried = new Set([
      ...AT_MOST.map(
        ([rule, severity, left, right]) => `${rule} ${severity} ${firstOf(left)} ${firstOf(right)}`,
      ),
      ...SUMS.map(([rule, left, right]) => `${rule} block ${codesOf(left).join()} ${firstOf(right)}`),
    ]);
    const relations = UNIT_RULES.flatMap(({ id, severity, check }) =>
      check.kind === "notGreater" || check.kind === "sumEquals"
        ? [`${id} ${severity} ${check.left.join()} ${check.right.join()}`]
        : [],
    );
    expect(relations.toSorted()).toEqual([...tried].toSorted());
    const others = UNIT_RULES.filter(({ check }) => !["notGreater", "sumEquals"].includes(check.kind));
    const cases = new Set([...CASES.map(({ rule, severity }) => `${rule} ${severity}`), "V10 block"]);
    expect(new Set(others.map(({ id, severity }) => `${id} ${severity}`))).toEqual(cases);
  });

  it("V11: employees' conferences are asked of enterprises only, cadre conferences of agencies only", () => {
    const asked = (number: string, type: "privateEnterprise" | "adminAgency" | "publicServiceUnit") =>
      isApplicable(elementByCode(firstOf(number)), type);
    expect([asked("C03", "privateEnterprise"), asked("C03", "adminAgency")]).toEqual([true, false]);
    expect([asked("C05", "privateEnterprise"), asked("C05", "publicServiceUnit")]).toEqual([false, true]);
  });

  it("V25: names are equal after NFC, case, Đ/Ð, tone placement and spaces", () => {
    expect(sameNameKey(" C\u00d0CS  Ho\u00e0 B\u00ccNH")).toBe(sameNameKey("CĐCS Hòa Bình"));
  });
});
