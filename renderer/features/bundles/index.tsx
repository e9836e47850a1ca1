export { BundlesPage } from "./BundlesPage.tsx";
export { SubmissionPage } from "./SubmissionPage.tsx";
export { ReportPage } from "./ReportPage.tsx";
export { CoverSheetPage } from "./CoverSheetPage.tsx";
