import { createHash } from "node:crypto";
import { readFile } from "node:fs/promises";
import { mkdirSync } from "node:fs";
import { join } from "node:path";
import { v4 as uuidV4, v7 as uuidV7 } from "uuid";
import type {
  BundlePreview,
  ReceivedRow,
  SubmissionPreparation,
  SubmissionRow,
} from "../../shared/contract/submissions.ts";
import { type Period, periodOf } from "../../shared/domain/period.ts";
import { inTransaction } from "../database/connection.ts";
import { appendAudit, auditHead } from "../database/queries/audit.ts";
import { lastAuthor } from "../database/queries/entries.ts";
import {
  type BundleLogRow,
  findLatestSubmission,
  findOutgoing,
  findReceived,
  findSubmission,
  findTrust,
  insertReceived,
  insertSubmission,
  insertTrust,
  listReceived,
  listSubmissions,
  setReceipted,
  type SubmissionRecord,
} from "../database/queries/exchange.ts";
import {
  findApprovedReport,
  setApprovedReport,
  findPeriodState,
  periodId,
  setPeriodState,
} from "../database/queries/periods.ts";
import { listPeople } from "../database/queries/settings.ts";
import { bundleCode } from "../exchange/bundle-code.ts";
import { type Code, ExchangeError } from "../exchange/codes.ts";
import { CODE_TEXTS } from "../exchange/code-texts.ts";
import { sha256Hex } from "../exchange/digest.ts";
import type { Manifest } from "../exchange/manifest.ts";
import { checkReplay } from "../exchange/replay.ts";
import { rootFingerprint } from "../exchange/trust-list.ts";
import { type Verifier, verifierOfTrustList, verifierWithoutTrust } from "../exchange/verifier.ts";
import { openGivenTrustList, type VerifiedBundle, verifyBundle } from "../exchange/verify-bundle.ts";
import { DurableWriteError, writeDurably } from "../files/durable-write.ts";
import { checkSubmissionContent, evaluationRows } from "./bundle/content-check.ts";
import { assertAcceptable, digestOf, freezeReport } from "./bundle/freeze.ts";
import { findKey, heldList, unlockKey } from "./bundle/keyring.ts";
import { makeOutgoing } from "./bundle/outgoing.ts";
import { replayState } from "./bundle/replay-state.ts";
import { totalLines } from "./bundle/totals.ts";
import { completenessOf } from "./completeness.ts";
import { checkForm } from "./findings.ts";
import { formOf } from "./form-reader.ts";
import { api, requireOffice } from "./implementation.ts";
import { loadProgramme } from "./load-programme.ts";
import { hasRole, type OfficeRecord, type Workspace } from "./workspace.ts";

const SUBMISSION_STREAM = "submission";
const PROVINCE_STREAM = "province-out";

/** A verified file waiting for the operator's decision: the same bytes go in, nothing is read twice. */
interface PendingBundle {
  readonly bytes: Uint8Array;
  readonly verification: VerifiedBundle;
  readonly confirmInstance: boolean;
  readonly isFirstTrust: boolean;
}

