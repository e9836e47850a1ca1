import type { ReactNode } from "react";
import { CheckIcon, ErrorIcon, InfoIcon, LockIcon, WarningIcon } from "./icons.tsx";
import "./callout.css";

const ICONS = {
  info: InfoIcon,
  success: CheckIcon,
  warning: WarningIcon,
  danger: ErrorIcon,
  locked: LockIcon,
} as const;

interface CalloutProps {
  readonly tone: keyof typeof ICONS;
  readonly title?: ReactNode;
  readonly children?: ReactNode;
  readonly action?: ReactNode;
  /** Stable code of an error, in small type for the telephone. */
  readonly code?: string;
}

/** What happened, what was kept, what to do next. A danger is announced when it appears. */
export function Callout({ tone, title, children, action, code }: CalloutProps) {
  const Icon = ICONS[tone];
  return (
    <div className="so-callout" data-tone={tone} role={tone === "danger" ? "alert" : undefined}>
      <Icon />
      <div className="so-callout-body">
        {title !== undefined && <div className="so-callout-title">{title}</div>}
        {children !== undefined && <div>{children}</div>}
        {action !== undefined && <div className="so-callout-action">{action}</div>}
        {code !== undefined && <div className="so-callout-code">{code}</div>}
      </div>
    </div>
  );
}
