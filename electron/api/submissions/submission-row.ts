import type { SubmissionRow } from "../../../shared/contract/submissions.ts";
import type { SubmissionRecord } from "../../database/queries/submissions.ts";
import { bundleCode } from "../../exchange/bundle-code.ts";

/** A submission as clients see it. */
export function toSubmissionRow(record: SubmissionRecord): SubmissionRow {
  const { sha256, form, period, correction, state, documentNumber, createdAt, signer, fileName, size } =
    record;
  const receipt =
    record.receiptResult === null
      ? null
      : {
          result: record.receiptResult,
          receivedAt: record.receiptAt ?? "",
          issuer: record.receiptIssuer ?? "",
        };
  return {
    digest: sha256,
    code: bundleCode(sha256),
    form,
    period,
    correction,
    state,
    documentNumber,
    createdAt,
    signer,
    fileName,
    size,
    receipt,
  };
}
