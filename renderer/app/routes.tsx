// Every address of the application. Hash history: the same build runs from a loopback address and from app://.
// Over 300 lines because it is one list.
import {
  createHashHistory,
  createRootRoute,
  createRoute,
  createRouter,
  lazyRouteComponent,
  retainSearchParams,
} from "@tanstack/react-router";
import { ErrorScreen } from "./ErrorScreen.tsx";
import { NotFound } from "./NotFound.tsx";
import { Root } from "./Root.tsx";

interface RootSearch {
  /** Working year, when the person chose another than the office's own. */
  readonly year?: number;
  /** Unit whose list of incidents is open beside the page, and the period it shows; without one, every year. */
  readonly incidents?: string;
  readonly incidentsIn?: string;
}

interface SeriesSearch {
  readonly element?: string;
  readonly programme?: string;
  readonly target?: string;
  readonly period?: string;
  readonly from?: number;
  readonly base?: "lasting" | "unit" | "parent";
  readonly sight?: "asIs";
}

/** A year alone comes out of the address as a number. */
function periodIn(period: unknown): { period?: string } {
  return typeof period === "string" || typeof period === "number" ? { period: String(period) } : {};
}

const rootRoute = createRootRoute({
  component: Root,
  validateSearch: (search: Record<string, unknown>): RootSearch => {
    const year = Number(search["year"]);
    const { incidents, incidentsIn } = search;
    return {
      ...(Number.isInteger(year) && year >= 1990 && year <= 2100 && { year }),
      ...(typeof incidents === "string" && { incidents }),
      ...(typeof incidentsIn === "string" && { incidentsIn }),
    };
  },
  search: { middlewares: [retainSearchParams(["year"])] },
  errorComponent: ErrorScreen,
  notFoundComponent: NotFound,
});

const today = createRoute({
  getParentRoute: () => rootRoute,
  path: "/",
  component: lazyRouteComponent(() => import("../features/today/index.tsx"), "TodayPage"),
});

const register = createRoute({
  getParentRoute: () => rootRoute,
  path: "/register",
  /** `unit` opens the side panel of that unit. */
  validateSearch: (search: Record<string, unknown>): { unit?: string } =>
    typeof search["unit"] === "string" ? { unit: search["unit"] } : {},
  component: lazyRouteComponent(() => import("../features/register/index.tsx"), "RegisterPage"),
});
const employers = createRoute({
  getParentRoute: () => rootRoute,
  path: "/register/employers",
  /** Only those without a union, only those with so many workers. */
  validateSearch: (search: Record<string, unknown>): { without?: true; workers?: number } => ({
    ...(search["without"] === true && { without: true }),
    ...(typeof search["workers"] === "number" && { workers: search["workers"] }),
  }),
  component: lazyRouteComponent(() => import("../features/register/index.tsx"), "EmployersPage"),
});
const similar = createRoute({
  getParentRoute: () => rootRoute,
  path: "/register/similar",
  component: lazyRouteComponent(() => import("../features/register/index.tsx"), "SimilarPage"),
});
const imports = createRoute({
  getParentRoute: () => rootRoute,
  path: "/register/imports",
  component: lazyRouteComponent(() => import("../features/register/index.tsx"), "ImportsPage"),
});
const importFile = createRoute({
  getParentRoute: () => rootRoute,
  path: "/register/import",
  validateSearch: (search: Record<string, unknown>): { kind?: "units" | "employers" | "entries" } => {
    const kind = search["kind"];
    return kind === "units" || kind === "employers" || kind === "entries" ? { kind } : {};
  },
  component: lazyRouteComponent(() => import("../features/register/index.tsx"), "ImportPage"),
});

