// The section `trustlist` of a manifest (bundle.md §2.7).
import { z } from "zod";
import {
  Base64Field,
  CountField,
  DateField,
  DigestField,
  LineField,
  StreamField,
  UuidField,
} from "./field-schemas.ts";
import { ROLES } from "./kinds.ts";

const PublicKeyFields = { keyid: DigestField, alg: z.literal("ed25519"), spki: Base64Field };

const isDistinct = (values: readonly string[]): boolean => new Set(values).size === values.length;

export const RootSet = z
  .strictObject({
    version: z.int().min(1),
    threshold: z.int().min(1).max(8),
    keys: z.array(z.strictObject(PublicKeyFields)).min(1).max(16),
  })
  .refine((root) => root.threshold <= root.keys.length, { error: "threshold" })
  .refine((root) => isDistinct(root.keys.map((key) => key.keyid)), { error: "duplicate root key" });

const TrustUnit = z.strictObject({
  unit_id: UuidField,
  code: LineField,
  name: LineField,
  level: LineField,
  parent_id: UuidField.nullable(),
  status: z.enum(["active", "ended"]),
  predecessors: z.array(UuidField).max(512),
  successors: z.array(UuidField).max(512),
});

const AcceptBound = z.strictObject({ instance_id: UuidField, stream: StreamField, max_seq: CountField });

const TrustKey = z.strictObject({
  ...PublicKeyFields,
  unit_id: UuidField,
  roles: z.array(z.enum(ROLES)).min(1).max(ROLES.length),
  status: z.enum(["active", "retired", "revoked"]),
  /** Of a retired key: the last sequence still taken, per installation and stream. */
  accept: z.array(AcceptBound).max(1024),
  /** Of a revoked key: bundles that were compared with paper and still stand. */
  known_good: z.array(DigestField).max(4096),
  revoked_reason: LineField.nullable(),
});

export const TrustList = z
  .strictObject({
    province_id: UuidField,
    version: z.int().min(1),
    prev_sha256: DigestField.nullable(),
    root: RootSet,
    units: z.array(TrustUnit).max(4096),
    keys: z.array(TrustKey).max(4096),
    enc_keys: z
      .array(
        z.strictObject({
          recipient: z.string().regex(/^age1[a-z0-9]{1,100}$/),
          unit_id: UuidField,
          status: z.enum(["active", "retired", "revoked"]),
        }),
      )
      .max(4096),
    review_after: DateField.nullable(),
  })
  .refine((list) => (list.version === 1) === (list.prev_sha256 === null), { error: "prev_sha256" })
  .refine((list) => isDistinct(list.units.map((unit) => unit.unit_id)), { error: "duplicate unit" })
  .refine((list) => isDistinct([...list.keys, ...list.root.keys].map((key) => key.keyid)), {
    error: "duplicate key",
  })
  .refine((list) => list.keys.every((key) => list.units.some((unit) => unit.unit_id === key.unit_id)), {
    error: "key without unit",
  });

export type RootSet = z.infer<typeof RootSet>;
export type TrustUnit = z.infer<typeof TrustUnit>;
export type TrustKey = z.infer<typeof TrustKey>;
export type AcceptBound = z.infer<typeof AcceptBound>;
export type TrustList = z.infer<typeof TrustList>;
