// The same headers on every response of both hosts (security.md E5).
import { createHash } from "node:crypto";
import { INLINE_STYLES } from "./inline-styles.ts";

const digestOf = (style: string) => `'sha256-${createHash("sha256").update(style, "utf8").digest("base64")}'`;

/** Everything from this origin, nothing from anywhere else; the only inline styles are the constant ones of the widget library. */
export const CONTENT_SECURITY_POLICY = [
  "default-src 'none'",
  "script-src 'self'",
  `style-src 'self' ${INLINE_STYLES.map(digestOf).join(" ")}`,
  "img-src 'self' data: blob:",
  "font-src 'self'",
  "connect-src 'self'",
  "worker-src 'self'",
  "frame-src 'none'",
  "object-src 'none'",
  "media-src 'none'",
  "base-uri 'none'",
  "form-action 'none'",
  "frame-ancestors 'none'",
].join("; ");

const DENIED_FEATURES = [
  "camera",
  "microphone",
  "geolocation",
  "usb",
  "serial",
  "hid",
  "payment",
  "midi",
  "display-capture",
  "fullscreen",
];

export const RESPONSE_HEADERS: Readonly<Record<string, string>> = {
  "Content-Security-Policy": CONTENT_SECURITY_POLICY,
  "X-Content-Type-Options": "nosniff",
  "Referrer-Policy": "no-referrer",
  "Cross-Origin-Opener-Policy": "same-origin",
  "Cross-Origin-Resource-Policy": "same-origin",
  "Permissions-Policy": DENIED_FEATURES.map((feature) => `${feature}=()`).join(", "),
};
