// How the page knows itself to the local host: the one-time word of its link is exchanged for a token, which stays in
// this window only, and survives a reload. In Electron there is no token; the window itself was made by the program.

const KEY = "scd-token";

/** A link of the program. The router of a page that is already open may have made a path of it before anybody looks. */
export const LINK = /^#\/?b=([\w-]+)$/;

/** Read at once, before the router takes the hash for a place of the application. */
const word = LINK.exec(location.hash)?.[1];
if (word !== undefined) history.replaceState(null, "", "#/");

/** Whether this window was opened by a link of the program, or by an address typed or kept. */
export const openedBy: "link" | "address" = word === undefined ? "address" : "link";

/** Whether this window may ask at all; known once {@link sessionToken} has settled. In Electron no token is needed. */
export function hasSession(): boolean {
  return location.protocol === "app:" || storedToken() !== undefined;
}

/** Whether the program answers here but does not know this window: its link was used before, or the program began anew. */
export async function isStranger(): Promise<boolean> {
  if (location.protocol === "app:") return false;
  try {
    const response = await fetch("/api/session", {
      method: "POST",
      headers: { "Content-Type": "application/json" },
      body: JSON.stringify({ link: "" }),
    });
    return response.status === 401;
  } catch {
    // Nobody answers: that is a lost connection, not a window without a right.
    return false;
  }
}

let exchange: Promise<string | undefined> | undefined;

/** The token of this window, or undefined when it was opened without a link, or with one already used. */
export function sessionToken(): Promise<string | undefined> {
  if (word === undefined) return Promise.resolve(storedToken());
  exchange ??= exchangeWord(word);
  return exchange;
}

async function exchangeWord(link: string): Promise<string | undefined> {
  const response = await fetch("/api/session", {
    method: "POST",
    headers: { "Content-Type": "application/json" },
    body: JSON.stringify({ link }),
  });
  // A link opened a second time in the same window: the token it gave the first time is still good.
  if (!response.ok) return storedToken();
  const body: unknown = await response.json();
  if (typeof body !== "object" || body === null || !("token" in body) || typeof body.token !== "string")
    return undefined;
  sessionStorage.setItem(KEY, body.token);
  return body.token;
}

function storedToken(): string | undefined {
  return sessionStorage.getItem(KEY) ?? undefined;
}
