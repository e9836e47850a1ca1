export { IncidentsPanel } from "./IncidentsPanel.tsx";
