export { CollectPage } from "./CollectPage.tsx";
