// Official signatures beside a bundle: kept and handed on byte for byte, never judged.
import { readFile, stat } from "node:fs/promises";
import {
  type CountersignatureView,
  LARGEST_COUNTERSIGNATURE_BYTES,
} from "../../../shared/contract/countersignatures.ts";
import { namedBundleDigits } from "../../../shared/domain/countersignature-head.ts";
import { normaliseText } from "../../../shared/domain/text.ts";
import { appendAudit } from "../../database/queries/audit.ts";
import {
  type CountersignatureRow,
  countersignatureBytes,
  deleteCountersignature,
  findCountersigned,
  insertCountersignature,
  listCountersignaturePlaces,
  listCountersignatures,
} from "../../database/queries/countersignatures.ts";
import { findOutgoing, listOutgoing } from "../../database/queries/outgoing.ts";
import { findReceived } from "../../database/queries/received.ts";
import { suggestedFileName } from "../../exchange/bundle-code.ts";
import { readContainer } from "../../exchange/container.ts";
import { readCountersignature } from "../../exchange/countersignature.ts";
import { sha256Hex } from "../../exchange/digest.ts";
import { openEnvelope } from "../../exchange/envelope.ts";
import { parseManifest } from "../../exchange/verify-manifest.ts";
import { api, requireOffice } from "../implementation.ts";
import { keptBytes } from "../submissions/kept-bundle.ts";
import type { Workspace } from "../workspace.ts";

export const countersignaturesRouter = {
  attach: api.countersignatures.attach.handler(async ({ input, context: { workspace }, errors }) => {
    requireOffice(workspace);
    const { db } = workspace;
    const file = workspace.tickets.take(input.ticket);
    if (!file) throw errors.HANDLE_UNKNOWN();
    let bytes: Uint8Array;
    try {
      if ((await stat(file.path)).size > LARGEST_COUNTERSIGNATURE_BYTES)
        throw errors.COUNTERSIGNATURE_SIZE({ data: { most: LARGEST_COUNTERSIGNATURE_BYTES } });
      bytes = await readFile(file.path);
    } finally {
      file.discard();
    }
    const read = readCountersignature(bytes);
    if (!read) throw errors.COUNTERSIGNATURE_FORM();
    if (input.digest !== null) {
      const signed = fileDigestOf(workspace, input.digest);
      if (signed === undefined) throw errors.BUNDLE_UNKNOWN();
      if (read.contentSha256 !== null && read.contentSha256 !== signed) throw errors.COUNTERSIGNATURE_OTHER();
    }
    const fileName = normaliseText(input.fileName);
    const sha256 = sha256Hex(bytes);
    const row = {
      sha256,
      kind: read.kind,
      fileName,
      addedAt: workspace.now(),
      bundleSha256: input.digest,
      contentSha256: read.contentSha256,
      namedDigits: namedBundleDigits(fileName),
    };
    await workspace.write(() => {
      insertCountersignature(db, row, bytes);
      appendAudit(db, workspace.act(), "countersignature.attach", sha256, {
        kind: row.kind,
        bundle: row.bundleSha256,
        file: fileName,
      });
    });
    const digest = input.digest ?? belongsTo(workspace, read.contentSha256, row.namedDigits) ?? null;
    const signed = digest === null ? undefined : fileDigestOf(workspace, digest);
    return { ...toView({ ...row, size: bytes.length }, signed), digest };
  }),

  list: api.countersignatures.list.handler(({ input, context: { workspace } }) => {
    const signed = fileDigestOf(workspace, input.digest);
    if (signed === undefined) return [];
    return listCountersignatures(workspace.db, input.digest, signed).map((row) => toView(row, signed));
  }),

  download: api.countersignatures.download.handler(async ({ input, context: { workspace }, errors }) => {
    const { digest, sha256 } = input;
    const rows = listCountersignatures(workspace.db, digest, fileDigestOf(workspace, digest) ?? "");
    const row = rows.find((candidate) => candidate.sha256 === sha256);
    const bytes = countersignatureBytes(workspace.db, sha256);
    const bundle = await keptBytes(workspace, digest);
    if (!row || !bytes || !bundle) throw errors.COUNTERSIGNATURE_UNKNOWN();
    const place = rows.filter(({ kind }) => kind === row.kind).indexOf(row) + 1;
    return workspace.tickets.offer(`${nameOf(bundle, digest)}${endingOf(row, place)}`, bytes);
  }),

  remove: api.countersignatures.remove.handler(async ({ input, context: { workspace } }) => {
    const { db } = workspace;
    await workspace.write(() => {
      const { sha256, digest } = input;
      const signed = digest === null ? undefined : fileDigestOf(workspace, digest);
      const rows = listCountersignaturePlaces(db, sha256).filter(
        ({ bundleSha256, contentSha256, namedDigits }) =>
          digest === null ||
          bundleSha256 === digest ||
          // Dropped, too: it would come up again.
          (bundleSha256 === null &&
            ((signed !== undefined && contentSha256 === signed) || namedDigits === digest.slice(0, 8))),
      );
      for (const { bundleSha256, fileName } of rows) {
        deleteCountersignature(db, sha256, bundleSha256);
        appendAudit(db, workspace.act(), "countersignature.remove", sha256, {
          bundle: bundleSha256,
          file: fileName,
        });
      }
    });
    return { ok: true as const };
  }),
};

/** The bundle here that a file signs, or is named after: received or signed here, as the list of each finds it. */
function belongsTo(workspace: Workspace, content: string | null, digits: string | null): string | undefined {
  const { db } = workspace;
  const known = findCountersigned(db, content, digits);
  if (known !== undefined || content === null) return known;
  return listOutgoing(db).find(({ sha256 }) => fileDigestOf(workspace, sha256) === content)?.sha256;
}

/** SHA-256 of the file of a bundle, as it was received or signed here. */
function fileDigestOf({ db }: Workspace, digest: string): string | undefined {
  const bundle = findOutgoing(db, digest)?.bundle;
  return findReceived(db, digest)?.fileSha256 ?? (bundle && sha256Hex(bundle));
}

/** The name this bundle leaves under: what lies beside it is called after it. */
function nameOf(bundle: Uint8Array, digest: string): string {
  return suggestedFileName(parseManifest(openEnvelope(readContainer(bundle)).manifest), digest);
}

/** `.p7s`, and from the second one of its kind `.2.p7s`: the chair's and the organisation's may lie side by side. */
function endingOf({ kind }: CountersignatureRow, place: number): string {
  const ending = kind === "cms" ? ".p7s" : ".pdf";
  return place <= 1 ? ending : `.${place}${ending}`;
}

function toView(
  { sha256, kind, fileName, size, addedAt, contentSha256 }: CountersignatureRow,
  signed: string | undefined,
): CountersignatureView {
  const content = contentSha256 === null || signed === undefined ? "unknown" : contentSha256 === signed;
  return {
    sha256,
    kind,
    fileName,
    size,
    addedAt,
    content: content === "unknown" ? content : content ? "same" : "other",
  };
}
