import { api, requireOffice } from "../implementation.ts";
import { addScheme, schemes, withdrawScheme } from "./schemes.ts";
import { gradingSheet } from "./sheet.ts";
import { gradingSummary } from "./summary.ts";

export const gradingRouter = {
  open: api.grading.open.handler(({ input, context: { workspace } }) => {
    requireOffice(workspace);
    return gradingSheet(workspace, input.year);
  }),

  summary: api.grading.summary.handler(({ input, context: { workspace } }) =>
    gradingSummary(workspace, requireOffice(workspace), input.year),
  ),

  schemes,
  addScheme,
  withdrawScheme,
};
