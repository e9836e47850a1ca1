export { EntryFormPage } from "./EntryFormPage.tsx";
export { EntryPage } from "./EntryPage.tsx";
