import { Link } from "@tanstack/react-router";
import { useText } from "../text/use-text.ts";

export function NotFound() {
  const t = useText();
  return (
    <div className="page">
      <h1>{t("shell.notFound")}</h1>
      <p>
        <Link to="/">{t("shell.toToday")}</Link>
      </p>
    </div>
  );
}
