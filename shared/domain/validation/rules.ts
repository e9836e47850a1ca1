// The rules of domain.md §c.3 that look at one union in one period, as data. V05 is kept by reading the opening stock
// where the period before closed, V11 and V17 where cells are written (never asked, not alive), V18 and V23 follow from
// deriving those figures, V24 is checked on programmes, V25 over the register.
import type { ElementCode } from "../data-element.ts";

export type Severity = "block" | "warn";

export type Check =
  /** Σ left ≤ Σ right. */
  | {
      readonly kind: "notGreater";
      readonly left: readonly ElementCode[];
      readonly right: readonly ElementCode[];
    }
  | {
      readonly kind: "sumEquals";
      readonly left: readonly ElementCode[];
      readonly right: readonly ElementCode[];
    }
  /** closing = opening + in − out, opening being the closing of the period before. */
  | {
      readonly kind: "balance";
      readonly stock: ElementCode;
      readonly inflow: readonly ElementCode[];
      readonly outflow: readonly ElementCode[];
    }
  /** yes ⇔ Σ counts ≥ 1; `onlyForward` leaves out "yes without a count". */
  | {
      readonly kind: "yesWhenCounted";
      readonly yes: ElementCode;
      readonly counts: readonly ElementCode[];
      readonly onlyForward?: true;
    }
  /** A cumulative figure is at least the one of the period before it in the same year. */
  | { readonly kind: "nonDecreasing" }
  /** part / whole within hundredths of a percent. */
  | {
      readonly kind: "shareBetween";
      readonly part: ElementCode;
      readonly whole: ElementCode;
      readonly low: number;
      readonly high: number;
    }
  /** A stock changed by more than `percent` against the period before or the same of last year; only from `base` on. */
  | { readonly kind: "change"; readonly percent: number; readonly base: number }
  /**
   * A flow of at least `base` and more than `times` the greatest of the unit's own figures of a year. Counts of what
   * happens in a month jump by far more than 30 % from one to the next, and a rule that always speaks is not read; a
   * figure typed with a digit too many stands above all of them. The year holds what comes once in it.
   */
  | { readonly kind: "surge"; readonly times: number; readonly base: number }
  /** Money that differs from last year as if thousands were mixed up. */
  | { readonly kind: "thousandfold" }
  /** A count that was typed is what the list of incidents says. */
  | { readonly kind: "agreesWithList" }
  /** "Chưa xếp loại" exactly when too young, and a grade that fits the score. */
  | { readonly kind: "gradeFits" };

export interface Rule {
  readonly id: string;
  readonly severity: Severity;
  readonly check: Check;
}

const rule = (id: string, severity: Severity, check: Check): Rule => ({ id, severity, check });
const notGreater = (id: string, severity: Severity, left: ElementCode, right: ElementCode): Rule =>
  rule(id, severity, { kind: "notGreater", left: [left], right: [right] });

const REASONS = [
  "transferredOut",
  "retired",
  "contractEnded",
  "resigned",
  "died",
  "unionDissolved",
  "other",
].map((reason) => `membersDecreasedBy.${reason}`);
const GRADES = ["A", "B", "C", "D", "ungraded"].map((grade) => `claByGrade.${grade}`);
const DIALOGUES = ["periodic", "onCase", "onRequest"].map((kind) => `dialogueCount.${kind}`);

export const UNIT_RULES: readonly Rule[] = [
  notGreater("V01", "block", "workersFemale", "workersTotal"),
  notGreater("V01", "block", "membersFemale", "membersTotal"),
  notGreater("V01", "block", "membersAdmittedInformal", "membersAdmitted"),
  notGreater("V01", "block", "unionOfficersTrained", "unionOfficers"),
  notGreater("V01", "block", "membersInformed", "peopleInformed"),
  notGreater("V01", "block", "outstandingWorkers", "outstandingIntroduced"),
  notGreater("V02", "warn", "membersTotal", "workersTotal"),
  rule("V03", "block", { kind: "sumEquals", left: REASONS, right: ["membersDecreased"] }),
  rule("V04", "block", {
    kind: "balance",
    stock: "membersTotal",
    inflow: ["membersAdmitted", "membersTransferredIn"],
    outflow: ["membersDecreased"],
  }),
  notGreater("V06", "warn", "peopleInformed", "workersTotal"),
  notGreater("V06", "warn", "cultureParticipants", "workersTotal"),
  notGreater("V06", "warn", "peopleUpskilled", "workersTotal"),
  notGreater("V06", "warn", "membersBenefiting", "membersTotal"),
  notGreater("V06", "warn", "hardshipMembers", "membersTotal"),
  notGreater("V06", "warn", "membersUpskilled", "membersTotal"),
  rule("V07", "block", { kind: "nonDecreasing" }),
  notGreater("V08", "block", "hardshipMembersVisited", "hardshipMembers"),
  notGreater("V09", "block", "claMoreFavourable", "claCount"),
  rule("V09", "block", { kind: "sumEquals", left: GRADES, right: ["claCount"] }),
  rule("V09", "block", { kind: "yesWhenCounted", yes: "claInForce", counts: ["claCount"] }),
  notGreater("V09", "warn", "claNew", "claCount"),
  rule("V10", "block", { kind: "yesWhenCounted", yes: "dialogueHeld", counts: DIALOGUES }),
  notGreater("V12", "block", "collectiveDisputesWithUnion", "collectiveDisputes"),
  notGreater("V12", "block", "workStoppagesWithUnion", "workStoppages"),
  notGreater("V12", "block", "strikesWithUnion", "strikes"),
  rule("V13", "block", {
    kind: "yesWhenCounted",
    yes: "authorityDialogueProposed",
    counts: ["authorityDialogueCount"],
    onlyForward: true,
  }),
  notGreater("V14", "warn", "unionFundCollected", "unionFundDue"),
  notGreater("V14", "warn", "memberDuesCollected", "memberDuesDue"),
  rule("V15", "warn", {
    kind: "shareBetween",
    part: "unionFundRetained",
    whole: "unionFundCollected",
    low: 7450,
    high: 7550,
  }),
  rule("V16", "block", { kind: "gradeFits" }),
  notGreater("V19", "block", "employers20PlusWithUnion", "employers20Plus"),
  notGreater("V19", "block", "employers25PlusWithUnion", "employers25Plus"),
  notGreater("V19", "block", "employers25Plus", "employers20Plus"),
  rule("V20", "warn", { kind: "thousandfold" }),
  rule("V21", "warn", { kind: "change", percent: 30, base: 10 }),
  rule("V21", "warn", { kind: "surge", times: 3, base: 10 }),
  rule("V22", "warn", {
    kind: "shareBetween",
    part: "membersTotal",
    whole: "workersTotal",
    low: 3000,
    high: 10_000,
  }),
  // Not among the rules of domain.md §c.3: its §c.2 E has these counts come from the list.
  rule("V26", "warn", { kind: "agreesWithList" }),
];
