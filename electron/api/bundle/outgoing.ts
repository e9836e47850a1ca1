// Every bundle this office makes takes the next number of its stream in the transaction that keeps it (bundle.md §2.4 `seq`).
import type { KeyObject } from "node:crypto";
import { v7 as uuidV7 } from "uuid";
import packageJson from "../../../package.json" with { type: "json" };
import { MIGRATIONS } from "../../database/migrate.ts";
import { auditHead } from "../../database/queries/audit.ts";
import { leastList } from "./least-list.ts";
import { findTrust } from "../../database/queries/trust-lists.ts";
import { insertOutgoing, lastOutgoing } from "../../database/queries/outgoing.ts";
import type { ManifestDraft } from "../../exchange/manifest.ts";
import { type BundleContent, type WrittenBundle, writeBundle } from "../../exchange/write-bundle.ts";
import type { OfficeRecord, Workspace } from "../workspace.ts";

/** Who signs for an office: the person on duty, and where none is named the office itself, never the program. */
export function signerOf(workspace: Workspace, office: OfficeRecord): string {
  const { actor, personId } = workspace.act();
  return personId === null ? office.name : actor;
}

/** What differs from kind to kind; the rest of a manifest is the office and its history. */
interface Outgoing {
  readonly audience: string[];
  readonly stream: string;
  readonly context?: ManifestDraft["context"];
  readonly totals?: Record<string, number>;
  readonly section: Section;
  readonly tables?: BundleContent["tables"];
  readonly encoded?: BundleContent["encoded"];
  readonly documents?: BundleContent["documents"];
  readonly roots?: BundleContent["roots"];
  readonly ext?: ManifestDraft["ext"];
}

type SectionOf<M> = M extends { kind: infer K extends string }
  ? K extends keyof M
    ? { readonly kind: K } & { readonly [P in K]: M[P] }
    : never
  : never;
type Section = SectionOf<ManifestDraft>;

/** Writes, signs and keeps a bundle; call inside a transaction. @param keys everyone who signs, at least one */
export function makeOutgoing(
  workspace: Workspace,
  office: OfficeRecord,
  outgoing: Outgoing,
  keys: KeyObject | readonly KeyObject[],
): WrittenBundle {
  const { db } = workspace;
  const act = workspace.act();
  const previous = lastOutgoing(db, office.instanceId, outgoing.stream);
  const trust = findTrust(db);
  const head = auditHead(db);
  const seq = (previous?.seq ?? 0) + 1;
  const common = {
    bundle_id: uuidV7(),
    created_at: act.at,
    app: { name: "so-cong-doan", version: packageJson.version, schema: MIGRATIONS.at(-1)?.version ?? 0 },
    issuer: {
      unit_id: office.uid,
      unit_code: office.code,
      unit_name: office.name,
      instance_id: office.instanceId,
      prev_instance_id: office.previousInstanceId ?? null,
      signer_name: signerOf(workspace, office),
      signer_title: null,
    },
    audience: outgoing.audience,
    stream: outgoing.stream,
    seq,
    prev: previous?.sha256 ?? null,
    trust_list: trust ? { version: trust.version, sha256: trust.sha256 } : null,
    requires: { trust_list_min: leastList(workspace, office, outgoing.section.kind), format_min: 1 },
    context: outgoing.context ?? null,
    totals: outgoing.totals ?? {},
    audit_head: head ? { seq: head.seq, hash: head.hash } : null,
    crit: [],
    ext: outgoing.ext ?? {},
  };
  const bundle = writeBundle(
    {
      manifest: { ...common, ...outgoing.section },
      ...(outgoing.tables ? { tables: outgoing.tables } : {}),
      ...(outgoing.encoded ? { encoded: outgoing.encoded } : {}),
      ...(outgoing.documents ? { documents: outgoing.documents } : {}),
      ...(outgoing.roots ? { roots: outgoing.roots } : {}),
    },
    "type" in keys ? [keys] : keys,
  );
  insertOutgoing(db, {
    sha256: bundle.digest,
    kind: outgoing.section.kind,
    bundleId: common.bundle_id,
    instanceId: office.instanceId,
    stream: outgoing.stream,
    seq,
    fileName: bundle.fileName,
    bundle: bundle.bytes,
    createdAt: act.at,
  });
  return bundle;
}
