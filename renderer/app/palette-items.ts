// Everything the palette can reach. Keys are folded once, so that typing compares plain strings.
import type { LinkProps } from "@tanstack/react-router";
import type { PeriodOverview } from "../../shared/contract/entries.ts";
import type { ProgrammeSummary } from "../../shared/contract/programmes.ts";
import type { UnitRow } from "../../shared/contract/units.ts";
import type { Programme } from "../../shared/domain/programme.ts";
import { periodOf } from "../../shared/domain/period.ts";
import type { TargetValue } from "../../shared/domain/target.ts";
import { matchesSearch, searchKey, searchRank } from "../../shared/domain/text.ts";
import { printPeriod } from "../text/print.ts";
import type { Translate } from "../text/use-text.ts";

const PALETTE_GROUPS = ["place", "action", "period", "unit", "programme", "target"] as const;
type PaletteGroup = (typeof PALETTE_GROUPS)[number];

export interface PaletteItem {
  readonly id: string;
  readonly group: PaletteGroup;
  readonly title: string;
  /** Small print beside the title: code, symbol, state. */
  readonly detail: string;
  readonly key: string;
  readonly link: Pick<LinkProps, "to" | "params" | "search">;
}

const MATCHES_PER_GROUP = 8;

export function paletteItem(
  group: PaletteGroup,
  id: string,
  title: string,
  detail: string,
  link: PaletteItem["link"],
  /** Other words it is looked for by. */
  words = "",
): PaletteItem {
  return { id: `${group}:${id}`, group, title, detail, key: searchKey(`${title} ${detail} ${words}`), link };
}

export function unitItems(units: readonly UnitRow[]): PaletteItem[] {
  return units.map((unit) =>
    paletteItem("unit", unit.uid, unit.name, unit.code, { to: "/register", search: { unit: unit.uid } }),
  );
}

export function programmeItems(programmes: readonly ProgrammeSummary[]): PaletteItem[] {
  return programmes.map((programme) =>
    paletteItem(
      "programme",
      programme.code,
      programme.title,
      `${programme.code} ${programme.symbol ?? ""}`.trim(),
      {
        to: "/programmes/$code",
        params: { code: programme.code },
      },
    ),
  );
}

export function targetItems(programmes: readonly Programme[]): PaletteItem[] {
  return programmes.flatMap((programme) =>
    programme.targets.map((target) =>
      paletteItem(
        "target",
        `${programme.code}/${target.id}`,
        target.title,
        `${target.id} · ${programme.code}`,
        {
          to: "/programmes/$code",
          params: { code: programme.code },
          search: { target: target.id },
        },
        [target, ...(target.revisions ?? [])].flatMap(({ value }) => amountWords(value)).join(" "),
      ),
    ),
  );
}

/** "8%", "0,5%", "420": as people type an amount; a mean is looked for by its title. */
function amountWords({ scale, amount, upper }: TargetValue): string[] {
  const amounts = upper === undefined ? [amount] : [amount, upper];
  if (scale === "count") return amounts.map(String);
  return scale === "percent" ? amounts.map((part) => `${String(part / 100).replace(".", ",")}%`) : [];
}

/** The quarter in the digits people type beside the numeral of its title. */
function quarterWords(code: string, t: Translate): string {
  const { rhythm, year, lastMonth } = periodOf(code);
  return rhythm === "quarter" ? t("labels.period.quarter", { index: lastMonth / 3, year }) : "";
}

export function periodItems(periods: readonly PeriodOverview[], t: Translate): PaletteItem[] {
  return periods.map((row) =>
    paletteItem(
      "period",
      `${row.form}/${row.period}`,
      printPeriod(row.period, t),
      t(`labels.form.${row.form}`),
      {
        to: "/entry/$form/$period",
        params: { form: row.form, period: row.period },
      },
      `${t("shell.places.entry")} ${quarterWords(row.period, t)}`,
    ),
  );
}

/** At most eight of each group, the nearest first, in the order of the groups; without a query only places and actions. */
export function findPaletteItems(items: readonly PaletteItem[], query: string): readonly PaletteItem[] {
  const isBlank = query.trim() === "";
  return PALETTE_GROUPS.flatMap((group) =>
    items
      .filter(
        (item) =>
          item.group === group &&
          (isBlank ? group === "place" || group === "action" : matchesSearch(item.key, query)),
      )
      .toSorted((a, b) => searchRank(a.key, query) - searchRank(b.key, query))
      .slice(0, MATCHES_PER_GROUP),
  );
}
