import { printNumber } from "../../text/print.ts";
import { useText } from "../../text/use-text.ts";

interface CoverageProps {
  readonly reporting: number;
  readonly asked: number;
}

/** How many of the units are behind a figure (domain.md §d.5 rule 4); nothing where none is asked. */
export function Coverage({ reporting, asked }: CoverageProps) {
  const t = useText();
  if (asked === 0) return null;
  return (
    <small>{t("history.coverage", { reporting: printNumber(reporting), asked: printNumber(asked) })}</small>
  );
}
