import { useQuery } from "@tanstack/react-query";
import { useNavigate, useParams } from "@tanstack/react-router";
import type { OfficeInfo } from "../../shared/contract/office.ts";
import { parsePeriod } from "../../shared/domain/period.ts";
import { api } from "../api/api.ts";
import { Badge } from "../components/Badge.tsx";
import { printPeriod, printPeriodState } from "../text/print.ts";
import { useText } from "../text/use-text.ts";
import { PersonOnDuty } from "./PersonOnDuty.tsx";
import { SaveState } from "./SaveState.tsx";

interface HeaderProps {
  readonly office: OfficeInfo;
  readonly year: number;
  readonly today: string;
  readonly onOpenPalette: () => void;
}

/** Always says which office, which period, what state, saved or not, and who sits here (ui.md §1). */
export function Header({ office, year, today, onOpenPalette }: HeaderProps) {
  const t = useText();
  return (
    <header className="header">
      <div className="header-office">
        <strong title={office.name}>{office.name}</strong>
        <span className="header-code">{office.code}</span>
        {office.isDemo && <Badge tone="warn">{t("shell.demo")}</Badge>}
      </div>
      <YearChoice year={year} workingYear={office.workingYear} today={today} />
      <OpenPeriod />
      <button type="button" className="header-search" onClick={onOpenPalette} aria-keyshortcuts="Control+K">
        <span>{t("shell.openPalette")}</span> <kbd>Ctrl K</kbd>
      </button>
      <SaveState />
      <PersonOnDuty office={office} />
    </header>
  );
}

/** The year every place starts from; it stays in the address, so that Back takes it back. */
function YearChoice({ year, workingYear, today }: { year: number; workingYear: number; today: string }) {
  const t = useText();
  const navigate = useNavigate();
  const choose = (next: number) => {
    void navigate({ to: ".", search: (search) => ({ ...search, year: next }) });
  };
  const latest = Math.max(workingYear, Number(today.slice(0, 4))) + 1;
  const years = Array.from({ length: 12 }, (_, index) => latest - index);
  if (!years.includes(year)) years.push(year);
  return (
    <div className="header-year">
      <span>{t("shell.year")}</span>
      <button
        type="button"
        aria-label={t("shell.previousYear")}
        title={t("shell.previousYear")}
        onClick={() => choose(year - 1)}
      >
        ‹
      </button>
      <select
        aria-label={t("shell.year")}
        value={year}
        onChange={(event) => choose(Number(event.currentTarget.value))}
      >
        {years.map((value) => (
          <option key={value} value={value}>
            {value}
          </option>
        ))}
      </select>
      <button
        type="button"
        aria-label={t("shell.nextYear")}
        title={t("shell.nextYear")}
        onClick={() => choose(year + 1)}
      >
        ›
      </button>
    </div>
  );
}

/** On pages about one period: its name and state. */
function OpenPeriod() {
  const t = useText();
  const { form, period } = useParams({ strict: false });
  const parsed = period === undefined ? undefined : parsePeriod(period);
  const overview = useQuery(
    api.entries.overview.queryOptions({
      input: { year: parsed?.year ?? 2000 },
      enabled: parsed !== undefined,
    }),
  );
  if (!parsed) return null;
  const row = overview.data?.find((candidate) => candidate.period === period && candidate.form === form);
  return (
    <div className="header-period">
      <strong>{printPeriod(parsed.code, t)}</strong>
      {row && <Badge tone="neutral">{printPeriodState(row, t)}</Badge>}
    </div>
  );
}
