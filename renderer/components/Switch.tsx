import type { ReactNode } from "react";
import { Switch as AriaSwitch } from "react-aria-components";
import "./switch.css";

export interface SwitchProps {
  readonly isSelected: boolean;
  readonly onChange: (isSelected: boolean) => void;
  readonly isDisabled?: boolean;
  readonly children: ReactNode;
}

/** On or off, at once. For something that is only true after saving use a Checkbox. */
export function Switch({ children, ...rest }: SwitchProps) {
  return (
    <AriaSwitch {...rest} className="so-switch">
      <span className="so-switch-track" aria-hidden="true" />
      <span>{children}</span>
    </AriaSwitch>
  );
}
