import type { ReactNode } from "react";
import "./empty-state.css";

interface EmptyStateProps {
  readonly title: ReactNode;
  /** What belongs here. */
  readonly children?: ReactNode;
  /** The one action that fills it. */
  readonly action?: ReactNode;
}

export function EmptyState({ title, children, action }: EmptyStateProps) {
  return (
    <div className="so-empty">
      <p className="so-empty-title">{title}</p>
      {children !== undefined && <div>{children}</div>}
      {action !== undefined && action !== null && <div className="so-empty-action">{action}</div>}
    </div>
  );
}