function toSubmissionRow(record: SubmissionRecord): SubmissionRow {
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

function toReceivedRow(workspace: Workspace, row: BundleLogRow): ReceivedRow {
  return {
    digest: row.manifestSha256,
    code: bundleCode(row.manifestSha256),
    kind: row.kind,
    issuer: { code: row.unitCode, name: row.unitName },
    form: row.form,
    period: row.period,
    correction: row.correction,
    receivedAt: row.receivedAt,
    state: row.kind === "submission" ? "accepted" : "imported",
    units: row.units,
    receiptFileName:
      row.receiptSha256 === null ? null : (findOutgoing(workspace.db, row.receiptSha256)?.fileName ?? null),
  };
}

function preparationOf(workspace: Workspace, office: OfficeRecord, period: Period): SubmissionPreparation {
  const form = formOf(period);
  const { expected, started, complete, missing } = completenessOf(workspace, period);
  const check = checkForm(workspace, form, period);
  const stored = findPeriodState(workspace.db, form.code, period);
  const latest = findLatestSubmission(workspace.db, form.code, period);
  const frozen = stored === undefined ? undefined : freezeReport(workspace, office, period);
  return {
    form: form.code,
    period: period.code,
    state: stored?.state ?? "open",
    dueOn: workspace.datesOf(period).dueOn,
    unitsExpected: expected.length,
    unitsStarted: started,
    unitsComplete: complete,
    unitsMissing: missing.map(({ uid, code, name }) => ({ uid, code, name })),
    blocking: check.findings.filter((finding) => finding.severity === "block"),
    unexplained: check.findings.filter(
      (finding) => finding.severity === "warn" && finding.explanation === null,
    ),
    approvedBy: stored?.approved_by ?? null,
    approvedAt: stored?.approved_at ?? null,
    hasKey: findKey(workspace, "sign") !== undefined,
    audience: office.parent && { code: office.parent.code, name: office.parent.name },
    submission: latest ? toSubmissionRow(latest) : null,
    totals: frozen
      ? totalLines(
          frozen.totals,
          form.cells.map((cell) => cell.element.code),
        )
      : [],
  };
}

/** Keys to verify with: the list held, or for a first list the fingerprint typed from paper. */
async function verifierOf(
  workspace: Workspace,
  office: OfficeRecord,
  confirmInstance: boolean,
): Promise<Verifier> {
  const held = await heldList(workspace);
  const base = held ? verifierOfTrustList(held.list, held.digest) : verifierWithoutTrust(null);
  return {
    ...base,
    ownUnitId: office.uid,
    replay: replayState(workspace.db, office, confirmInstance),
    checkContent: checkSubmissionContent,
    today: workspace.today(),
  };
}

function textOf(code: Code, detail: string | null = null) {
  return { code, ...CODE_TEXTS[code], detail };
}

async function inspectBytes(
  workspace: Workspace,
  office: OfficeRecord,
  bytes: Uint8Array,
  confirmInstance: boolean,
): Promise<BundlePreview> {
  const hasTrust = findTrust(workspace.db) !== undefined;
  const first = hasTrust ? undefined : await openFirstTrust(bytes);
  const verification =
    first ?? (await verifyBundle(bytes, await verifierOf(workspace, office, confirmInstance)));
  const previewId = uuidV4();
  if (!verification.ok) {
    return {
      ...describe(verification.manifest, verification.digest),
      previewId,
      ok: false,
      fault: textOf(verification.code, verification.detail),
      warnings: [],
      evaluations: [],
      needs: "nothing",
      alreadyProcessed: false,
    };
  }
  const pending: PendingBundle = { bytes, verification, confirmInstance, isFirstTrust: first !== undefined };
  workspace.previews.set(previewId, pending);
  const isDuplicate = verification.replay?.isDuplicate ?? false;
  return {
    ...describe(verification.manifest, verification.digest),
    previewId,
    ok: true,
    fault: null,
    warnings: verification.warnings
      .filter((warning) => !(first && warning.code === "W_REPLAY_UNCHECKED"))
      .map((warning) => textOf(warning.code, warning.detail)),
    evaluations: evaluationsIn(workspace, verification),
    needs: first
      ? "rootFingerprint"
      : verification.kind === "submission" && !isDuplicate
        ? "passphrase"
        : "nothing",
    alreadyProcessed: isDuplicate,
  };
}

/** A trust list that its own root signed; whether that root is the province's, only the paper says. */
async function openFirstTrust(bytes: Uint8Array): Promise<VerifiedBundle | undefined> {
  try {
    const { fingerprint } = await openGivenTrustList(bytes);
    const verification = await verifyBundle(bytes, verifierWithoutTrust(fingerprint));
    return verification.ok ? verification : undefined;
  } catch (error) {
    if (error instanceof ExchangeError) return undefined;
    throw error;
  }
}

function describe(manifest: Manifest | null, digest: string | null) {
  if (manifest === null)
    return {
      kind: null,
      digest,
      code: digest && bundleCode(digest),
      issuer: null,
      createdAt: null,
      seq: null,
      context: null,
      totals: [],
      counts: {},
      facts: [],
    };
  const { issuer, context, totals } = manifest;
  const elements = context ? formOf(periodOf(context.period)).cells.map((cell) => cell.element.code) : [];
  return {
    kind: manifest.kind,
    digest,
    code: digest && bundleCode(digest),
    issuer: { code: issuer.unit_code, name: issuer.unit_name, signer: issuer.signer_name },
    createdAt: manifest.created_at,
    seq: manifest.seq,
    context: context && {
      form: context.form_code,
      period: context.period,
      correction: manifest.kind === "submission" ? manifest.submission.revision : null,
    },
    totals: totalLines(totals, elements),
    counts: Object.fromEntries(
      ["units", "units_answered", "entries"].flatMap((name) =>
        totals[name] === undefined ? [] : [[name, totals[name]]],
      ),
    ),
    facts: factsOf(manifest),
  };
}

function factsOf(manifest: Manifest): { name: string; value: string }[] {
  switch (manifest.kind) {
    case "receipt":
      return [
        { name: "inReplyTo", value: bundleCode(manifest.receipt.in_reply_to.manifest_sha256) },
        { name: "result", value: manifest.receipt.result },
      ];
    case "trustlist":
      return [
        { name: "version", value: String(manifest.trustlist.version) },
        { name: "rootFingerprint", value: rootFingerprint(manifest.trustlist.root) },
        { name: "units", value: String(manifest.trustlist.units.length) },
      ];
    case "enrolment":
      return [
        {
          name: "keyid",
          value: createHash("sha256").update(Buffer.from(manifest.enrolment.spki, "base64")).digest("hex"),
        },
      ];
    default:
      return [];
  }
}

function evaluationsIn(workspace: Workspace, verification: VerifiedBundle): BundlePreview["evaluations"] {
  if (verification.kind !== "submission") return [];
  const byProgramme = new Map<string, { reached: number; judged: number; total: number }>();
  for (const row of evaluationRows(verification)) {
    const sums = byProgramme.get(row.programme) ?? { reached: 0, judged: 0, total: 0 };
    sums.total += 1;
    if (row.status === "met" || row.status === "exceeded") sums.reached += 1;
    if (["met", "exceeded", "notMet"].includes(row.status)) sums.judged += 1;
    byProgramme.set(row.programme, sums);
  }
  return [...byProgramme].map(([programme, sums]) => ({
    programme,
    title: loadProgramme(workspace, programme)?.programme.title ?? programme,
    ...sums,
  }));
}

/** Keeps a received file under its own digest before anything is written about it; an orphan is harmless. */
async function archive(workspace: Workspace, bytes: Uint8Array): Promise<string> {
  const sha256 = sha256Hex(bytes);
  const folder = join(workspace.folder, "archive", sha256.slice(0, 2));
  mkdirSync(folder, { recursive: true, mode: 0o700 });
  await writeDurably(join(folder, `${sha256}.goi`), bytes, { ifExists: "replace" });
  return sha256;
}

export const submissionsRouter = {
  prepare: api.submissions.prepare.handler(({ input, context: { workspace }, errors }) => {
    const office = requireOffice(workspace);
    const period = periodOf(input.period);
    if (period.rhythm !== input.form) throw errors.FORM_MISMATCH();
    return preparationOf(workspace, office, period);
  }),

  list: api.submissions.list.handler(({ context: { workspace } }) =>
    listSubmissions(workspace.db).map(toSubmissionRow),
  ),

  approve: api.submissions.approve.handler(({ input, context: { workspace }, errors }) => {
    const office = requireOffice(workspace);
    const { db } = workspace;
    const period = periodOf(input.period);
    if (period.rhythm !== input.form) throw errors.FORM_MISMATCH();
    inTransaction(db, () => {
      const stored = findPeriodState(db, input.form, period);
      if (stored && stored.state !== "returned")
        throw errors.PERIOD_LOCKED({ data: { state: stored.state, at: stored.approved_at } });
      if (completenessOf(workspace, period).started === 0) throw errors.NO_ENTRIES();
      const check = checkForm(workspace, formOf(period), period);
      if (check.blocking > 0 || check.unexplained > 0)
        throw errors.CHECKS_FAILED({ data: { blocking: check.blocking, unexplained: check.unexplained } });
      const people = listPeople(db);
      const person = people.find(
        (candidate) => candidate.id === (input.personId ?? workspace.act().personId),
      );
      const approvers = people.filter((candidate) => hasRole(candidate.roles, "approver"));
      // An office that has named no approver is not kept from working; one that has, keeps to it.
      if (input.personId !== undefined && !person) throw errors.APPROVER_NEEDED({ data: { name: "" } });
      if (approvers.length > 0 && !approvers.some(({ id }) => id === person?.id))
        throw errors.APPROVER_NEEDED({ data: { name: person?.name ?? "" } });
      const author = lastAuthor(db, periodId(period));
      if (people.length > 1 && author && person?.id === author.id)
        throw errors.SECOND_PERSON_NEEDED({ data: { author: author.name } });
      workspace.ensurePeriod(period);
      const approver = person?.name ?? workspace.act().actor;
      setPeriodState(db, input.form, period, "approved", approver, workspace.now());
      setApprovedReport(db, input.form, period, digestOf(freezeReport(workspace, office, period)));
      appendAudit(
        db,
        { ...workspace.act(), actor: approver },
        "period.approve",
        `${input.form}/${input.period}`,
        {},
      );
    });
    return preparationOf(workspace, office, period);
  }),

  reopen: api.submissions.reopen.handler(({ input, context: { workspace }, errors }) => {
    const office = requireOffice(workspace);
    const period = periodOf(input.period);
    inTransaction(workspace.db, () => {
      const stored = findPeriodState(workspace.db, input.form, period);
      if (!stored) throw errors.NOT_APPROVED();
      if (stored.state !== "approved") throw errors.ALREADY_SUBMITTED();
      setPeriodState(workspace.db, input.form, period, null, null, workspace.now());
      appendAudit(workspace.db, workspace.act(), "period.reopen", `${input.form}/${input.period}`, {
        reason: input.reason,
      });
    });
    return preparationOf(workspace, office, period);
  }),

  submit: api.submissions.submit.handler(async function* ({ input, context: { workspace }, errors }) {
    const office = requireOffice(workspace);
    const { db } = workspace;
    const period = periodOf(input.period);
    if (!office.parent) throw errors.NO_PARENT();
    const audience = office.parent.uid;
    const latest = findLatestSubmission(db, input.form, period);
    if (latest) throw errors.ALREADY_SUBMITTED({ data: { digest: latest.sha256 } });
    if (findPeriodState(db, input.form, period)?.state !== "approved") throw errors.NOT_APPROVED();
    const row = findKey(workspace, "sign");
    if (!row) throw errors.NO_KEY();
    yield { step: "unlocking", done: 0, total: 4 };
    const key = await unlockKey(row, input.passphrase);
    if (!key) throw errors.PASSPHRASE_WRONG();
    yield { step: "freezing", done: 1, total: 4 };
    const written = inTransaction(db, () => {
      // Asked again inside: two windows may press the button at once.
      const again = findLatestSubmission(db, input.form, period);
      if (again) throw errors.ALREADY_SUBMITTED({ data: { digest: again.sha256 } });
      if (findPeriodState(db, input.form, period)?.state !== "approved") throw errors.NOT_APPROVED();
      const frozen = freezeReport(workspace, office, period);
      const approved = findApprovedReport(db, input.form, period);
      if (approved && approved !== digestOf(frozen)) throw errors.APPROVAL_STALE();
      assertAcceptable(frozen, period, office.uid);
      const shown = input.previewTotals;
      if (shown)
        for (const line of totalLines(
          frozen.totals,
          formOf(period).cells.map((cell) => cell.element.code),
        ))
          if (shown[line.element] !== line.value) throw errors.PREVIEW_STALE();
      const bundle = makeOutgoing(
        workspace,
        office,
        {
          audience: [audience],
          stream: SUBMISSION_STREAM,
          context: {
            programme_id: null,
            programme_version: null,
            programme_sha256: null,
            form_code: input.form,
            period: period.code,
          },
          totals: { ...frozen.totals },
          section: {
            kind: "submission",
            submission: { submission_id: uuidV7(), revision: 0, supersedes: null, reply_to: null },
          },
          tables: frozen.tables,
          documents: [
            {
              name: "tom-tat.txt",
              mediaType: "text/plain; charset=utf-8",
              role: "human",
              bytes: Buffer.from(frozen.summary, "utf8"),
            },
          ],
        },
        key,
      );
      insertSubmission(db, {
        sha256: bundle.digest,
        form: input.form,
        period,
        correction: 0,
        documentNumber: input.documentNumber || null,
        signer: workspace.act().actor,
      });
      setPeriodState(db, input.form, period, "submitted", null, workspace.now());
      appendAudit(db, workspace.act(), "submission.sign", bundle.digest, {
        form: input.form,
        period: period.code,
        file: bundle.fileName,
      });
      return bundle;
    });
    yield { step: "writing", done: 3, total: 4 };
    try {
      await writeDurably(join(workspace.folder, "outbox", written.fileName), written.bytes, {
        ifExists: "replace",
      });
    } catch (error) {
      // The bundle is safe in the database; saving it again needs no signature.
      if (error instanceof DurableWriteError)
        throw error.code === "DISK_FULL"
          ? errors.DISK_FULL()
          : errors.WRITE_FAILED({ data: { code: error.systemCode ?? error.code } });
      throw error;
    }
    const record = findSubmission(db, written.digest);
    if (!record) throw new RangeError("submit: not kept");
    return toSubmissionRow(record);
  }),

  download: api.submissions.download.handler(({ input, context: { workspace }, errors }) => {
    const digest =
      input.part === "receipt"
        ? (findReceived(workspace.db, input.digest)?.receiptSha256 ?? "")
        : input.digest;
    const bundle = findOutgoing(workspace.db, digest);
    if (!bundle) throw errors.BUNDLE_UNKNOWN();
    return workspace.tickets.offer(bundle.fileName, bundle.bundle);
  }),

  inspect: api.submissions.inspect.handler(async ({ input, context: { workspace }, errors }) => {
    const office = requireOffice(workspace);
    const file = workspace.tickets.take(input.ticket);
    if (!file) throw errors.HANDLE_UNKNOWN();
    return inspectBytes(workspace, office, await readFile(file.path), input.confirmInstance);
  }),

  accept: api.submissions.accept.handler(async ({ input, context: { workspace }, errors }) => {
    const office = requireOffice(workspace);
    const { db } = workspace;
    const pending = workspace.previews.get(input.previewId) as PendingBundle | undefined;
    if (!pending) throw errors.PREVIEW_UNKNOWN();
    const { verification, bytes } = pending;
    const { manifest, digest } = verification;
    const refuse = (code: Code) => errors.BUNDLE_REFUSED({ data: { code, ...CODE_TEXTS[code] } });
    const offerReceipt = (sha256: string | null | undefined) => {
      const receipt = sha256 ? findOutgoing(db, sha256) : undefined;
      return receipt ? workspace.tickets.offer(receipt.fileName, receipt.bundle) : null;
    };
    const known = findReceived(db, digest);
    if (known)
      return {
        kind: manifest.kind,
        digest,
        outcome: "duplicate" as const,
        receipt: offerReceipt(known.receiptSha256),
        submission: null,
      };

    const row = findKey(workspace, "sign");
    if (manifest.kind === "submission" && !row) throw errors.NO_KEY();
    const key =
      manifest.kind === "submission" && row ? await unlockKey(row, input.passphrase ?? "") : undefined;
    if (manifest.kind === "submission" && !key) throw errors.PASSPHRASE_WRONG();
    if (pending.isFirstTrust && manifest.kind === "trustlist") {
      const typed = (input.rootFingerprint ?? "").toLowerCase().replace(/[^0-9a-f]/g, "");
      if (typed !== rootFingerprint(manifest.trustlist.root)) throw refuse("E_TL_FINGERPRINT");
    }
    if (!["submission", "receipt", "trustlist"].includes(manifest.kind)) throw refuse("E_KIND_MISMATCH");
    try {
      const fileSha256 = await archive(workspace, bytes);
      const receiptSha256 = inTransaction(db, () => {
        const replay = pending.isFirstTrust
          ? undefined
          : checkReplay(manifest, digest, replayState(db, office, pending.confirmInstance));
        let receipt: string | null = null;
        if (manifest.kind === "submission" && key) {
          const head = auditHead(db);
          receipt = makeOutgoing(
            workspace,
            office,
            {
              audience: [manifest.issuer.unit_id],
              stream: PROVINCE_STREAM,
              context: manifest.context,
              totals: manifest.totals,
              section: {
                kind: "receipt",
                receipt: {
                  result: (replay?.warnings.length ?? 0) > 0 ? "accepted_with_warnings" : "accepted",
                  in_reply_to: {
                    bundle_id: manifest.bundle_id,
                    manifest_sha256: digest,
                    unit_id: manifest.issuer.unit_id,
                    instance_id: manifest.issuer.instance_id,
                    stream: manifest.stream,
                    seq: manifest.seq,
                  },
                  counts: {},
                  totals: manifest.totals,
                  issues_entry: null,
                  province_ledger: { seq: head?.seq ?? 0, hash: head?.hash ?? "0".repeat(64) },
                  stream_state: {
                    instance_id: manifest.issuer.instance_id,
                    last_seq: manifest.seq,
                    missing: [...(replay?.missing ?? [])],
                  },
                  trust_list_version: findTrust(db)?.version ?? 0,
                },
              },
            },
            key,
          ).digest;
        }
        if (manifest.kind === "trustlist")
          insertTrust(
            db,
            { version: manifest.trustlist.version, sha256: digest, bundle: bytes, isOwn: 0 },
            workspace.now(),
          );
        if (manifest.kind === "receipt") {
          const sent = findSubmission(db, manifest.receipt.in_reply_to.manifest_sha256);
          if (sent) {
            setReceipted(db, sent.sha256, {
              result: manifest.receipt.result,
              at: workspace.now(),
              issuer: manifest.issuer.unit_name,
            });
            setPeriodState(db, sent.form, periodOf(sent.period), "accepted", null, workspace.now());
          }
        }
        insertReceived(db, {
          manifestSha256: digest,
          kind: manifest.kind,
          unitId: manifest.issuer.unit_id,
          instanceId: manifest.issuer.instance_id,
          stream: manifest.stream,
          seq: manifest.seq,
          status: "accepted",
          receiptSha256: receipt,
          fileSha256,
          unitCode: manifest.issuer.unit_code,
          unitName: manifest.issuer.unit_name,
          form: manifest.context?.form_code ?? null,
          period: manifest.context?.period ?? null,
          correction: manifest.kind === "submission" ? manifest.submission.revision : null,
          units: manifest.totals["units"] ?? null,
          manifest: JSON.stringify(manifest),
          receivedAt: workspace.now(),
        });
        appendAudit(db, workspace.act(), "bundle.accept", digest, {
          kind: manifest.kind,
          from: manifest.issuer.unit_code,
          receipt,
        });
        return receipt;
      });
      workspace.previews.delete(input.previewId);
      const answered =
        manifest.kind === "receipt"
          ? findSubmission(db, manifest.receipt.in_reply_to.manifest_sha256)
          : undefined;
      return {
        kind: manifest.kind,
        digest,
        outcome: "accepted" as const,
        receipt: offerReceipt(receiptSha256),
        submission: answered ? toSubmissionRow(answered) : null,
      };
    } catch (error) {
      if (error instanceof ExchangeError) throw refuse(error.code);
      if (error instanceof DurableWriteError)
        throw error.code === "DISK_FULL"
          ? errors.DISK_FULL()
          : errors.WRITE_FAILED({ data: { code: error.systemCode ?? error.code } });
      throw error;
    }
  }),

  received: api.submissions.received.handler(({ context: { workspace } }) =>
    listReceived(workspace.db).map((row) => toReceivedRow(workspace, row)),
  ),
};
