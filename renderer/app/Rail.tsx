import { Link, useLocation } from "@tanstack/react-router";
import {
  BundleIcon,
  EntryIcon,
  EvaluationIcon,
  HistoryIcon,
  HomeIcon,
  ProgrammeIcon,
  RegisterIcon,
  SettingsIcon,
} from "../components/icons.tsx";
import { useText } from "../text/use-text.ts";
import { ALSO_AT, usePlaces } from "./places.ts";

const ICONS = {
  today: HomeIcon,
  register: RegisterIcon,
  programmes: ProgrammeIcon,
  entry: EntryIcon,
  evaluation: EvaluationIcon,
  bundles: BundleIcon,
  history: HistoryIcon,
  settings: SettingsIcon,
} as const;

export function Rail() {
  const t = useText();
  const here = useLocation({ select: ({ pathname }) => `/${pathname.split("/")[1]}` });
  return (
    <nav className="rail" aria-label={t("shell.rail")}>
      <span className="rail-mark" aria-hidden="true">
        SCĐ
      </span>
      <ul>
        {usePlaces().map(({ key, to, digit }) => {
          const Icon = ICONS[key];
          return (
            <li key={key} className={`rail-place rail-${key}`}>
              <Link
                to={to}
                activeOptions={{ exact: to === "/", includeSearch: false }}
                activeProps={{ "aria-current": "page" }}
                {...(ALSO_AT[key] === here && { "aria-current": "page" as const })}
                title={`${t(`shell.places.${key}`)} (Alt+${digit})`}
                aria-keyshortcuts={`Alt+${digit}`}
              >
                <Icon />
                <span>{t(`shell.places.${key}`)}</span>
              </Link>
            </li>
          );
        })}
      </ul>
    </nav>
  );
}
