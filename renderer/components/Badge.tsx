import type { ReactNode } from "react";
import "./badge.css";

export type Tone = "neutral" | "muted" | "accent" | "good" | "warn" | "bad";

/** A state in one or two words. The word carries the meaning; the colour only helps. */
export function Badge({ tone, children }: { readonly tone: Tone; readonly children: ReactNode }) {
  return (
    <span className="so-badge" data-tone={tone}>
      {children}
    </span>
  );
}
