// The first part of a backup: what is in it, so that every byte of the rest can be compared.
import { z } from "zod";
import { BackupFault } from "../../../shared/domain/backup-fault.ts";
import { CanonicalJsonError, decodeCanonical, encodeCanonical } from "../canonical-json.ts";
import { CountField, DigestField, LineField, TimeField } from "../field-schemas.ts";

const PartField = z.strictObject({ size: CountField, sha256: DigestField });

const BackupManifestSchema = z.strictObject({
  v: z.literal(1),
  created_at: TimeField,
  app: z.strictObject({ name: LineField, version: LineField, schema: CountField }),
  office: z.strictObject({
    unit_id: LineField,
    code: LineField,
    name: LineField,
    instance_id: LineField,
  }),
  /** The last act that is in it: whoever kept this number can tell a backup that was put back in time. */
  audit_head: z.strictObject({ seq: CountField, hash: DigestField }),
  counts: z.strictObject({
    units: CountField,
    entries: CountField,
    submissions: CountField,
    received: CountField,
  }),
  database: PartField,
  /** Bundles received, each under the digest of its bytes, in the order they follow. */
  archive: z.array(PartField),
});
export type BackupManifest = z.infer<typeof BackupManifestSchema>;

export function encodeBackupManifest(manifest: BackupManifest): Uint8Array {
  return encodeCanonical(manifest);
}

/** @throws {BackupFault} BACKUP_NEWER for a later form of the file, BACKUP_DAMAGED */
export function decodeBackupManifest(bytes: Uint8Array): BackupManifest {
  const manifest = decodeOrRefuse(bytes);
  const parsed = BackupManifestSchema.safeParse(manifest);
  if (parsed.success) return parsed.data;
  const form: unknown = typeof manifest === "object" && manifest !== null ? Reflect.get(manifest, "v") : null;
  if (typeof form === "number" && form > 1) throw new BackupFault("BACKUP_NEWER", `v ${form}`);
  throw new BackupFault("BACKUP_DAMAGED", parsed.error.issues[0]?.path.join(".") ?? "manifest");
}

function decodeOrRefuse(bytes: Uint8Array): unknown {
  try {
    return decodeCanonical(bytes);
  } catch (error) {
    if (error instanceof CanonicalJsonError) throw new BackupFault("BACKUP_DAMAGED", error.message);
    throw error;
  }
}
