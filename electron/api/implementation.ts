import { implement, ORPCError } from "@orpc/server";
import { contract } from "../../shared/contract/index.ts";
import { type Period, periodOf, type Rhythm } from "../../shared/domain/period.ts";
import { refuseUnlessReading } from "./read-only.ts";
import type { OfficeRecord, Workspace } from "./workspace.ts";

export interface ApiContext {
  readonly workspace: Workspace;
  /** Which known answer this computer computes wrongly; null when all are right (security.md K1). */
  readonly cryptoFault: string | null;
  /** The workspace now: `workspace` is the one of the moment the call came, and a restore may have come between. */
  readonly current: () => Workspace;
  /** Closes the office, lets a decided restore take its place, and opens what is there then. */
  readonly exchangeFile: () => Promise<void>;
}

/** Every area implements its procedures from here. */
export const api = implement(contract)
  .$context<ApiContext>()
  .use(({ context, path, next }) => {
    if (context.cryptoFault !== null) refuseUnlessReading(path, context.cryptoFault);
    return next();
  })
  // One long write at a time, and nothing between its turns.
  .use(async ({ context, next }) => {
    await context.workspace.untilFree();
    return next({ context: { workspace: context.current() } });
  });

/** The office, or an error every client knows: nothing has been set up in this folder yet. */
export function requireOffice(workspace: Workspace): OfficeRecord {
  if (!workspace.office) throw new ORPCError("NO_OFFICE", { status: 409, message: "NO_OFFICE" });
  return workspace.office;
}

/** The office, which must be one that takes reports in. */
export function requireProvince(
  workspace: Workspace,
  errors: { readonly NOT_RECEIVER: () => Error },
): OfficeRecord {
  const office = requireOffice(workspace);
  if (office.kind !== "provincialFederation") throw errors.NOT_RECEIVER();
  return office;
}

/** The period a form is asked for, which must be of the form's rhythm. */
export function requireFormPeriod(
  asked: { readonly form: Rhythm; readonly period: string },
  errors: { readonly FORM_MISMATCH: () => Error },
): Period {
  const period = periodOf(asked.period);
  if (period.rhythm !== asked.form) throw errors.FORM_MISMATCH();
  return period;
}
