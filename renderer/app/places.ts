// The places of the left rail, in the order of design.md §1; Alt+1 … Alt+8 follow it.
import { useRouter } from "@tanstack/react-router";
import { useMemo } from "react";

export const PLACES = [
  { key: "today", to: "/", digit: "1" },
  { key: "register", to: "/register", digit: "2" },
  { key: "programmes", to: "/programmes", digit: "3" },
  { key: "entry", to: "/entry", digit: "4" },
  { key: "evaluation", to: "/evaluation", digit: "5" },
  { key: "bundles", to: "/bundles", digit: "6" },
  { key: "history", to: "/history", digit: "7" },
  { key: "settings", to: "/settings/{-$section}", digit: "8" },
] as const;
export type Place = (typeof PLACES)[number];

/** Pages that belong to a place without standing under its address. */
export const ALSO_AT: Readonly<Partial<Record<Place["key"], string>>> = {
  bundles: "/desk",
  settings: "/trust",
};

/** Places that have a page; an address without one is not offered. */
export function usePlaces(): readonly Place[] {
  const router = useRouter();
  return useMemo(
    () => PLACES.filter(({ to }) => router.routesByPath[to].options.component !== undefined),
    [router],
  );
}
