import type { ReactNode } from "react";
import type { Tone } from "./Badge.tsx";
import "./verdict-mark.css";

interface VerdictMarkProps {
  /** One character that can be told apart without colour. */
  readonly sign: string;
  readonly tone: Tone;
  readonly children: ReactNode;
}

/** Sign + word + tone: readable in black and white and by ear. */
export function VerdictMark({ sign, tone, children }: VerdictMarkProps) {
  return (
    <span className="so-verdict" data-tone={tone}>
      <span className="so-verdict-sign" aria-hidden="true">
        {sign}
      </span>
      <span>{children}</span>
    </span>
  );
}
