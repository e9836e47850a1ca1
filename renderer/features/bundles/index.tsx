export { BundlesPage } from "./BundlesPage.tsx";
export { SubmissionPage } from "./SubmissionPage.tsx";
