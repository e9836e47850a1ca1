// The sums behind the 47 targets as someone who knows the tables would write them in SQL, one statement a target.
// Written from domain.md §b, not from the evaluator, and used for nothing but measuring and comparing.

export interface Names {
  readonly year: number;
  /** The first year the office has figures of. */
  readonly bookedSince: number;
  readonly elementId: (code: string) => number;
  readonly periodId: (code: string) => number;
  readonly selfId: number;
}

const STATE = ["stateEnterprise"];
const NON_STATE = ["privateEnterprise", "fdiEnterprise", "cooperative"];
const ENTERPRISES = [...STATE, ...NON_STATE];
const AGENCIES = ["adminAgency", "publicServiceUnit"];
const GOOD = "IN (0, 1)";
/** First year of the national programme and of An Giang's. */
const PROGRAMME_SINCE = 2021;
/** The only year of Bến Tre's targets. */
const BEN_TRE_YEAR = 2024;

export function sumsByHand({
  year,
  bookedSince,
  elementId,
  periodId,
  selfId,
}: Names): { target: string; sql: string }[] {
  const from = `'${year}-01-01'`;
  const on = `'${year}-12-31'`;
  const ids = (codes: readonly string[]) => codes.map(periodId).join(", ");
  const at = {
    december: String(periodId(`${year}-M12`)),
    lastQuarter: String(periodId(`${year}-Q4`)),
    months: ids(Array.from({ length: 12 }, (_, index) => `${year}-M${String(index + 1).padStart(2, "0")}`)),
    quarters: ids([1, 2, 3, 4].map((quarter) => `${year}-Q${quarter}`)),
    cumulative: ids([`${year}-H1`, `${year}-9M`, `${year}`]),
    year: String(periodId(String(year))),
  };

  const unions = (where = "TRUE", type = "TRUE") =>
    `SELECT u.id FROM org_unit u
       JOIN org_unit_name n ON n.unit_id = u.id AND n.valid_from <= ${on} AND coalesce(n.valid_to, '9999') >= ${on}
       JOIN org_unit_classification c ON c.unit_id = u.id AND c.valid_from <= ${on} AND coalesce(c.valid_to, '9999') >= ${on}
     WHERE u.is_removed = 0 AND n.kind IN ('grassrootsUnion', 'occupationalUnion') AND ${type} AND ${where}`;
  const isAlive = `coalesce(u.established_on, '0000') <= ${on} AND coalesce(u.ended_on, '9999') >= ${on}`;
  const wasAlive = `coalesce(u.established_on, '0000') <= ${on} AND coalesce(u.ended_on, '9999') >= ${from}`;
  const ofTypes = (types: readonly string[]) =>
    `c.employer_type IN (${types.map((type) => `'${type}'`).join(", ")})`;
  const alive = (types?: readonly string[]) => unions(isAlive, types ? ofTypes(types) : "TRUE");
  const self = `SELECT ${selfId} AS id`;
  const aliveAndSelf = `${alive()} UNION ALL ${self}`;

  /** Every entry of some elements over disjoint periods. */
  const sum = (codes: readonly string[], periods: string) =>
    `(SELECT total(e.value) FROM entry e JOIN unit ON unit.id = e.unit_id WHERE e.period_id IN (${periods}) AND e.element_id IN (${codes.map(elementId).join(", ")}))`;
  /** The last figure since 1 January of each unit and element. */
  const latest = (codes: readonly string[], periods: string) =>
    `(SELECT total(value) FROM (SELECT e.value, max(e.period_id) FROM entry e JOIN unit ON unit.id = e.unit_id
       WHERE e.period_id IN (${periods}) AND e.element_id IN (${codes.map(elementId).join(", ")}) GROUP BY e.element_id, e.unit_id))`;
  const count = "(SELECT count(*) FROM unit)";
  const hasUnion = `EXISTS (SELECT 1 FROM employer_union l JOIN org_unit u ON u.id = l.unit_id
    WHERE l.employer_id = e.id AND l.valid_from <= ${on} AND coalesce(l.valid_to, '9999') >= ${on} AND ${isAlive})`;
  const yes = (code: string, periods: string, test = "= 1") =>
    `(SELECT count(DISTINCT e.unit_id) FROM entry e JOIN unit ON unit.id = e.unit_id WHERE e.period_id IN (${periods}) AND e.element_id = ${elementId(code)} AND e.value ${test})`;

  const statement = (unit: string, numerator: string, denominator = "NULL") =>
    `WITH unit (id) AS MATERIALIZED (${unit}) SELECT ${numerator}, ${denominator}`;
  const share = (unit: string, code: string, periods: string, test?: string) =>
    statement(unit, yes(code, periods, test), count);

  const atLeastOne = (unit: string, code: string, periods: string) =>
    statement(
      unit,
      `(SELECT count(*) FROM (SELECT e.value, max(e.period_id) FROM entry e JOIN unit ON unit.id = e.unit_id
         WHERE e.period_id IN (${periods}) AND e.element_id = ${elementId(code)} GROUP BY e.unit_id) WHERE value >= 1)`,
      count,
    );
  /** A union whose own denominator is not known stands in neither. */
  const people = (code: string, of: string, types?: readonly string[], period = at.december) =>
    `WITH unit (id, below) AS MATERIALIZED (SELECT alive.id, whole.value FROM (${alive(types)}) alive
       JOIN entry whole ON whole.period_id = ${period} AND whole.element_id = ${elementId(of)} AND whole.unit_id = alive.id)
     SELECT ${latest([code], at.cumulative)}, (SELECT total(below) FROM unit)`;
  const graded = (sector: string) => `
    WITH unit (id) AS MATERIALIZED (${unions(`${isAlive} AND coalesce(u.established_on, '0000') <= '${year - 1}-12-31'`, `c.sector = '${sector}'`)}),
      grade AS (SELECT e.value FROM unit JOIN entry e ON e.unit_id = unit.id AND e.period_id = ${at.year} AND e.element_id = ${elementId("qualityGrade")})
    SELECT (SELECT count(*) FROM grade WHERE value ${GOOD}), (SELECT count(*) FROM unit) - (SELECT count(*) FROM grade WHERE value = 4)`;
  /** Since the end of a year. Both ends known; founded since opens with 0. */
  const netChangeSince = (opening: number) => `
    WITH unit AS MATERIALIZED (SELECT u.id, coalesce(u.established_on, '0000') AS since, coalesce(u.ended_on, '9999') AS until FROM org_unit u
      JOIN org_unit_name n ON n.unit_id = u.id AND n.kind IN ('grassrootsUnion', 'occupationalUnion') WHERE u.is_removed = 0 AND coalesce(u.established_on, '0000') <= ${on})
    SELECT total(CASE WHEN since <= '${opening}-12-31' AND opening.unit_id IS NULL OR until >= ${on} AND closing.unit_id IS NULL THEN 0
        ELSE coalesce(CASE WHEN until >= ${on} THEN closing.value END, 0) - coalesce(CASE WHEN since <= '${opening}-12-31' THEN opening.value END, 0) END), NULL
    FROM unit
      LEFT JOIN entry opening ON opening.unit_id = unit.id AND opening.period_id = ${periodId(`${opening}-M12`)} AND opening.element_id = ${elementId("membersTotal")}
      LEFT JOIN entry closing ON closing.unit_id = unit.id AND closing.period_id = ${at.december} AND closing.element_id = ${elementId("membersTotal")}
    WHERE until >= '${opening}-12-31'`;
  const employers = (having: string) =>
    `(SELECT count(*) FROM employer e JOIN employer_headcount h ON h.employer_id = e.id
       AND h.valid_from = (SELECT max(valid_from) FROM employer_headcount WHERE employer_id = e.id AND valid_from <= ${on})
       WHERE e.is_removed = 0 AND h.workforce >= 20 AND e.employer_type IN (${ENTERPRISES.map((type) => `'${type}'`).join(", ")}) AND ${having})`;
  const founded = (minimum: number) =>
    `SELECT count(*), NULL FROM unit_event WHERE kind = 'established' AND effective_on BETWEEN ${from} AND ${on} AND coalesce(workforce, 0) >= ${minimum}`;
  const disputes = ["collectiveDisputes", "workStoppages", "strikes"];
  const years = Array.from({ length: year - bookedSince + 1 }, (_, index) => bookedSince + index);
  const quartersSince = ids(years.flatMap((each) => [1, 2, 3, 4].map((quarter) => `${each}-Q${quarter}`)));
  // Before the book begins nothing opens: then the end of the year before the programme stands in.
  const averageSince = year > bookedSince ? bookedSince : PROGRAMME_SINCE - 1;

  const statements = [
    { target: "T000-01", sql: people("peopleInformed", "workersTotal") },
    { target: "T000-02a", sql: share(alive(STATE), "dialogueHeld", at.cumulative) },
    { target: "T000-02b", sql: share(alive(NON_STATE), "dialogueHeld", at.cumulative) },
    { target: "T000-03", sql: share(alive(AGENCIES), "cadreConferenceHeld", at.cumulative) },
    { target: "T000-04a", sql: share(alive(STATE), "employeeConferenceHeld", at.cumulative) },
    { target: "T000-04b", sql: share(alive(NON_STATE), "employeeConferenceHeld", at.cumulative) },
    { target: "T000-05", sql: people("membersBenefiting", "membersTotal") },
    {
      target: "T000-06",
      sql: statement(
        unions(wasAlive),
        latest(["hardshipMembersVisited"], at.cumulative),
        latest(["hardshipMembers"], at.cumulative),
      ),
    },
    { target: "T000-07", sql: people("cultureParticipants", "workersTotal") },
    { target: "T000-08", sql: share(aliveAndSelf, "reskillingPolicyInput", at.year) },
    // Asked of provinces only.
    { target: "T000-09", sql: "SELECT NULL, NULL" },
    { target: "T000-10", sql: people("membersUpskilled", "membersTotal", ENTERPRISES) },
    { target: "T000-11", sql: netChangeSince(averageSince) },
    {
      target: "T000-12",
      sql: statement(
        unions(wasAlive),
        sum(["outstandingIntroduced"], at.quarters),
        `(SELECT count(*) FROM (${alive()}))`,
      ),
    },
    { target: "T000-13", sql: share(self, "ownGrade", at.year, GOOD) },
    { target: "T000-14a", sql: graded("state") },
    { target: "T000-14b", sql: graded("nonState") },
    {
      target: "T000-15",
      sql: statement(
        alive(),
        latest(["unionFundRetained"], at.cumulative),
        sum(["unionFundCollected"], at.quarters),
      ),
    },
    { target: "T000-16", sql: share(aliveAndSelf, "financeDisclosed", at.year) },
    {
      target: "T000-17",
      sql: statement(
        self,
        `min(${yes("financeInspected", at.year)}, ${yes("financeSettled", at.year)})`,
        count,
      ),
    },
    { target: "T001-01a", sql: share(self, "resolutionPlanAdopted", at.year) },
    {
      target: "T001-01b",
      sql: share(alive(), "resolutionPlanAdopted", ids(years.map(String))),
    },
    { target: "T001-02", sql: people("peopleInformed", "workersTotal") },
    { target: "T001-03", sql: people("peopleUpskilled", "workersTotal") },
    {
      target: "T001-04",
      sql: statement(
        unions(wasAlive),
        sum(
          disputes.map((code) => `${code}WithUnion`),
          at.months,
        ),
        sum(disputes, at.months),
      ),
    },
    { target: "T001-05", sql: share(alive(ENTERPRISES), "claInForce", at.lastQuarter) },
    {
      target: "T001-06",
      sql: statement(alive(), sum(["claMoreFavourable"], at.lastQuarter), sum(["claCount"], at.lastQuarter)),
    },
    {
      target: "T001-07",
      sql: statement(
        alive(),
        sum(["claByGrade.A", "claByGrade.B"], at.year),
        sum(["claCount"], at.lastQuarter),
      ),
    },
    { target: "T001-08a", sql: share(alive(STATE), "employeeConferenceHeld", at.cumulative) },
    { target: "T001-08b", sql: share(alive(NON_STATE), "employeeConferenceHeld", at.cumulative) },
    { target: "T001-09a", sql: share(alive(STATE), "dialogueHeld", at.cumulative) },
    { target: "T001-09b", sql: share(alive(NON_STATE), "dialogueHeld", at.cumulative) },
    { target: "T001-10a", sql: atLeastOne(self, "authorityDialogueCount", at.cumulative) },
    {
      target: "T001-10b",
      sql: atLeastOne(
        unions(`${isAlive} AND c.workforce >= 500`, ofTypes(ENTERPRISES)),
        "authorityDialogueCount",
        at.cumulative,
      ),
    },
    {
      target: "T001-11",
      sql: statement(
        `${unions(wasAlive)} UNION ALL ${self}`,
        latest(["sheltersBuilt", "sheltersRepaired"], at.cumulative),
      ),
    },
    {
      target: "T001-12",
      sql: statement(
        `${unions(wasAlive)} UNION ALL ${self}`,
        latest(
          ["solution", "initiative", "technicalImprovement", "research"].map((kind) => `initiatives.${kind}`),
          at.cumulative,
        ),
      ),
    },
    { target: "T001-13", sql: atLeastOne(aliveAndSelf, "effectiveModels", at.year) },
    {
      target: "T001-14",
      sql: statement(alive(), sum(["membersTotal"], at.december), sum(["workersTotal"], at.december)),
    },
    { target: "T001-15", sql: `SELECT ${employers(hasUnion)}, ${employers("TRUE")}` },
    {
      target: "T001-16",
      sql: people("unionOfficersTrained", "unionOfficers", undefined, at.year),
    },
    {
      target: "T001-17",
      sql: statement(
        unions(`coalesce(u.established_on, '0000') <= ${on}`),
        sum(["outstandingIntroduced"], quartersSince),
        `(SELECT count(*) FROM (${alive()}))`,
      ),
    },
    {
      target: "T004-01",
      sql: statement(`${unions(wasAlive)} UNION ALL ${self}`, sum(["membersAdmitted"], at.months)),
    },
    {
      target: "T004-01a",
      sql: statement(`${unions(wasAlive)} UNION ALL ${self}`, sum(["membersAdmittedInformal"], at.months)),
    },
    { target: "T004-01b", sql: netChangeSince(year - 1) },
    { target: "T004-02", sql: founded(0) },
    { target: "T004-02a", sql: founded(25) },
    {
      target: "T004-03",
      sql: statement(`${unions(wasAlive)} UNION ALL ${self}`, sum(["outstandingIntroduced"], at.quarters)),
    },
  ];
  // In any other year they ask for nothing.
  const isAsked = (target: string) => year === BEN_TRE_YEAR || !target.startsWith("T004-");
  return statements.map(({ target, sql }) => ({ target, sql: isAsked(target) ? sql : "SELECT NULL, NULL" }));
}
