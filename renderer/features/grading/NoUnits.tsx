import { Link } from "@tanstack/react-router";
import { EmptyState } from "../../components/EmptyState.tsx";
import { useText } from "../../text/use-text.ts";

/** A year without a union: what belongs here, and where it comes from. */
export function NoUnits({ year }: { readonly year: number }) {
  const t = useText();
  return (
    <EmptyState
      title={t("grading.none.title", { year })}
      action={
        <Link className="link-button" to="/register">
          {t("grading.none.action")}
        </Link>
      }
    >
      {t("grading.none.lead")}
    </EmptyState>
  );
}
