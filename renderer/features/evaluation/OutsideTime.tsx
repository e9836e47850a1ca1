import { Link } from "@tanstack/react-router";
import type { OutsideTime as Outside } from "../../../shared/domain/evaluate/window.ts";
import type { Programme } from "../../../shared/domain/programme.ts";
import { Callout } from "../../components/Callout.tsx";
import { printTerm } from "../../text/print-programme.ts";
import { useText } from "../../text/use-text.ts";

interface OutsideTimeProps {
  readonly programme: Programme;
  readonly outside: Outside;
  /** Of a target's own page. */
  readonly target?: string;
}

/** Why a period asks nothing of a programme or a target, with the year to look at. */
export function OutsideTime({ programme: { code, term }, outside, target }: OutsideTimeProps) {
  const t = useText();
  const { reason, year } = outside;
  const words = t("evaluation.outside.look", { year });
  return (
    <Callout tone="info">
      {t(`evaluation.outside.${reason}`, { term: printTerm(term, t), year })}{" "}
      {target === undefined ? (
        <Link to="/evaluation/$programme/$period" params={{ programme: code, period: String(year) }}>
          {words}
        </Link>
      ) : (
        <Link
          to="/evaluation/$programme/$period/$target"
          params={{ programme: code, period: String(year), target }}
        >
          {words}
        </Link>
      )}
    </Callout>
  );
}
