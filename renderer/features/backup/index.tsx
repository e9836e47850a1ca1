export { BackupSection } from "./BackupSection.tsx";
export { RestoreWay } from "./RestoreWay.tsx";
