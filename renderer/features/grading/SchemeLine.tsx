import { Link } from "@tanstack/react-router";
import { GRADES } from "../../../shared/domain/data-element.ts";
import type { GradeScheme } from "../../../shared/domain/grade-scheme.ts";
import { formatEntry } from "../../../shared/domain/number-format.ts";
import { useText } from "../../text/use-text.ts";

/** The scheme of the year in one line: its bands, and what is not certain about them. */
export function SchemeLine({ scheme }: { readonly scheme: GradeScheme }) {
  const t = useText();
  const points = (hundredths: number) => formatEntry({ state: "value", value: hundredths }, "score");
  const bands = scheme.bands.map(({ from }, index) => {
    const name = scheme.words[GRADES[index] ?? "notRated"][0];
    const above = scheme.bands[index - 1]?.from;
    if (above === undefined) return t("grading.band.best", { name, from: points(from) });
    return from === 0
      ? t("grading.band.last", { name, to: points(above) })
      : t("grading.band.middle", { name, from: points(from) });
  });
  return (
    <p className="grading-scheme">
      {scheme.name}: {bands.join(" · ")}. {scheme.conditions.join(" ")}
      {!scheme.areBandsConfirmed && ` ${t("grading.unconfirmed")}`}{" "}
      <Link to="/settings/{-$section}" params={{ section: "grading" }}>
        {t("grading.toSchemes")}
      </Link>
    </p>
  );
}
