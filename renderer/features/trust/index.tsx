export { DownwardPage } from "./DownwardPage.tsx";
export { EnrolmentSheetPage } from "./EnrolmentSheetPage.tsx";
export { PaperKeyPage } from "./PaperKeyPage.tsx";
export { TrustPage } from "./TrustPage.tsx";
