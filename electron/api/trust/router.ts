import { api } from "../implementation.ts";
import { change } from "./change.ts";
import { trustDetails } from "./details.ts";
import { forgetRoot } from "./forget-root.ts";

/** The trust list as the province keeps it. Making it and adding to it are in keys.ts. */
export const trustRouter = {
  open: api.trust.open.handler(({ context: { workspace } }) => trustDetails(workspace)),
  change,
  forgetRoot,
};
