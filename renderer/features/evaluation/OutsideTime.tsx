import { Link } from "@tanstack/react-router";
import type { OutsideTime as Outside } from "../../../shared/domain/evaluate/window.ts";
import { Callout } from "../../components/Callout.tsx";
import { printOutside } from "../../text/print-programme.ts";
import { useText } from "../../text/use-text.ts";

interface OutsideTimeProps {
  readonly programme: string;
  readonly outside: Outside;
  /** Of a target's own page. */
  readonly target?: string;
}

/** Why a period asks nothing of a programme or a target, with the year to look at. */
export function OutsideTime({ programme, outside, target }: OutsideTimeProps) {
  const t = useText();
  const { year } = outside;
  const words = t("evaluation.outside.look", { year });
  return (
    <Callout tone="info">
      {printOutside(outside, t)}{" "}
      {target === undefined ? (
        <Link to="/evaluation/$programme/$period" params={{ programme, period: String(year) }}>
          {words}
        </Link>
      ) : (
        <Link
          to="/evaluation/$programme/$period/$target"
          params={{ programme, period: String(year), target }}
        >
          {words}
        </Link>
      )}
    </Callout>
  );
}
