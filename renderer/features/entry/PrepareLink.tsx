import { Link } from "@tanstack/react-router";
import type { FormData } from "../../../shared/contract/entries.ts";
import { useText } from "../../text/use-text.ts";

/** From the figures of a period to its report: what is to be sent, or what was. */
export function PrepareLink({ data }: { readonly data: Pick<FormData, "form" | "period" | "state"> }) {
  const t = useText();
  return (
    <Link
      className="link-button"
      to="/bundles/$form/$period"
      params={{ form: data.form, period: data.period }}
    >
      {t(data.state === "submitted" || data.state === "accepted" ? "entry.seeSent" : "entry.prepare")}
    </Link>
  );
}
