export { ComparisonPage } from "./ComparisonPage.tsx";
export { HistoryPage } from "./HistoryPage.tsx";
export { PastProgrammePage } from "./PastProgrammePage.tsx";
export { ReportedPage } from "./ReportedPage.tsx";
export { ReportsPage } from "./ReportsPage.tsx";
export { SeriesPage } from "./SeriesPage.tsx";
export { UnitsPage } from "./UnitsPage.tsx";
