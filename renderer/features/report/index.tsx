export { PrintedReportPage } from "./PrintedReportPage.tsx";
