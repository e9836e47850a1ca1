import type { ReactNode } from "react";
import type { TrustChange, TrustDetails } from "../../../shared/contract/trust.ts";
import { api } from "../../api/api.ts";
import { NextVersionPanel } from "./NextVersionPanel.tsx";

interface ChangePanelProps {
  readonly list: TrustDetails;
  readonly title: string;
  readonly effect: string;
  /** The change as it stands in the fields; null while something is missing. */
  readonly change: TrustChange | null;
  readonly onChecked?: () => void;
  readonly onClose: () => void;
  readonly children?: ReactNode;
}

/** One change of what the list says already. */
export function ChangePanel({ change, ...panel }: ChangePanelProps) {
  return (
    <NextVersionPanel
      {...panel}
      typed={change}
      issue={change && ((secrets) => api.trust.change.call({ ...secrets, change }))}
    />
  );
}