const programmes = createRoute({
  getParentRoute: () => rootRoute,
  path: "/programmes",
  component: lazyRouteComponent(() => import("../features/programmes/index.tsx"), "ProgrammesPage"),
});
const programme = createRoute({
  getParentRoute: () => rootRoute,
  path: "/programmes/$code",
  /** `target` scrolls to one target and marks it. */
  validateSearch: (search: Record<string, unknown>): { target?: string } =>
    typeof search["target"] === "string" ? { target: search["target"] } : {},
  component: lazyRouteComponent(() => import("../features/programmes/index.tsx"), "ProgrammePage"),
});

// No code of a programme begins with a hyphen.
const programmeEditor = createRoute({
  getParentRoute: () => rootRoute,
  path: "/programmes/-",
  /** `from` is the programme of the level above a new draft is derived from. */
  validateSearch: (search: Record<string, unknown>): { from?: string } =>
    typeof search["from"] === "string" ? { from: search["from"] } : {},
  component: lazyRouteComponent(() => import("../features/programme-editor/index.tsx"), "StartPage"),
});
const programmeDraft = createRoute({
  getParentRoute: () => rootRoute,
  path: "/programmes/-/$code",
  component: lazyRouteComponent(() => import("../features/programme-editor/index.tsx"), "EditorPage"),
});
const programmeManaged = createRoute({
  getParentRoute: () => rootRoute,
  path: "/programmes/$code/manage",
  /** `tab` is the one that is open first. */
  validateSearch: (search: Record<string, unknown>): { tab?: "verdict" } =>
    search["tab"] === "verdict" ? { tab: "verdict" } : {},
  component: lazyRouteComponent(() => import("../features/programme-editor/index.tsx"), "ManagePage"),
});

const settings = createRoute({
  getParentRoute: () => rootRoute,
  path: "/settings/{-$section}",
  component: lazyRouteComponent(() => import("./SettingsRoute.tsx"), "SettingsRoute"),
});

const downward = createRoute({
  getParentRoute: () => rootRoute,
  path: "/programmes/$code/down",
  component: lazyRouteComponent(() => import("../features/trust/index.tsx"), "DownwardPage"),
});
const trustList = createRoute({
  getParentRoute: () => rootRoute,
  path: "/trust",
  /** `add` opens the panel that adds a key. */
  validateSearch: (search: Record<string, unknown>): { add?: true } =>
    search["add"] === true ? { add: true } : {},
  component: lazyRouteComponent(() => import("../features/trust/index.tsx"), "TrustPage"),
});
const enrolmentSheet = createRoute({
  getParentRoute: () => rootRoute,
  path: "/trust/enrolment",
  component: lazyRouteComponent(() => import("../features/trust/index.tsx"), "EnrolmentSheetPage"),
});
const paperKey = createRoute({
  getParentRoute: () => rootRoute,
  path: "/trust/paper/$keyid",
  component: lazyRouteComponent(() => import("../features/trust/index.tsx"), "PaperKeyPage"),
});

/** The cell a sheet opens at. */
interface CellSearch {
  readonly unit?: string;
  readonly element?: string;
}

function cellIn({ unit, element }: Record<string, unknown>): CellSearch {
  return {
    ...(typeof unit === "string" && { unit }),
    ...(typeof element === "string" && { element }),
  };
}

