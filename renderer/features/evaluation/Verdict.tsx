export { Verdict } from "../../text/Verdict.tsx";
