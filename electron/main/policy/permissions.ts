/** Electron grants everything when nobody decides; we grant one thing (security.md E8). */
export function allowPermission(permission: string): boolean {
  return permission === "clipboard-sanitized-write";
}