const entry = createRoute({ getParentRoute: () => rootRoute, path: "/entry" });
const entryForm = createRoute({
  getParentRoute: () => rootRoute,
  path: "/entry/$form/$period",
  /** `check` opens what the rules say of the form. */
  validateSearch: (search: Record<string, unknown>): CellSearch & { check?: true } => ({
    ...cellIn(search),
    ...(search["check"] === true && { check: true }),
  }),
});
const ownEntry = createRoute({ getParentRoute: () => rootRoute, path: "/entry/own" });
const ownFigures = createRoute({ getParentRoute: () => rootRoute, path: "/entry/own/$period" });
const collect = createRoute({
  getParentRoute: () => rootRoute,
  path: "/entry/collect",
  /** `period` is the one whose sheets are made and received. */
  validateSearch: (search: Record<string, unknown>) => periodIn(search["period"]),
  component: lazyRouteComponent(() => import("../features/collect/index.tsx"), "CollectPage"),
});
const grading = createRoute({
  getParentRoute: () => rootRoute,
  path: "/entry/grading",
  validateSearch: cellIn,
  component: lazyRouteComponent(() => import("../features/grading/index.tsx"), "GradingPage"),
});
const gradingSummary = createRoute({
  getParentRoute: () => rootRoute,
  path: "/entry/grading/summary",
  component: lazyRouteComponent(() => import("../features/grading/index.tsx"), "GradingSummaryPage"),
});
const evaluation = createRoute({ getParentRoute: () => rootRoute, path: "/evaluation" });
const evaluationOf = createRoute({ getParentRoute: () => rootRoute, path: "/evaluation/$programme/$period" });
const evaluationTarget = createRoute({
  getParentRoute: () => rootRoute,
  path: "/evaluation/$programme/$period/$target",
});
const bundles = createRoute({ getParentRoute: () => rootRoute, path: "/bundles" });
const sentReport = createRoute({
  getParentRoute: () => rootRoute,
  path: "/bundles/report/$digest",
  /** `answer`: opened to be answered at once. */
  validateSearch: (search: Record<string, unknown>): { answer?: true } =>
    search["answer"] === true ? { answer: true } : {},
});
const signedPaper = createRoute({
  getParentRoute: () => rootRoute,
  path: "/bundles/report/$digest/paper",
  component: lazyRouteComponent(() => import("../features/report/index.tsx"), "SignedPaperPage"),
});
const coverSheet = createRoute({
  getParentRoute: () => rootRoute,
  path: "/bundles/cover/$digest",
  component: lazyRouteComponent(() => import("../features/bundles/index.tsx"), "CoverSheetPage"),
});
const submission = createRoute({ getParentRoute: () => rootRoute, path: "/bundles/$form/$period" });
const printedReport = createRoute({
  getParentRoute: () => rootRoute,
  path: "/bundles/$form/$period/report",
});

// Pages of the larger features are loaded when they are first opened.
entry.update({ component: lazyRouteComponent(() => import("../features/entry/index.tsx"), "EntryPage") });
entryForm.update({
  component: lazyRouteComponent(() => import("../features/entry/index.tsx"), "EntryFormPage"),
});
ownEntry.update({
  component: lazyRouteComponent(() => import("../features/entry/index.tsx"), "OwnEntryPage"),
});
ownFigures.update({
  component: lazyRouteComponent(() => import("../features/entry/index.tsx"), "OwnFiguresPage"),
});
evaluation.update({
  component: lazyRouteComponent(() => import("../features/evaluation/index.tsx"), "EvaluationPage"),
});
evaluationOf.update({
  component: lazyRouteComponent(() => import("../features/evaluation/index.tsx"), "EvaluationPage"),
});
evaluationTarget.update({
  component: lazyRouteComponent(() => import("../features/evaluation/index.tsx"), "TargetPage"),
});
bundles.update({
  component: lazyRouteComponent(() => import("../features/bundles/index.tsx"), "BundlesPage"),
});
sentReport.update({
  component: lazyRouteComponent(() => import("../features/bundles/index.tsx"), "ReportPage"),
});
submission.update({
  component: lazyRouteComponent(() => import("../features/bundles/index.tsx"), "SubmissionPage"),
});
printedReport.update({
  component: lazyRouteComponent(() => import("../features/report/index.tsx"), "PrintedReportPage"),
});

