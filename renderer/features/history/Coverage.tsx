import type { CountedRegister } from "../../../shared/domain/evaluation.ts";
import { COUNTED_REGISTER_LABELS } from "../../../shared/domain/labels.ts";
import { printNumber } from "../../text/print.ts";
import { useLanguage, useText } from "../../text/use-text.ts";

interface CoverageProps {
  readonly reporting: number;
  readonly asked: number;
  /** The register a figure was counted from instead. */
  readonly register?: CountedRegister | null;
}

/** How many of the units are behind a figure (domain.md §d.5 rule 4); nothing where none is asked. */
export function Coverage({ reporting, asked, register = null }: CoverageProps) {
  const t = useText();
  const language = useLanguage();
  if (register !== null) return <small>{COUNTED_REGISTER_LABELS[register][language]}</small>;
  if (asked === 0) return null;
  return (
    <small>{t("history.coverage", { reporting: printNumber(reporting), asked: printNumber(asked) })}</small>
  );
}
