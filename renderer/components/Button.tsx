import type { ReactNode } from "react";
import { Button as AriaButton, type ButtonProps as AriaButtonProps } from "react-aria-components";
import "./button.css";

export interface ButtonProps extends Omit<AriaButtonProps, "children" | "className" | "style"> {
  /** One primary button on a page at most: what the person came for. */
  readonly variant?: "normal" | "primary" | "quiet" | "danger";
  /** The action runs: the button keeps its focus and its words and does nothing. */
  readonly isPending?: boolean;
  readonly children: ReactNode;
}

export function Button({ variant = "normal", isPending = false, children, ...rest }: ButtonProps) {
  return (
    <AriaButton {...rest} className="so-button" data-variant={variant} isPending={isPending}>
      {isPending && <span className="so-button-pending" aria-hidden="true" />}
      {children}
    </AriaButton>
  );
}
