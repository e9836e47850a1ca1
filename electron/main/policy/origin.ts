// The one origin of the application (security.md E3, E6, E9).

export const APP_SCHEME = "app";
export const APP_HOST = "so";
export const APP_ORIGIN = `${APP_SCHEME}://${APP_HOST}`;
/** Exactly these rights and no others (E4). */
export const SCHEME_PRIVILEGES = {
  standard: true,
  secure: true,
  supportFetchAPI: true,
  stream: true,
  codeCache: true,
} as const;

function parse(url: string): URL | undefined {
  return URL.canParse(url) ? new URL(url) : undefined;
}

/** `app://so.evil`, `app://x@so` and `app:so` are not ours. */
function isOwn(url: URL): boolean {
  return (
    url.protocol === `${APP_SCHEME}:` &&
    url.host === APP_HOST &&
    url.username === "" &&
    url.password === "" &&
    url.port === ""
  );
}

/** Whether a request may leave the page. Nothing remote is ever loaded. */
export function allowRequest(url: string, isPackaged: boolean): boolean {
  const parsed = parse(url);
  if (!parsed) return false;
  if (isOwn(parsed)) return true;
  if (parsed.protocol === "blob:") return url.startsWith(`blob:${APP_ORIGIN}/`);
  if (parsed.protocol === "data:") return true;
  return !isPackaged && parsed.protocol === "devtools:";
}

/** Whether the window may go to an address: only the shell page itself, at any hash. */
export function allowNavigation(url: string): boolean {
  const parsed = parse(url);
  return (
    parsed !== undefined && isOwn(parsed) && (parsed.pathname === "/" || parsed.pathname === "/index.html")
  );
}

interface SenderFrame {
  readonly url: string;
  /** Null for the top frame. */
  readonly parent: unknown;
}

/** Whether a message comes from our own top frame. */
export function isTrustedSender(frame: SenderFrame | null | undefined): boolean {
  if (!frame || frame.parent !== null) return false;
  const parsed = parse(frame.url);
  return parsed !== undefined && isOwn(parsed);
}
