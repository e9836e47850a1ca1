// The manifest of a bundle (bundle.md §2.4) and its sections by kind (§2.7). Every member is required; what has
// no value is null, an empty list or an empty object, so that one content has one spelling.
import { z } from "zod";
import { parsePeriod } from "../../shared/domain/period.ts";
import {
  Base64Field,
  CountField,
  DateField,
  DigestField,
  LineField,
  OpenField,
  StreamField,
  TextField,
  TimeField,
  TotalsField,
  UuidField,
  WordField,
} from "./field-schemas.ts";
import { type Kind, OPEN_AUDIENCE_KINDS } from "./kinds.ts";
import { MAX_INLINE_ISSUES, MAX_TABLE_ROWS } from "./limits.ts";
import { TrustList } from "./trust-list-schema.ts";

const EntryFields = {
  path: z.string().min(1).max(120),
  media_type: z.string().regex(/^[a-z0-9.+-]+\/[a-z0-9.+-]+(?:; charset=utf-8)?$/),
  size: CountField,
  sha256: DigestField,
  enc: z.enum(["none", "gzip"]),
  raw_size: CountField,
  raw_sha256: DigestField,
};
const TableEntry = z.strictObject({
  ...EntryFields,
  role: z.literal("table"),
  rows: CountField.max(MAX_TABLE_ROWS),
  schema: WordField,
});
const OtherEntry = z.strictObject({ ...EntryFields, role: z.enum(["human", "attachment", "root"]) });
export const ManifestEntry = z.discriminatedUnion("role", [TableEntry, OtherEntry]);

const Reply = {
  in_reply_to: z.strictObject({
    bundle_id: UuidField,
    manifest_sha256: DigestField,
    unit_id: UuidField,
    instance_id: UuidField,
    stream: StreamField,
    seq: z.int().min(1),
  }),
  counts: TotalsField,
  totals: TotalsField,
  issues_entry: z.string().max(120).nullable(),
  province_ledger: z.strictObject({ seq: CountField, hash: DigestField }),
  stream_state: z.strictObject({
    instance_id: UuidField,
    last_seq: CountField,
    missing: z.array(z.int().min(1)).max(1000),
  }),
  trust_list_version: CountField,
};

export const ReturnIssue = z.strictObject({
  id: WordField,
  severity: z.enum(["error", "warning", "note"]),
  table: WordField.nullable(),
  row_key: LineField.nullable(),
  field: WordField.nullable(),
  code: WordField,
  message: TextField,
  suggestion: TextField.nullable(),
});

/** What the six kinds add to the common members: exactly the section named like the kind. */
const SECTIONS = {
  submission: z.strictObject({
    submission_id: UuidField,
    /** Correction number: 0 for the first sending (domain.md §d.4). */
    revision: CountField,
    supersedes: z.strictObject({ revision: CountField, manifest_sha256: DigestField }).nullable(),
    reply_to: DigestField.nullable(),
  }),
  receipt: z.strictObject({ ...Reply, result: z.enum(["accepted", "accepted_with_warnings", "duplicate"]) }),
  return: z.strictObject({
    ...Reply,
    result: z.literal("returned"),
    submission_id: UuidField,
    revision: CountField,
    due_date: DateField.nullable(),
    issues: z.array(ReturnIssue).max(MAX_INLINE_ISSUES),
  }),
  programme: z.strictObject({
    programme_id: UuidField,
    version: z.int().min(1),
    supersedes_version: z.int().min(1).nullable(),
    title: LineField,
    effective: z.strictObject({ from: DateField, to: DateField.nullable() }),
    forms: z.array(z.strictObject({ form_code: WordField, schema_sha256: DigestField })).max(64),
    targets_entry: z.string().max(120).nullable(),
  }),
  trustlist: TrustList,
  enrolment: z.strictObject({
    unit_code: LineField,
    spki: Base64Field,
    enc_recipient: z
      .string()
      .regex(/^age1[a-z0-9]{1,100}$/)
      .nullable(),
    replaces: DigestField.nullable(),
    device_label: LineField,
  }),
};

const Common = {
  v: z.int().min(1),
  bundle_id: UuidField,
  created_at: TimeField,
  app: z.strictObject({ name: LineField, version: LineField, schema: CountField }),
  issuer: z.strictObject({
    unit_id: UuidField,
    unit_code: LineField,
    unit_name: LineField,
    instance_id: UuidField,
    prev_instance_id: UuidField.nullable(),
    signer_name: LineField,
    signer_title: LineField.nullable(),
  }),
  audience: z
    .array(UuidField.or(z.literal("*")))
    .min(1)
    .max(512),
  stream: StreamField,
  seq: z.int().min(1),
  prev: DigestField.nullable(),
  trust_list: z.strictObject({ version: z.int().min(1), sha256: DigestField }).nullable(),
  requires: z.strictObject({ trust_list_min: CountField, format_min: z.int().min(1) }),
  context: z
    .strictObject({
      programme_id: UuidField.nullable(),
      programme_version: z.int().min(1).nullable(),
      programme_sha256: DigestField.nullable(),
      form_code: WordField,
      period: z.string().refine((code) => parsePeriod(code) !== undefined, { error: "period" }),
    })
    .nullable(),
  totals: TotalsField,
  audit_head: z.strictObject({ seq: CountField, hash: DigestField }).nullable(),
  entries: z.array(ManifestEntry).max(253),
  crit: z.array(WordField).max(32),
  ext: OpenField,
};

export const Manifest = z
  .discriminatedUnion("kind", [
    z.strictObject({ ...Common, kind: z.literal("submission"), submission: SECTIONS.submission }),
    z.strictObject({ ...Common, kind: z.literal("receipt"), receipt: SECTIONS.receipt }),
    z.strictObject({ ...Common, kind: z.literal("return"), return: SECTIONS.return }),
    z.strictObject({ ...Common, kind: z.literal("programme"), programme: SECTIONS.programme }),
    z.strictObject({ ...Common, kind: z.literal("trustlist"), trustlist: SECTIONS.trustlist }),
    z.strictObject({ ...Common, kind: z.literal("enrolment"), enrolment: SECTIONS.enrolment }),
  ])
  .refine((manifest) => (manifest.seq === 1) === (manifest.prev === null), { error: "prev" })
  .refine((manifest) => isAudience(manifest.audience, manifest.kind), { error: "audience" })
  .refine((manifest) => manifest.kind !== "submission" || manifest.context !== null, { error: "context" })
  .refine(
    (manifest) => manifest.kind === "trustlist" || manifest.entries.every(({ role }) => role !== "root"),
    {
      error: "root entry",
    },
  );

export type Manifest = z.infer<typeof Manifest>;
export type ManifestOf<K extends Manifest["kind"]> = Extract<Manifest, { kind: K }>;
export type ManifestEntry = z.infer<typeof ManifestEntry>;
export type ReturnIssue = z.infer<typeof ReturnIssue>;
type DistributiveOmit<T, K extends PropertyKey> = T extends unknown ? Omit<T, K> : never;
/** A manifest before its entries are known. */
export type ManifestDraft = DistributiveOmit<Manifest, "v" | "entries">;

function isAudience(audience: readonly string[], kind: Kind): boolean {
  if (new Set(audience).size !== audience.length) return false;
  return !audience.includes("*") || (audience.length === 1 && OPEN_AUDIENCE_KINDS.includes(kind));
}
