import { backupRouter } from "./backup/router.ts";
import { collectRouter } from "./collect/router.ts";
import { consolidationRouter } from "./consolidation/router.ts";
import { correctionsRouter } from "./corrections/router.ts";
import { countersignaturesRouter } from "./countersignatures/router.ts";
import { downwardRouter } from "./downward/router.ts";
import { deskRouter } from "./desk/router.ts";
import { entriesRouter } from "./entries.ts";
import { evaluationRouter } from "./evaluation.ts";
import { extensionsRouter } from "./extensions.ts";
import { gradingRouter } from "./grading/router.ts";
import { api } from "./implementation.ts";
import { historyRouter } from "./history/router.ts";
import { importsRouter } from "./imports.ts";
import { incidentsRouter } from "./incidents.ts";
import { keysRouter } from "./keys.ts";
import { officeRouter } from "./office.ts";
import { programmeEditingRouter } from "./programme-editing/router.ts";
import { summaries } from "./programme-lines.ts";
import { programmesRouter } from "./programmes.ts";
import { reportRouter } from "./report/router.ts";
import { submissionsRouter } from "./submissions.ts";
import { trustRouter } from "./trust/router.ts";
import { unitsRouter } from "./units.ts";

/** The contract, implemented once for all hosts. */
export const router = api.router({
  office: officeRouter,
  units: unitsRouter,
  imports: importsRouter,
  programmes: programmesRouter,
  programmeEditing: programmeEditingRouter,
  entries: entriesRouter,
  incidents: incidentsRouter,
  extensions: extensionsRouter,
  collect: collectRouter,
  evaluation: { ...evaluationRouter, summaries },
  grading: gradingRouter,
  report: reportRouter,
  submissions: submissionsRouter,
  corrections: correctionsRouter,
  countersignatures: countersignaturesRouter,
  desk: deskRouter,
  consolidation: consolidationRouter,
  backup: backupRouter,
  keys: keysRouter,
  trust: trustRouter,
  downward: downwardRouter,
  history: historyRouter,
});

export type Router = typeof router;
