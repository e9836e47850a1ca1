export { EntryFormPage } from "./EntryFormPage.tsx";
export { EntryPage } from "./EntryPage.tsx";
export { OwnEntryPage } from "./OwnEntryPage.tsx";
export { OwnFiguresPage } from "./OwnFiguresPage.tsx";
