// Writing programmes: drafts, formulas without code, issuing, decisions, shares, verdicts (domain.md §h story 2).
export { EditorPage } from "./EditorPage.tsx";
export { ManagePage } from "./ManagePage.tsx";
export { StartPage } from "./StartPage.tsx";
