import { Link } from "@tanstack/react-router";
import type { ManualVerdict } from "../../../shared/domain/target.ts";
import { printInstant } from "../../text/print.ts";
import { useText } from "../../text/use-text.ts";

interface ManualFindingProps {
  readonly programme: string;
  /** Null while nobody has judged the period. */
  readonly manual: ManualVerdict | null;
}

/** What a person found for the period, who and when, and where it is written. */
export function ManualFinding({ programme, manual }: ManualFindingProps) {
  const t = useText();
  return (
    <section className="manual-finding" aria-labelledby="manual-finding">
      <h2 id="manual-finding">{t("evaluation.manual.title")}</h2>
      {manual === null ? (
        <p>{t("evaluation.manual.none")}</p>
      ) : (
        <>
          <p className="manual-finding-text">{manual.text}</p>
          <p className="quiet">
            {t("evaluation.manual.by", { author: manual.author, at: printInstant(manual.at) })}
          </p>
        </>
      )}
      <Link
        className="link-button"
        to="/programmes/$code/manage"
        params={{ code: programme }}
        search={{ tab: "verdict" }}
      >
        {t("evaluation.manual.open")}
      </Link>
    </section>
  );
}
