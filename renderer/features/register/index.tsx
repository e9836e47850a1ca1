// Sổ đơn vị: unions, employers, imports and possible duplicates (design.md §1 no. 1).
export { EmployersPage } from "./EmployersPage.tsx";
export { ImportPage } from "./ImportPage.tsx";
export { ImportsPage } from "./ImportsPage.tsx";
export { RegisterPage } from "./RegisterPage.tsx";
export { SimilarPage } from "./SimilarPage.tsx";
