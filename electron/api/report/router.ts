// The printed report: read, changed part by part, saved as files.
import { periodOf } from "../../../shared/domain/period.ts";
import { api, requireOffice } from "../implementation.ts";
import { changeParts } from "./change.ts";
import { unitsOf } from "../form-reader.ts";
import { writeEntryForms } from "./entry-form-files.ts";
import { paperNow, renderReport, reportFileName } from "./files.ts";
import { sheetOf } from "./sheet.ts";

export const reportRouter = {
  open: api.report.open.handler(({ input, context: { workspace }, errors }) => {
    const office = requireOffice(workspace);
    const period = periodOf(input.period);
    if (period.rhythm !== input.form) throw errors.FORM_MISMATCH();
    return sheetOf(workspace, office, period);
  }),

  save: api.report.save.handler(({ input, context: { workspace }, errors }) => {
    const office = requireOffice(workspace);
    const period = periodOf(input.period);
    if (period.rhythm !== input.form) throw errors.FORM_MISMATCH();
    const refusal = changeParts(workspace, office, period, input.parts);
    if (!refusal) return sheetOf(workspace, office, period);
    switch (refusal.code) {
      case "REPORT_SIGNED":
        throw errors.REPORT_SIGNED();
      case "REPORT_PART_CHANGED":
        throw errors.REPORT_PART_CHANGED({ data: { author: refusal.author } });
      case "REPORT_PART_REFUSED":
        throw errors.REPORT_PART_REFUSED({ data: { name: refusal.name } });
      case "FIGURE_UNKNOWN":
        throw errors.FIGURE_UNKNOWN({ data: { changed: refusal.names } });
      case "REPORT_NUMBER_TAKEN":
        throw errors.REPORT_NUMBER_TAKEN({ data: { periods: [refusal.period] } });
    }
  }),

  write: api.report.write.handler(async ({ input, context: { workspace }, errors }) => {
    const office = requireOffice(workspace);
    const period = periodOf(input.period);
    if (period.rhythm !== input.form) throw errors.FORM_MISMATCH();
    const paper = paperNow(workspace, office, period);
    const documents = await renderReport(paper, input.files);
    return documents.map(({ bytes }, index) =>
      workspace.tickets.offer(reportFileName(office, paper, input.files[index] ?? "word"), bytes),
    );
  }),

  writeEntryForm: api.report.writeEntryForm.handler(async function* ({
    input,
    context: { workspace },
    errors,
    signal,
  }) {
    const office = requireOffice(workspace);
    const period = periodOf(input.period);
    if (period.rhythm !== input.form) throw errors.FORM_MISMATCH();
    const known = new Set(unitsOf(workspace, period).map(({ uid }) => uid));
    if (input.units?.some((uid) => !known.has(uid))) throw errors.UNIT_UNKNOWN();
    const { fileName, bytes } = yield* writeEntryForms(workspace, office, period, input, signal);
    return workspace.tickets.offer(fileName, bytes);
  }),
};
