// Chương trình: programmes in use, the catalogue, own programmes (design.md §1 no. 2).
export { ProgrammePage } from "./ProgrammePage.tsx";
export { ProgrammesPage } from "./ProgrammesPage.tsx";
