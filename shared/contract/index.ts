// The contract between the program and its three hosts' clients (design.md §5). One area, one file.
import * as backup from "./backup.ts";
import * as collect from "./collect.ts";
import * as downward from "./downward.ts";
import * as consolidation from "./consolidation.ts";
import * as corrections from "./corrections.ts";
import * as countersignatures from "./countersignatures.ts";
import * as desk from "./desk.ts";
import * as entries from "./entries.ts";
import * as evaluation from "./evaluation.ts";
import * as extensions from "./extensions.ts";
import * as history from "./history.ts";
import * as grading from "./grading.ts";
import * as imports from "./imports.ts";
import * as incidents from "./incidents.ts";
import * as keys from "./keys.ts";
import * as office from "./office.ts";
import * as officeDetails from "./office-details.ts";
import * as programmeEditing from "./programme-editing.ts";
import * as programmes from "./programmes.ts";
import * as report from "./report.ts";
import * as submissions from "./submissions.ts";
import * as trust from "./trust.ts";
import * as units from "./units.ts";

export const contract = {
  office: {
    status: office.status,
    create: office.create,
    createDemo: office.createDemo,
    addPerson: office.addPerson,
    setCurrentPerson: office.setCurrentPerson,
    setParameters: office.setParameters,
    setLanguage: office.setLanguage,
    today: office.today,
    doctor: office.doctor,
    details: officeDetails.details,
    setDetails: officeDetails.setDetails,
    folder: officeDetails.folder,
    updatePerson: officeDetails.updatePerson,
  },
  units: {
    list: units.list,
    get: units.get,
    create: units.create,
    change: units.change,
    end: units.end,
    lastStep: units.lastStep,
    undo: units.undo,
    similar: units.similar,
    listEmployers: units.listEmployers,
    createEmployer: units.createEmployer,
    updateEmployer: units.updateEmployer,
    employerUnions: units.employerUnions,
  },
  imports: {
    preview: imports.preview,
    apply: imports.apply,
    rejectedFile: imports.rejectedFile,
    exportEntries: imports.exportEntries,
    list: imports.list,
    undo: imports.undo,
  },
  programmes: {
    list: programmes.list,
    show: programmes.show,
    adopt: programmes.adopt,
    unadopt: programmes.unadopt,
    importFile: programmes.importFile,
  },
  programmeEditing: {
    drafts: programmeEditing.drafts,
    begin: programmeEditing.begin,
    open: programmeEditing.open,
    save: programmeEditing.save,
    undo: programmeEditing.undo,
    discard: programmeEditing.discard,
    askComment: programmeEditing.askComment,
    issue: programmeEditing.issue,
    move: programmeEditing.move,
    revise: programmeEditing.revise,
    versions: programmeEditing.versions,
    judge: programmeEditing.judge,
    setAllocations: programmeEditing.setAllocations,
    setVerdict: programmeEditing.setVerdict,
    exportFile: programmeEditing.exportFile,
  },
  entries: {
    overview: entries.overview,
    open: entries.open,
    openSelf: entries.openSelf,
    save: entries.save,
    saveMany: entries.saveMany,
    undo: entries.undo,
    redo: entries.redo,
    unitContext: entries.unitContext,
    details: entries.details,
    setNote: entries.setNote,
    check: entries.check,
    checkForm: entries.checkForm,
    keepTexts: entries.keepTexts,
    unsaved: entries.unsaved,
    keepWidths: entries.keepWidths,
    markEstimated: entries.markEstimated,
    explain: entries.explain,
  },
  incidents: {
    list: incidents.list,
    open: incidents.open,
    create: incidents.create,
    update: incidents.update,
    remove: incidents.remove,
    restore: incidents.restore,
    setComplete: incidents.setComplete,
    takeCounts: incidents.takeCounts,
  },
  extensions: { list: extensions.list, grant: extensions.grant, withdraw: extensions.withdraw },
  collect: {
    writeTemplates: collect.writeTemplates,
    preview: collect.preview,
    compare: collect.compare,
    file: collect.file,
    apply: collect.apply,
    history: collect.history,
    rejectedFile: collect.rejectedFile,
    unanswered: collect.unanswered,
  },
  evaluation: {
    evaluate: evaluation.evaluate,
    summaries: evaluation.summaries,
    explain: evaluation.explain,
    cells: evaluation.cells,
    trend: evaluation.trend,
    course: evaluation.course,
  },
  grading: {
    open: grading.open,
    summary: grading.summary,
    schemes: grading.schemes,
    addScheme: grading.addScheme,
    withdrawScheme: grading.withdrawScheme,
  },
  report: {
    open: report.open,
    save: report.save,
    write: report.write,
    signed: report.signed,
    writeSigned: report.writeSigned,
    writeEntryForm: report.writeEntryForm,
  },
  submissions: {
    prepare: submissions.prepare,
    list: submissions.list,
    approve: submissions.approve,
    reopen: submissions.reopen,
    submit: submissions.submit,
    encryption: submissions.encryption,
    download: submissions.download,
    inspect: submissions.inspect,
    accept: submissions.accept,
    received: submissions.received,
    dismiss: submissions.dismiss,
    open: submissions.open,
    reporting: submissions.reporting,
  },
  corrections: {
    reply: corrections.reply,
    remarks: corrections.remarks,
    open: corrections.open,
    openCells: corrections.openCells,
    request: corrections.request,
    compare: corrections.compare,
    rehearse: corrections.rehearse,
  },
  countersignatures: {
    attach: countersignatures.attach,
    list: countersignatures.list,
    download: countersignatures.download,
    remove: countersignatures.remove,
  },
  desk: {
    add: desk.add,
    verify: desk.verify,
    open: desk.open,
    latest: desk.latest,
    confirmInstance: desk.confirmInstance,
    accept: desk.accept,
    receipts: desk.receipts,
    dismiss: desk.dismiss,
    board: desk.board,
    setTerm: desk.setTerm,
    review: desk.review,
  },
  consolidation: {
    open: consolidation.open,
    adjust: consolidation.adjust,
    withdraw: consolidation.withdraw,
    exportFile: consolidation.exportFile,
  },
  backup: {
    overview: backup.overview,
    create: backup.create,
    download: backup.download,
    remove: backup.remove,
    verify: backup.verify,
    dismiss: backup.dismiss,
    restore: backup.restore,
    declareNoReceipt: backup.declareNoReceipt,
  },
  keys: {
    status: keys.status,
    create: keys.create,
    enrol: keys.enrol,
    rotate: keys.rotate,
    paper: keys.paper,
    rootPem: keys.rootPem,
    restorePaper: keys.restorePaper,
    publicKey: keys.publicKey,
    createTrust: keys.createTrust,
    addToTrust: keys.addToTrust,
    exportTrust: keys.exportTrust,
  },
  trust: { open: trust.open, change: trust.change, forgetRoot: trust.forgetRoot },
  history: {
    programmes: history.programmes,
    programme: history.programme,
    verdicts: history.verdicts,
    compareProgrammes: history.compareProgrammes,
    series: history.series,
    seriesByUnit: history.seriesByUnit,
    units: history.units,
    reports: history.reports,
    reported: history.reported,
    note: history.note,
    withdrawNote: history.withdrawNote,
  },
  downward: {
    choices: downward.choices,
    setShares: downward.setShares,
    exportProgramme: downward.exportProgramme,
    difference: downward.difference,
  },
};

export type Contract = typeof contract;
