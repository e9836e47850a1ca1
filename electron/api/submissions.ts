import { accept } from "./submissions/accept.ts";
import { approve, reopen } from "./submissions/approval.ts";
import { encryption } from "./submissions/encryption.ts";
import { download } from "./submissions/export.ts";
import { dismiss, inspect, received } from "./submissions/inbox.ts";
import { open } from "./submissions/open-report.ts";
import { prepare } from "./submissions/preparation.ts";
import { reporting } from "./submissions/reporting.ts";
import { list, submit } from "./submissions/submit.ts";

/** The way of a report: prepared, approved, signed, exported; and of what comes in: inspected, accepted, read again. */
export const submissionsRouter = {
  prepare,
  list,
  approve,
  reopen,
  submit,
  encryption,
  download,
  inspect,
  dismiss,
  accept,
  received,
  open,
  reporting,
};
