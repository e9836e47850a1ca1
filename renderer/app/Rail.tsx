import { Link } from "@tanstack/react-router";
import { useText } from "../text/use-text.ts";
import { PlaceIcon } from "./PlaceIcon.tsx";
import { usePlaces } from "./places.ts";

export function Rail() {
  const t = useText();
  return (
    <nav className="rail" aria-label={t("shell.rail")}>
      <span className="rail-mark" aria-hidden="true">
        SCĐ
      </span>
      <ul>
        {usePlaces().map(({ key, to, digit }) => (
          <li key={key} className={`rail-place rail-${key}`}>
            <Link
              to={to}
              activeOptions={{ exact: to === "/", includeSearch: false }}
              activeProps={{ "aria-current": "page" }}
              title={`${t(`shell.places.${key}`)} (Alt+${digit})`}
              aria-keyshortcuts={`Alt+${digit}`}
            >
              <PlaceIcon place={key} />
              <span>{t(`shell.places.${key}`)}</span>
            </Link>
          </li>
        ))}
      </ul>
    </nav>
  );
}
