import { Link } from "@tanstack/react-router";
import type { ReactNode } from "react";
import type { UnsavedCells } from "../../shared/contract/entries.ts";
import { periodOf } from "../../shared/domain/period.ts";

interface UnsavedLinkProps {
  readonly at: UnsavedCells;
  readonly className?: string;
  readonly children: ReactNode;
}

/** To the sheet in which a text waits to be mended, at its cell. */
export function UnsavedLink({ at, className, children }: UnsavedLinkProps) {
  const { sheet, period, unit, element } = at;
  const { rhythm, startOn } = periodOf(period);
  const look = className === undefined ? {} : { className };
  switch (sheet) {
    case "own":
      return (
        <Link {...look} to="/entry/own/$period" params={{ period }}>
          {children}
        </Link>
      );
    case "grading":
      return (
        <Link {...look} to="/entry/grading" search={{ year: Number(startOn.slice(0, 4)), unit, element }}>
          {children}
        </Link>
      );
    case "form":
      return (
        <Link
          {...look}
          to="/entry/$form/$period"
          params={{ form: rhythm, period }}
          search={{ unit, element }}
        >
          {children}
        </Link>
      );
  }
}
