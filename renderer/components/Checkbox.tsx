import type { ReactNode } from "react";
import { Checkbox as AriaCheckbox } from "react-aria-components";
import { CheckIcon } from "./icons.tsx";
import "./checkbox.css";

interface CheckboxProps {
  readonly isSelected: boolean;
  readonly onChange: (isSelected: boolean) => void;
  readonly isDisabled?: boolean;
  /** Some but not all of what it stands for. */
  readonly isIndeterminate?: boolean;
  readonly autoFocus?: boolean;
  readonly children: ReactNode;
}

export function Checkbox({ children, ...rest }: CheckboxProps) {
  return (
    <AriaCheckbox {...rest} className="so-checkbox">
      <span className="so-checkbox-box" aria-hidden="true">
        <CheckIcon />
      </span>
      <span>{children}</span>
    </AriaCheckbox>
  );
}