const desk = createRoute({
  getParentRoute: () => rootRoute,
  path: "/desk",
  component: lazyRouteComponent(() => import("../features/desk/index.tsx"), "DeskPage"),
});
const review = createRoute({
  getParentRoute: () => rootRoute,
  path: "/desk/review/$digest",
  component: lazyRouteComponent(() => import("../features/desk/index.tsx"), "ReviewPage"),
});
const consolidation = createRoute({
  getParentRoute: () => rootRoute,
  path: "/desk/consolidation/$period",
  /** Opens there instead of at the figures. */
  validateSearch: (search: Record<string, unknown>): { part?: "verdicts" } =>
    search["part"] === "verdicts" ? { part: "verdicts" } : {},
  component: lazyRouteComponent(() => import("../features/desk/index.tsx"), "ConsolidationPage"),
});

const history = createRoute({
  getParentRoute: () => rootRoute,
  path: "/history",
  component: lazyRouteComponent(() => import("../features/history/index.tsx"), "HistoryPage"),
});
const pastProgramme = createRoute({
  getParentRoute: () => rootRoute,
  path: "/history/programmes/$code",
  /** `on` is the day whose values are shown. */
  validateSearch: (search: Record<string, unknown>): { on?: string } =>
    typeof search["on"] === "string" ? { on: search["on"] } : {},
  component: lazyRouteComponent(() => import("../features/history/index.tsx"), "PastProgrammePage"),
});
const programmeComparison = createRoute({
  getParentRoute: () => rootRoute,
  path: "/history/comparison",
  component: lazyRouteComponent(() => import("../features/history/index.tsx"), "ComparisonPage"),
});
const series = createRoute({
  getParentRoute: () => rootRoute,
  path: "/history/series",
  /** What is looked at (`element`, or `programme` and `target`), its last point, its first year and its units. */
  validateSearch: (search: Record<string, unknown>): SeriesSearch => {
    const { element, programme: code, target, period, from } = search;
    return {
      ...(typeof element === "string" && { element }),
      ...(typeof code === "string" && typeof target === "string" && { programme: code, target }),
      ...periodIn(period),
      ...(typeof from === "number" && { from }),
      ...(search["base"] === "lasting" || search["base"] === "unit" || search["base"] === "parent"
        ? { base: search["base"] }
        : {}),
      ...(search["sight"] === "asIs" && { sight: "asIs" }),
    };
  },
  component: lazyRouteComponent(() => import("../features/history/index.tsx"), "SeriesPage"),
});
const unitsThen = createRoute({
  getParentRoute: () => rootRoute,
  path: "/history/units",
  validateSearch: (search: Record<string, unknown>): { element?: string; period?: string } => ({
    ...(typeof search["element"] === "string" && { element: search["element"] }),
    ...periodIn(search["period"]),
  }),
  component: lazyRouteComponent(() => import("../features/history/index.tsx"), "UnitsPage"),
});
const frozenReports = createRoute({
  getParentRoute: () => rootRoute,
  path: "/history/reports",
  component: lazyRouteComponent(() => import("../features/history/index.tsx"), "ReportsPage"),
});
const reportedNow = createRoute({
  getParentRoute: () => rootRoute,
  path: "/history/reports/$report",
  component: lazyRouteComponent(() => import("../features/history/index.tsx"), "ReportedPage"),
});

const routeTree = rootRoute.addChildren([
  today,
  register,
  employers,
  similar,
  imports,
  importFile,
  programmes,
  programme,
  programmeEditor,
  programmeDraft,
  programmeManaged,
  downward,
  trustList,
  enrolmentSheet,
  paperKey,
  entry,
  entryForm,
  ownEntry,
  ownFigures,
  collect,
  grading,
  gradingSummary,
  evaluation,
  evaluationOf,
  evaluationTarget,
  bundles,
  sentReport,
  signedPaper,
  coverSheet,
  submission,
  printedReport,
  desk,
  review,
  consolidation,
  history,
  pastProgramme,
  programmeComparison,
  series,
  unitsThen,
  frozenReports,
  reportedNow,
  settings,
]);

export const router = createRouter({
  routeTree,
  history: createHashHistory(),
  defaultPreload: false,
  scrollRestoration: true,
});

declare module "@tanstack/react-router" {
  interface Register {
    router: typeof router;
  }
}
