import { useQueries, useQuery } from "@tanstack/react-query";
import { useMemo } from "react";
import { api } from "../api/api.ts";
import { useText } from "../text/use-text.ts";
import {
  type PaletteItem,
  paletteItem,
  periodItems,
  programmeItems,
  targetItems,
  unitItems,
} from "./palette-items.ts";
import { usePlaces } from "./places.ts";

/** Everything the palette reaches; asked for only while it is open, then kept. */
export function usePaletteItems(isOpen: boolean, year: number): readonly PaletteItem[] {
  const t = useText();
  const places = usePlaces();
  const units = useQuery(api.units.list.queryOptions({ input: { includeEnded: true }, enabled: isOpen }));
  const programmes = useQuery(api.programmes.list.queryOptions({ enabled: isOpen }));
  const periods = useQuery(api.entries.overview.queryOptions({ input: { year }, enabled: isOpen }));
  const adopted = (programmes.data ?? []).filter(({ adoptedAt }) => adoptedAt !== null);
  const definitions = useQueries({
    queries: adopted.map(({ code }) =>
      api.programmes.show.queryOptions({ input: { code }, enabled: isOpen }),
    ),
    combine: (results) => results.flatMap(({ data }) => (data ? [data.programme] : [])),
  });
  const hasEntry = places.some(({ key }) => key === "entry");
  return useMemo(
    () => [
      ...places.map(({ key, to, digit }) =>
        paletteItem("place", key, t(`shell.places.${key}`), `Alt+${digit}`, { to }),
      ),
      paletteItem("action", "import", t("importing.title"), t("shell.places.register"), {
        to: "/register/import",
      }),
      paletteItem("action", "desk", t("desk.title"), t("shell.places.bundles"), { to: "/desk" }),
      paletteItem("action", "own", t("entry.self"), t("shell.places.entry"), { to: "/entry/own" }),
      paletteItem("action", "grading", t("grading.title", { year }), t("shell.places.entry"), {
        to: "/entry/grading",
      }),
      paletteItem("action", "similar", t("register.tabs.similar"), t("shell.places.register"), {
        to: "/register/similar",
      }),
      paletteItem("action", "employers", t("register.tabs.employers"), t("shell.places.register"), {
        to: "/register/employers",
      }),
      ...(["people", "grading", "key", "trust", "backup", "doctor"] as const).map((section) =>
        paletteItem("action", section, t(`settings.sections.${section}`), t("settings.title"), {
          to: "/settings/{-$section}",
          params: { section },
        }),
      ),
      ...(hasEntry ? periodItems(periods.data ?? [], t) : []),
      ...unitItems(units.data?.units ?? []),
      ...programmeItems(programmes.data ?? []),
      ...targetItems(definitions),
    ],
    [places, t, year, hasEntry, periods.data, units.data, programmes.data, definitions],
  );
}
