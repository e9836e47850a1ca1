// Who made a sheet, and that nobody changed whom it asks: a keyed digest over its identity. The key never leaves the office.
import { createHmac, randomBytes, timingSafeEqual } from "node:crypto";
import { findSetting, setSetting } from "../../database/queries/settings.ts";
import { encodeCanonical } from "../../exchange/canonical-json.ts";
import type { TemplateIdentity } from "../../files/templates/template.ts";
import type { Workspace } from "../workspace.ts";

/** Setting: 256 random bits, base64url. Made with the first sheet; goes with the file, so a restored copy knows its sheets. */
const SECRET = "templateSecret";

/** @returns the office's secret, made when there is none: call where writing is allowed */
export function templateSecret(workspace: Workspace): Buffer {
  const stored = findSetting<string>(workspace.db, SECRET);
  if (stored !== undefined) return Buffer.from(stored, "base64url");
  const secret = randomBytes(32);
  setSetting(workspace.db, SECRET, secret.toString("base64url"));
  return secret;
}

/** HMAC-SHA-256 (RFC 2104) over the canonical JSON of an identity, hexadecimal. */
export function fingerprintOf(identity: TemplateIdentity, secret: Buffer): string {
  return createHmac("sha256", secret).update(encodeCanonical(identity)).digest("hex");
}

/** @returns false also where the office never made a sheet */
export function isGenuine(workspace: Workspace, identity: TemplateIdentity, fingerprint: string): boolean {
  const stored = findSetting<string>(workspace.db, SECRET);
  if (stored === undefined) return false;
  const expected = Buffer.from(fingerprintOf(identity, Buffer.from(stored, "base64url")), "hex");
  const given = Buffer.from(fingerprint, "hex");
  return given.length === expected.length && timingSafeEqual(given, expected);
}
