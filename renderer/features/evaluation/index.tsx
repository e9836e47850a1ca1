export { EvaluationPage } from "./EvaluationPage.tsx";
export { TargetPage } from "./TargetPage.tsx";
