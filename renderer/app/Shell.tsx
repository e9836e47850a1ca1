import { Outlet, useNavigate, useParams, useSearch } from "@tanstack/react-router";
import { lazy, Suspense, useCallback, useState } from "react";
import type { OfficeInfo } from "../../shared/contract/office.ts";
import { parsePeriod } from "../../shared/domain/period.ts";
import { WorkingYearContext } from "../api/working-year.ts";
import { useText } from "../text/use-text.ts";
import { Header } from "./Header.tsx";
import { KeysDialog } from "./KeysDialog.tsx";
import { LeaveGuard } from "./LeaveGuard.tsx";
import { LostConnection } from "./LostConnection.tsx";
import { Palette } from "./Palette.tsx";
import { Rail } from "./Rail.tsx";
import { useKeyboardMap } from "./use-keyboard-map.ts";
import { usePlace, usePageChange } from "./use-place.ts";

const IncidentsPanel = lazy(async () => ({
  default: (await import("../features/incidents/index.tsx")).IncidentsPanel,
}));

interface ShellProps {
  readonly office: OfficeInfo;
  /** Viet Nam calendar date. */
  readonly today: string;
}

/** Three zones: rail, header, work (ui.md §1). */
export function Shell({ office, today }: ShellProps) {
  const t = useText();
  const navigate = useNavigate();
  const { period }: { period?: string } = useParams({ strict: false });
  // An open period says which year it is, until another is chosen.
  const openYear = parsePeriod(period ?? "")?.year ?? office.workingYear;
  const { year = openYear, incidents, incidentsIn } = useSearch({ strict: false });
  const [isPaletteOpen, setIsPaletteOpen] = useState(false);
  const [areKeysOpen, setAreKeysOpen] = useState(false);
  const openPalette = useCallback(() => setIsPaletteOpen(true), []);
  const openKeys = useCallback(() => setAreKeysOpen(true), []);
  useKeyboardMap({ openPalette, openKeys });
  usePlace();
  usePageChange();
  return (
    <WorkingYearContext value={year}>
      <div className="shell">
        <a
          className="skip"
          href="#main"
          onClick={(event) => {
            // The hash belongs to the router: move the focus ourselves.
            event.preventDefault();
            document.getElementById("main")?.focus();
          }}
        >
          {t("shell.skip")}
        </a>
        <Rail />
        <Header office={office} year={year} today={today} onOpenPalette={openPalette} />
        <main id="main" className="work" tabIndex={-1}>
          <LostConnection />
          <Suspense fallback={<p className="start-line">{t("shell.loading")}</p>}>
            <Outlet />
          </Suspense>
        </main>
      </div>
      {incidents !== undefined && (
        <Suspense>
          <IncidentsPanel
            key={`${incidents} ${incidentsIn ?? ""}`}
            unit={incidents}
            period={incidentsIn ?? null}
            onClose={() =>
              void navigate({
                to: ".",
                search: ({ incidents: _unit, incidentsIn: _period, ...rest }) => rest,
                replace: true,
              })
            }
          />
        </Suspense>
      )}
      <Palette isOpen={isPaletteOpen} onOpenChange={setIsPaletteOpen} year={year} />
      <LeaveGuard />
      {areKeysOpen && <KeysDialog onClose={() => setAreKeysOpen(false)} />}
    </WorkingYearContext>
  );
}
