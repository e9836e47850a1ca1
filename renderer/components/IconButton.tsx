import type { ReactNode } from "react";
import { Button as AriaButton, type ButtonProps as AriaButtonProps } from "react-aria-components";
import "./button.css";

interface IconButtonProps extends Omit<AriaButtonProps, "children" | "className" | "style" | "aria-label"> {
  /** What the button does; read aloud. There is no tooltip of its own. */
  readonly label: string;
  readonly variant?: "normal" | "quiet";
  readonly children: ReactNode;
}

/** A button whose only content is a picture. */
export function IconButton({ label, variant = "quiet", children, ...rest }: IconButtonProps) {
  return (
    <AriaButton {...rest} aria-label={label} className="so-button so-icon-button" data-variant={variant}>
      {children}
    </AriaButton>
  );
}
