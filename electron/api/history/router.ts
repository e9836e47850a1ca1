import { compareProgrammes } from "./compare-programmes.ts";
import { reports } from "./frozen-reports.ts";
import { note, withdrawNote } from "./notes.ts";
import { programme, programmes, verdicts } from "./past-programmes.ts";
import { reported } from "./reported.ts";
import { series } from "./series.ts";
import { seriesByUnit, units } from "./units.ts";

/** The past, read only: programmes, figures over years, units then and now, reports beside what is known today. */
export const historyRouter = {
  programmes,
  programme,
  verdicts,
  compareProgrammes,
  series,
  seriesByUnit,
  units,
  reports,
  reported,
  note,
  withdrawNote,
};
