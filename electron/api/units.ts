import { change } from "./units/change.ts";
import { create } from "./units/create.ts";
import { createEmployer, employerUnions, listEmployers, updateEmployer } from "./units/employers.ts";
import { end } from "./units/end.ts";
import { get, list } from "./units/read.ts";
import { similar } from "./units/similar.ts";
import { lastStep, undo } from "./units/step.ts";

/** The register: unions with their dated changes, and employers. */
export const unitsRouter = {
  list,
  get,
  create,
  change,
  end,
  lastStep,
  undo,
  similar,
  listEmployers,
  createEmployer,
  updateEmployer,
  employerUnions,
};
