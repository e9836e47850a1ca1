import type { Place } from "./places.ts";

/** 24 × 24 line drawings; decoration beside the word, so hidden from readers. */
const PATHS: Readonly<Record<Place["key"], string>> = {
  today: "M4 5h16v15H4z M4 10h16 M8 3v4 M16 3v4 M8.5 15l2.2 2.2 4.3-4.4",
  register: "M6 3h12v18H6z M9 8h6 M9 12h6 M9 16h4 M3.5 7h2 M3.5 12h2 M3.5 17h2",
  programmes: "M5 21V4 M5 4h12l-2.5 4L17 12H5",
  entry: "M3.5 5h17v14h-17z M3.5 10h17 M3.5 14.5h17 M9.5 5v14 M15 5v14",
  evaluation: "M4 20h16 M7 20v-6 M12 20V8 M17 20v-9 M4 6l3 3",
  bundles: "M4 8l8-4 8 4v9l-8 4-8-4z M4 8l8 4 8-4 M12 12v9",
  settings:
    "M12 9a3 3 0 1 0 0 6 3 3 0 0 0 0-6z M12 3v3 M12 18v3 M3 12h3 M18 12h3 M5.6 5.6l2.1 2.1 M16.3 16.3l2.1 2.1 M5.6 18.4l2.1-2.1 M16.3 7.7l2.1-2.1",
};

export function PlaceIcon({ place }: { readonly place: Place["key"] }) {
  return (
    <svg className="rail-icon" viewBox="0 0 24 24" aria-hidden="true">
      <path d={PATHS[place]} />
    </svg>
  );
}
