import type { ReactNode } from "react";
import "./breadcrumb.css";

export interface BreadcrumbPart {
  readonly id: string;
  /** A link, or plain text for the page itself. */
  readonly content: ReactNode;
}

/** The way down to this page. The last part is the page itself. */
export function Breadcrumb({
  label,
  parts,
}: {
  readonly label: string;
  readonly parts: readonly BreadcrumbPart[];
}) {
  return (
    <nav aria-label={label}>
      <ol className="so-breadcrumb">
        {parts.map(({ id, content }, index) => (
          <li key={id} aria-current={index === parts.length - 1 ? "page" : undefined}>
            {content}
          </li>
        ))}
      </ol>
    </nav>
  );
}
