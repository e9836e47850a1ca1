export { GradingPage } from "./GradingPage.tsx";
export { GradingSummaryPage } from "./GradingSummaryPage.tsx";
