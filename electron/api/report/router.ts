// The printed report: read, changed part by part, saved as files.
import type { DownloadOffer } from "../../../shared/contract/schemas.ts";
import { api, requireFormPeriod, requireOffice } from "../implementation.ts";
import { changeParts } from "./change.ts";
import { unitsOf } from "../form-reader.ts";
import { writeEntryForms } from "./entry-form-files.ts";
import { openReport } from "../corrections/report-content.ts";
import { nextSubmission } from "../submissions/sign.ts";
import { savedName } from "./file-names.ts";
import { DOCUMENTS, documentsOf, paperNow } from "./files.ts";
import { workInTurns } from "../turns.ts";
import { readForDraft } from "./paper.ts";
import { presentSheet, signedSheet } from "./sheet.ts";
import { offerDocuments, papersIn, papersOfPeriod, papersView } from "./signed-papers.ts";

export const reportRouter = {
  open: api.report.open.handler(async ({ input, context: { workspace }, errors, signal }) => {
    const office = requireOffice(workspace);
    const period = requireFormPeriod(input, errors);
    const papers = await papersOfPeriod(workspace, period, errors);
    if (papers) return signedSheet(workspace, papers);
    await workInTurns(workspace, readForDraft(workspace, office, period), signal);
    return presentSheet(workspace, office, period);
  }),

  save: api.report.save.handler(({ input, context: { workspace }, errors }) => {
    const office = requireOffice(workspace);
    const period = requireFormPeriod(input, errors);
    const refusal = changeParts(workspace, office, period, input.parts, input.shownSha256);
    if (!refusal) return presentSheet(workspace, office, period);
    switch (refusal.code) {
      case "REPORT_SIGNED":
        throw errors.REPORT_SIGNED();
      case "REPORT_APPROVED":
        throw errors.REPORT_APPROVED();
      case "PAPER_CHANGED":
        throw errors.PAPER_CHANGED();
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

  write: api.report.write.handler(async ({ input, context: { workspace }, errors, signal }) => {
    const office = requireOffice(workspace);
    const period = requireFormPeriod(input, errors);
    const papers = await papersOfPeriod(workspace, period, errors);
    const names = input.files.map((file) => DOCUMENTS[file].name);
    const signed = papers && offerDocuments(workspace, papers, names);
    if (signed) return signed;
    if (papers) throw errors.BUNDLE_DAMAGED();
    const { revision } = nextSubmission(workspace, period);
    await workInTurns(workspace, readForDraft(workspace, office, period), signal);
    const paper = paperNow(workspace, office, period);
    const offers: DownloadOffer[] = [];
    for await (const { name, bytes } of documentsOf(paper, input.files))
      offers.push(workspace.tickets.offer(savedName(office.code, period.code, revision, name), bytes));
    return offers;
  }),

  signed: api.report.signed.handler(async ({ input, context: { workspace }, errors }) =>
    papersView(papersIn(await openReport(workspace, input.digest, errors))),
  ),

  writeSigned: api.report.writeSigned.handler(async ({ input, context: { workspace }, errors }) => {
    const papers = papersIn(await openReport(workspace, input.digest, errors));
    const names = input.names ?? papers.documents.map(({ name }) => name);
    const offers = offerDocuments(workspace, papers, names);
    if (!offers) throw errors.BUNDLE_UNKNOWN();
    return offers;
  }),

  writeEntryForm: api.report.writeEntryForm.handler(async function* ({
    input,
    context: { workspace },
    errors,
    signal,
  }) {
    const office = requireOffice(workspace);
    const period = requireFormPeriod(input, errors);
    const known = new Set(unitsOf(workspace, period).map(({ uid }) => uid));
    if (input.units?.some((uid) => !known.has(uid))) throw errors.UNIT_UNKNOWN();
    const { fileName, bytes } = yield* writeEntryForms(workspace, office, period, input, signal);
    return workspace.tickets.offer(fileName, bytes);
  }),
};
