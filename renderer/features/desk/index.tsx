export { DeskPage } from "./DeskPage.tsx";
export { ReviewPage } from "./ReviewPage.tsx";
export { ConsolidationPage } from "./ConsolidationPage.tsx";
