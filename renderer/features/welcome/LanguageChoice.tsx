import { RadioGroup } from "../../components/RadioGroup.tsx";
