export { PrintedReportPage } from "./PrintedReportPage.tsx";
export { SignedPaperPage } from "./SignedPaperPage.tsx";
